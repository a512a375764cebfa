import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Backbone } from '../../../core/contracts/backbone.ts';
import type { Tensors } from '../../../core/contracts/tensors.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import cnn from '../../../plugins/cnn/index.ts';
import recurrentCnn from '../../../plugins/recurrent-cnn/index.ts';
import { startTensorEngine } from '../../support/tensor-engine.ts';

interface Oracle {
  readonly size: number;
  readonly pictures: number[];
  readonly weights: { readonly name: string; readonly shape: number[]; readonly data: number[] }[];
  readonly layers: Readonly<Record<string, number[][]>>;
}

const oracles: Readonly<Record<string, Oracle>> = JSON.parse(
  readFileSync(new URL('../../oracles/networks.json', import.meta.url), 'utf8'),
);
const instance = {
  id: 'network',
  random: createRandomStreams('network'),
  resolvePath: (path: string) => path,
};
const cnnOf = (options: object) => (tensors: Tensors) =>
  cnn.create(cnn.options.parse({ size: 12, ...options }), { tensors }, instance);

const families: Readonly<Record<string, (tensors: Tensors) => Promise<Backbone> | Backbone>> = {
  plain: cnnOf({ widths: [4, 5], kernels: [5, 3], dense: 6 }),
  vgg: cnnOf({ family: 'vgg', widths: [3, 4], blocks: [1, 2], dense: 5 }),
  residual: cnnOf({ family: 'residual', widths: [3, 5], blocks: [1, 2] }),
  recurrent: (tensors) =>
    recurrentCnn.create(
      recurrentCnn.options.parse({ size: 32, widths: { V1: 3, V2: 2, V4: 3, IT: 4 } }),
      { tensors },
      instance,
    ),
};

describe.each(Object.keys(families))('%s network', (family) => {
  const { size, pictures, weights, layers } = oracles[family];
  let backbone: Backbone;

  beforeAll(async () => {
    backbone = await families[family](await startTensorEngine());
    backbone.trainable?.restore({
      step: 1,
      epoch: 1,
      outputNames: [],
      metrics: {},
      weights: weights.map((tensor) => ({ ...tensor, data: Float32Array.from(tensor.data) })),
    });
  });

  test('has the layers of the one in PyTorch', () => {
    expect(backbone.layers.map(({ name }) => name)).toEqual(Object.keys(layers));
  });

  test('gives the activations of the one in PyTorch', async () => {
    const frames = {
      count: 2,
      height: size,
      width: size,
      channels: 1,
      data: Uint8Array.from(pictures),
    } as const;
    const format = { width: size, height: size, channels: 1, degrees: 8 } as const;
    for (const [name, values] of await backbone.activations(frames, format, Object.keys(layers))) {
      const expected = layers[name].flat();
      expect(values).toHaveLength(expected.length);
      const worst = expected.reduce(
        (most, value, index) => Math.max(most, Math.abs(value - values[index])),
        0,
      );
      expect(worst).toBeLessThan(1e-4);
    }
  });
});
