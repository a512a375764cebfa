import { describe, expect, test } from '@jest/globals';
import type { PictureInput } from '../../../../core/backbones/pretrained/picture-input.ts';
import { preprocess, preprocessingOption } from '../../../../core/backbones/pretrained/preprocessing.ts';
import type { Frames } from '../../../../core/contracts/pictures.ts';
import { readPretrainedOracle } from '../../../support/pretrained-oracle.ts';

/** Two pictures of 1 x 2 pixels. */
const frames: Frames = {
  count: 2,
  height: 1,
  width: 2,
  channels: 3,
  data: Uint8Array.of(0, 51, 102, 153, 204, 255, 255, 0, 0, 0, 0, 255),
};
const input: PictureInput = { height: 1, width: 2, channels: 3, layout: 'nhwc', batch: undefined };

const show = (options: unknown, of: Frames = frames, into: PictureInput = input) =>
  Array.from(preprocess(of, into, preprocessingOption.parse(options)), (value) => Number(value.toFixed(5)));

describe('preprocessing', () => {
  test('by default gives 0 … 1, as the picture stands', () => {
    expect(show(undefined)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1, 1, 0, 0, 0, 0, 1]);
  });

  test('channels first', () => {
    expect(show({}, frames, { ...input, layout: 'nchw' })).toEqual([
      0, 0.6, 0.2, 0.8, 0.4, 1, 1, 0, 0, 0, 0, 1,
    ]);
  });

  test('range, then mean and std of the channels as the model takes them', () => {
    const [blue, green, red] = show({ range: [-1, 1], mean: [1, 0, 0], std: [1, 2, 4], colorOrder: 'bgr' });
    expect([blue, green, red]).toEqual([-0.2 - 1, -0.6 / 2, -1 / 4]);
  });

  test('presets are their values: both give one cache key', () => {
    expect(preprocessingOption.parse('imagenet')).toEqual(
      preprocessingOption.parse({ mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] }),
    );
    expect(preprocessingOption.parse({ preset: 'inception', size: 299 })).toEqual(
      preprocessingOption.parse({ range: [-1, 1], size: 299 }),
    );
    expect(preprocessingOption.parse({ preset: 'caffe', colorOrder: 'rgb' })).toMatchObject({
      mean: [103.939, 116.779, 123.68],
      colorOrder: 'rgb',
    });
  });

  test('colour for a model of grey pictures becomes luma, and grey for one of colours repeats', () => {
    const grey: Frames = { ...frames, channels: 1, data: Uint8Array.of(0, 51, 102, 255) };
    expect(show({}, grey)).toEqual([0, 0, 0, 0.2, 0.2, 0.2, 0.4, 0.4, 0.4, 1, 1, 1]);
    expect(show({ range: [0, 255] }, frames, { ...input, channels: 1 })).toEqual([42, 195, 76, 29]);
  });

  test('crop keeps the centre of wide and of tall pictures', () => {
    const marked = (width: number, height: number): Frames => {
      const data = new Uint8Array(width * height);
      for (let row = 0; row < height; row++)
        for (let column = 0; column < width; column++)
          if (Math.abs(row - (height - 1) / 2) < 2 && Math.abs(column - (width - 1) / 2) < 2)
            data[row * width + column] = 255;
      return { count: 1, width, height, channels: 1, data };
    };
    const square: PictureInput = { ...input, height: 4, width: 4, channels: 1 };
    for (const picture of [marked(16, 8), marked(8, 20)])
      expect(show({ crop: 0.5 }, picture, square)).toEqual(Array(16).fill(1));
    expect(show({ crop: 1 }, marked(16, 8), square)[0]).toBeLessThan(0.1);
  });

  test("agrees with torchvision's resize, centre crop and normalisation", () => {
    const { picture, values } = readPretrainedOracle().preprocessing;
    const landscape: Frames = {
      count: 1,
      height: 60,
      width: 80,
      channels: 3,
      data: Uint8Array.from(picture),
    };
    const square: PictureInput = { ...input, height: 28, width: 28, layout: 'nchw' };
    const found = preprocess(
      landscape,
      square,
      preprocessingOption.parse({ preset: 'imagenet', crop: 0.875 }),
    );
    const byte = 1 / 255 / 0.224;
    const differences = values.map((value, index) => Math.abs(found[index] - value));
    expect(found).toHaveLength(values.length);
    expect(Math.max(...differences)).toBeLessThan(1.01 * byte);
    expect(differences.filter((difference) => difference > 0.01 * byte).length).toBeLessThan(
      0.2 * values.length,
    );
  });

  test.each([
    [{ std: 0 }],
    [{ std: [1, 1, 0] }],
    [{ crop: 0.01 }],
    [{ crop: 1.1 }],
    [{ mean: [1, 2] }],
    [{ resize: 256 }],
    ['resnet'],
  ])('refuses %j', (options) => {
    expect(preprocessingOption.safeParse(options).success).toBe(false);
  });
});
