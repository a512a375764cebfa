import { describe, expect, test } from '@jest/globals';
import { type ModelInput, pictureInput } from '../../../../core/backbones/pretrained/picture-input.ts';
import { preprocessingOption } from '../../../../core/backbones/pretrained/preprocessing.ts';

const read = (inputs: readonly ModelInput[], options: object = {}) =>
  pictureInput(inputs, preprocessingOption.parse(options), 'model.onnx');
const float = (...shape: (number | null)[]): ModelInput => ({ dtype: 'float32', shape });

describe('pictures that a model takes', () => {
  test('channels last or first, as its input says', () => {
    expect(read([float(null, 32, 48, 3)])).toEqual({
      height: 32,
      width: 48,
      channels: 3,
      layout: 'nhwc',
      batch: undefined,
    });
    expect(read([float(1, 1, 28, 28)])).toMatchObject({ channels: 1, layout: 'nchw', batch: 1 });
  });

  test('an open size is taken from the options', () => {
    expect(read([float(-1, 3, -1, -1)], { size: 64 })).toMatchObject({ height: 64, width: 64 });
  });

  test.each([
    ['no input', [], {}, 'must be one picture'],
    ['two inputs', [float(1, 3, 8, 8), float(1, 4)], {}, 'the first of 2'],
    ['a vector', [float(null, 100)], {}, 'it is ? x 100'],
    ['four channels', [float(1, 4, 8, 8)], {}, 'it is 1 x 4 x 8 x 8'],
    ['bytes', [{ dtype: 'uint8', shape: [1, 3, 8, 8] }], {}, 'its input is uint8'],
    ['an open size', [float(1, 3, null, null)], {}, 'give it as preprocessing.size'],
    ['another size', [float(1, 3, 8, 8)], { size: 9 }, 'size is 9'],
    ['a size that fills the memory', [float(1, 3, 1e6, 1e6)], {}, 'sides of 1 to 2048'],
    ['means of colours for grey', [float(1, 1, 8, 8)], { preset: 'imagenet' }, 'takes grey pictures'],
  ])('%s is refused', (_, inputs, options, part) => {
    expect(() => read(inputs, options)).toThrow(part);
  });
});
