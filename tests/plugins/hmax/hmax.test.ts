import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Backbone } from '../../../core/contracts/backbone.ts';
import type { Frames } from '../../../core/contracts/pictures.ts';
import type { Tensors } from '../../../core/contracts/tensors.ts';
import { joinFrames } from '../../../core/pictures/frames.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { bands } from '../../../plugins/hmax/bands.ts';
import plugin from '../../../plugins/hmax/index.ts';
import { createSimpleCells } from '../../../plugins/hmax/simple-cells.ts';
import { pearson } from '../../support/correlation.ts';
import { gratingFrames } from '../../support/gratings.ts';
import { startTensorEngine } from '../../support/tensor-engine.ts';

const random = createRandomStreams('hmax');
const instance = { id: 'hmax', random, resolvePath: (path: string) => path };
const side = 128;
const format = { width: side, height: side, channels: 1, degrees: 8 } as const;

/** Bright and dark bars at random on grey, within a square of 60 pixels in the middle that is moved to the right. */
function bars(seed: string, shift = 0): Frames {
  const stream = random.stream(seed);
  const data = new Uint8Array(side * side).fill(128);
  for (let bar = 0; bar < 14; bar++) {
    const [x, y] = [stream.uniform(40, 88), stream.uniform(40, 88)];
    const angle = stream.uniform(0, Math.PI);
    const [length, width] = [stream.uniform(6, 14), stream.uniform(1, 4)];
    const value = stream.pick([30, 220]);
    for (let row = 34; row < 94; row++)
      for (let column = 34; column < 94; column++) {
        const along = (column - x) * Math.cos(angle) + (row - y) * Math.sin(angle);
        const across = (row - y) * Math.cos(angle) - (column - x) * Math.sin(angle);
        if (Math.abs(along) < length && Math.abs(across) < width) data[row * side + column + shift] = value;
      }
  }
  return { count: 1, height: side, width: side, channels: 1, data };
}

function distance(a: Float32Array, b: Float32Array): number {
  return Math.hypot(...a.map((value, index) => value - b[index]));
}

describe('hmax', () => {
  let tensors: Tensors;
  let backbone: Backbone;
  const own = bars('learnt');

  beforeAll(async () => {
    tensors = await startTensorEngine();
    backbone = await plugin.create(plugin.options.parse({ prototypes: 10 }), { tensors }, instance);
    backbone.fittable?.restore((await backbone.fittable.fit(own, format, random)) ?? []);
  });

  const show = async (frames: Frames, layer: string) =>
    (await backbone.activations(frames, format, [layer])).get(layer) ?? new Float32Array();

  test('has the filters and windows of Table 1', () => {
    expect(bands).toHaveLength(8);
    expect(bands[0]).toMatchObject({
      scales: [
        { side: 7, deviation: 2.8, wavelength: 3.5 },
        { side: 9, deviation: 3.6, wavelength: 4.6 },
      ],
      window: 8,
      step: 4,
    });
    expect(bands[7]).toMatchObject({
      scales: [
        { side: 35, deviation: 17, wavelength: 21.2 },
        { side: 37, deviation: 18.2, wavelength: 22.8 },
      ],
      window: 22,
      step: 11,
    });
  });

  test.each([
    { wavelength: 4.6, orientation: 0, scale: 1 },
    { wavelength: 9.1, orientation: 45, scale: 6 },
    { wavelength: 21.2, orientation: 135, scale: 14 },
  ])('simple cells prefer their grating: $wavelength pixels at $orientation degrees', async (given) => {
    const [frequency, contrast] = [1 / given.wavelength, 0.5];
    const gratings = [0, 45, 90, 135].map((orientation) => ({ frequency, orientation, contrast }));
    const values = await show(gratingFrames(side, gratings), 's1');
    const centre = (5 * 10 + 5) * 64;
    const responses = [0, 1, 2, 3].map(
      (picture) => values[picture * 6400 + centre + given.scale * 4 + given.orientation / 45],
    );
    expect(responses.indexOf(Math.max(...responses))).toBe(given.orientation / 45);
    expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
  });

  test.each([3, 6])(
    'coarse bands on the shrunk picture see what they see on the whole one: band %i',
    (index) => {
      const { tf } = tensors;
      const { scales, halvings } = bands[index];
      const by = 2 ** halvings;
      const { data } = bars('seen');
      const [whole, shrunk] = tf.tidy(() => {
        const picture = tf.tensor4d(Float32Array.from(data), [1, side, side, 1]);
        let small = picture;
        for (let halving = 0; halving < halvings; halving++) small = tf.avgPool(small, 2, 2, 'valid');
        const [full] = createSimpleCells(tf, scales, 0)(picture);
        const [coarse] = createSimpleCells(tf, scales, halvings)(small);
        return [
          tf.avgPool(full, by, by, 'valid').dataSync<'float32'>().slice(),
          coarse.dataSync<'float32'>().slice(),
        ];
      });
      expect(pearson(Array.from(whole), Array.from(shrunk))).toBeGreaterThan(0.95);
    },
  );

  test('complex cells tolerate small shifts better than simple cells', async () => {
    const [seen, shifted, other] = [bars('seen'), bars('seen', 2), bars('other')];
    const changes = await Promise.all(
      ['s1', 'c1'].map(async (layer) => {
        const values = await show(seen, layer);
        return distance(values, await show(shifted, layer)) / distance(values, await show(other, layer));
      }),
    );
    expect(changes[1]).toBeLessThan(0.5 * changes[0]);
  });

  test('S2 answers 1 to its own prototype and less to anything else', async () => {
    const all = await show(joinFrames([own, bars('other')]), 'c2');
    const [known, unknown] = [all.slice(0, 40), all.slice(40)];
    expect(Math.min(...known)).toBeGreaterThan(0.999);
    expect(Math.max(...known)).toBeLessThanOrEqual(1);
    expect(Math.min(...unknown)).toBeLessThan(0.9);
    const local = await show(own, 's2');
    for (let unit = 0; unit < local.length; unit++) expect(local[unit]).toBeLessThanOrEqual(known[unit % 40]);
  });

  test('C2 hardly changes when an object moves by steps of its band, while S1 does', async () => {
    const pictures = joinFrames([bars('seen'), bars('seen', 20), bars('other')]);
    const change = (values: Float32Array, from: number, to: number) => {
      const units = values.length / 3;
      const [seen, moved, other] = [0, 1, 2].map((picture) =>
        values.slice(picture * units + from, picture * units + to),
      );
      return distance(seen, moved) / distance(seen, other);
    };
    const [patchesOf8, patchesOf12] = [10, 20];
    expect(change(await show(pictures, 'c2'), patchesOf8, patchesOf12)).toBeLessThan(0.1);
    expect(change(await show(pictures, 's1'), 0, 6400)).toBeGreaterThan(0.8);
  });

  test('has no S2 before prototypes', async () => {
    const fresh = await plugin.create(plugin.options.parse({}), { tensors }, instance);
    await expect(fresh.activations(own, format, ['c2'])).rejects.toThrow('has no prototypes yet');
  });
});
