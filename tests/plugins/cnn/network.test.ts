import { describe, expect, test } from '@jest/globals';
import type { Backbone } from '../../../core/contracts/backbone.ts';
import type { Frames } from '../../../core/contracts/pictures.ts';
import { InputError } from '../../../core/errors/errors.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { createAugmentation } from '../../../plugins/cnn/augmentation.ts';
import cnn from '../../../plugins/cnn/index.ts';
import { samplePicture } from '../../../plugins/cnn/resampling.ts';
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
      { name: 'conv1', shape: [32, 32, 16] },
      { name: 'conv2', shape: [16, 16, 32] },
      { name: 'conv3', shape: [8, 8, 64] },
      { name: 'conv4', shape: [4, 4, 128] },
      { name: 'dense', shape: [256] },
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
    await expect(tooDeep).rejects.toThrow('conv4 has no pixels left');
  });

  test('refuses lists of unequal length', () => {
    const { error } = cnn.options.safeParse({ widths: [8, 8] });
    expect(error?.issues[0].message).toContain('equally long');
  });
});

describe('augmentation', () => {
  const still = { shift: 0, rotation: 0, zoom: 1, flip: false, contrast: 0, noise: 0 };
  const row: Frames = { count: 1, height: 1, width: 5, channels: 1, data: Uint8Array.of(10, 20, 30, 40, 50) };
  const draws = (options: object, frames = row, count = 200) => {
    const stream = createRandomStreams('x').stream('augmentation');
    const augment = createAugmentation({ ...still, ...options }, stream);
    return Array.from({ length: count }, () => Array.from(augment(frames).data));
  };
  const distinct = (options: object) => Array.from(new Set(draws(options).map(String))).sort();

  test('changes nothing when everything is off', () => {
    expect(distinct({})).toEqual(['10,20,30,40,50']);
    expect(draws({}, picture, 1)[0]).toEqual(Array.from(picture.data));
  });

  test('mirrors', () => {
    expect(distinct({ flip: true })).toEqual(['10,20,30,40,50', '50,40,30,20,10']);
  });

  test('shifts up to its share of the side, repeating the border', () => {
    const shifted = draws({ shift: 0.2 });
    for (const [first, , middle, , last] of shifted) {
      expect(Math.abs(middle - 30)).toBeLessThanOrEqual(10);
      expect(first).toBeGreaterThanOrEqual(10);
      expect(last).toBeLessThanOrEqual(50);
    }
    const middles = shifted.map(([, , middle]) => middle);
    expect([Math.min(...middles), Math.max(...middles)]).toEqual([20, 40]);
  });

  test('scales about the middle', () => {
    const scaled = draws({ zoom: 2 });
    for (const [, before, middle, after] of scaled) {
      expect(middle).toBe(30);
      expect(before + after).toBe(60);
    }
    const slopes = scaled.map(([, , middle, after]) => after - middle);
    expect([Math.min(...slopes), Math.max(...slopes)]).toEqual([5, 20]);
  });

  test('turns about the middle', () => {
    const bar: Frames = { ...row, height: 5, data: new Uint8Array(25).fill(0) };
    for (let column = 0; column < 5; column++) bar.data[10 + column] = 200;
    const turned = samplePicture(bar, 0, {
      right: 0,
      down: 0,
      angle: Math.PI / 2,
      scale: 1,
      mirrored: false,
    });
    const upright = Array.from({ length: 25 }, (_, pixel) => (pixel % 5 === 2 ? 200 : 0));
    expect(Array.from(turned, Math.round)).toEqual(upright);
  });

  test('scales contrast about mid-grey, within its bounds', () => {
    for (const [first] of draws({ contrast: 0.5 })) expect(first).toBeLessThanOrEqual(69);
    expect(distinct({ contrast: 0.5 }).length).toBeGreaterThan(10);
  });

  test('adds noise of the given standard deviation', () => {
    const noise = draws({ noise: 0.01 }, row, 2000).map(([, , middle]) => middle - 30);
    const variance = noise.reduce((sum, value) => sum + value * value, 0) / noise.length;
    expect(Math.sqrt(variance)).toBeGreaterThan(2.2);
    expect(Math.sqrt(variance)).toBeLessThan(2.9);
  });

  test('leaves the pictures it was given as they are', () => {
    draws({ flip: true, shift: 0.4, rotation: 90, noise: 0.1 });
    expect(Array.from(row.data)).toEqual([10, 20, 30, 40, 50]);
  });
});
