import { describe, expect, test } from '@jest/globals';
import { createRandomStreams } from '../../../core/random/streams.ts';
import plugin from '../../../plugins/onnx/index.ts';
import { oraclePictures } from '../../support/oracle-pictures.ts';
import { oraclePath, readPretrainedOracle } from '../../support/pretrained-oracle.ts';

const { side, models } = readPretrainedOracle();
const pictures = oraclePictures(2, side, side);
const format = { width: side, height: side, channels: 3, degrees: 8 } as const;

describe.each(Object.entries(models))('%s agrees with PyTorch', (model, oracle) => {
  const names = Object.keys(oracle);
  const open = async () =>
    plugin.create(
      plugin.options.parse({
        model: oraclePath(`${model}.onnx`),
        layers: names,
        preprocessing: 'imagenet',
        threads: 1,
      }),
      {},
      { id: model, random: createRandomStreams(model), resolvePath: (path) => path },
    );

  test('in every module, to 1e-4', async () => {
    const backbone = await open();
    const activations = await backbone.activations(pictures, format, names);
    expect(names.length).toBeGreaterThan(40);
    for (const name of names) {
      const { shape, rootMeanSquare, places, values } = oracle[name];
      const found = activations.get(name) ?? new Float32Array();
      expect(backbone.layers.find((layer) => layer.name === name)?.shape).toEqual(shape);
      const differences = values.map((value, index) => Math.abs(found[places[index]] - value));
      expect(Math.max(...differences)).toBeLessThan(1e-4 * Math.min(1, rootMeanSquare));
      const square = found.reduce((sum, value) => sum + value ** 2, 0) / found.length;
      expect(Math.sqrt(square) / rootMeanSquare).toBeCloseTo(1, 4);
    }
  });
});
