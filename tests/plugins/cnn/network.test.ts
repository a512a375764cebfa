import { describe, expect, test } from '@jest/globals';
import type { Backbone } from '../../../core/contracts/backbone.ts';
import type { Frames } from '../../../core/contracts/pictures.ts';
import { InputError } from '../../../core/errors/errors.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import cnn from '../../../plugins/cnn/index.ts';
import { startTensorEngine } from '../../support/tensor-engine.ts';

async function build(seed: string, options: object = {}): Promise<Backbone> {
  const random = createRandomStreams(seed);
  const instance = { id: 'cnn', random, resolvePath: (path: string) => path };
  return cnn.create(cnn.options.parse(options), { tensors: await startTensorEngine() }, instance);
}

const small = { size: 16, widths: [4, 4], kernels: [3, 3], strides: [1, 1], pools: [2, 2], dense: 8 };

const picture: Frames = {
  count: 1,
  height: 20,
  width: 20,
  channels: 1,
  data: Uint8Array.from({ length: 400 }, (_, index) => (index * 37) % 256),
};
const format = { width: 20, height: 20, channels: 1, degrees: 8 } as const;

describe('cnn', () => {
  test('by default halves the picture four times, then has one dense layer', async () => {
    expect((await build('a')).layers).toEqual([
      { name: 'conv1', shape: [32, 32, 16], receptiveField: 6 },
      { name: 'conv2', shape: [16, 16, 32], receptiveField: 12 },
      { name: 'conv3', shape: [8, 8, 64], receptiveField: 24 },
      { name: 'conv4', shape: [4, 4, 128], receptiveField: 48 },
      { name: 'dense', shape: [256], receptiveField: 64 },
    ]);
  });

  test('strides and pools shrink the maps', async () => {
    const options = { size: 50, widths: [3, 4], kernels: [5, 3], strides: [2, 1], pools: [1, 3], dense: 5 };
    expect((await build('a', options)).layers.map(({ shape }) => shape)).toEqual([
      [25, 25, 3],
      [8, 8, 4],
      [5],
    ]);
  });

  test('activations are rectified', async () => {
    const backbone = await build('a');
    const activations = await backbone.activations(picture, format, ['conv1', 'dense']);
    for (const values of activations.values()) expect(Math.min(...values)).toBe(0);
  });

  test('untrained weights come from the streams of the instance', async () => {
    const show = async (seed: string) =>
      (await build(seed, small)).activations(picture, format, ['dense']).then((all) => all.get('dense'));
    expect(await show('a')).toEqual(await show('a'));
    expect(await show('a')).not.toEqual(await show('b'));
  });

  test('untrained activations neither vanish nor explode from layer to layer (He initialisation)', async () => {
    const backbone = await build('a', { normalisation: 'none' });
    const names = backbone.layers.map(({ name }) => name);
    for (const values of (await backbone.activations(picture, format, names)).values()) {
      const meanSquare = values.reduce((sum, value) => sum + value * value, 0) / values.length;
      expect(meanSquare).toBeGreaterThan(0.1);
      expect(meanSquare).toBeLessThan(30);
    }
  });

  test('refuses a network whose picture is pooled away', async () => {
    const tooDeep = build('a', { size: 8 });
    await expect(tooDeep).rejects.toBeInstanceOf(InputError);
    await expect(tooDeep).rejects.toThrow('no pixels are left to pool after conv3');
  });

  test('refuses lists of unequal length', () => {
    const { error } = cnn.options.safeParse({ widths: [8, 8], kernels: [3] });
    expect(error?.issues[0].message).toContain('as many as widths');
  });
});
