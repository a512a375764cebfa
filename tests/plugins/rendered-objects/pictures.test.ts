import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { strings } from '../../../core/assembly/table.ts';
import type { BackgroundSource } from '../../../core/contracts/background-source.ts';
import type { Renderer } from '../../../core/contracts/renderer.ts';
import type { Drawing } from '../../../core/contracts/stimuli.ts';
import { createSoftwareRenderer } from '../../../plugins/software-renderer/software-renderer.ts';
import { noiseBackgrounds } from '../../support/backgrounds.ts';
import { fakeObjects } from '../../support/objects.ts';
import { createRenderedObjects as create } from '../../support/rendered-objects.ts';

function digest(data: Uint8Array): string {
  return createHash('sha1').update(data).digest('hex');
}

describe('rendered-objects: the pictures', () => {
  const options = { imagesPerObject: { V0: 1, V6: 2 }, categories: ['boxes', 'solids'] };

  test('are grey or coloured, with masks, and named after their renderer', async () => {
    const renderer = createSoftwareRenderer(2);
    const grey = await create(options, { renderer });
    expect(grey.renderedBy).toBe(renderer.identity);
    expect((await grey.describe()).format).toEqual({ width: 32, height: 32, channels: 1, degrees: 8 });
    const { frames, masks } = await grey.draw([0, 1], 'presented');
    expect([frames.channels, frames.data.length, masks?.data.length]).toEqual([1, 2 * 32 * 32, 2 * 32 * 32]);
    const coloured = await (await create({ ...options, color: 'rgb' })).draw([0], 'presented');
    expect([coloured.frames.channels, coloured.frames.data.length]).toEqual([3, 32 * 32 * 3]);
  });

  test('leave the background untouched where the mask is empty', async () => {
    const source = await create({ ...options, color: 'rgb' });
    const { table } = await source.describe();
    const { frames, masks } = await source.draw([1], 'presented');
    const { data } = await noiseBackgrounds.picture(strings(table, 'background_id')[1], 32, 32);
    const outside = (values: Uint8Array) =>
      values.filter((_, index) => masks?.data[Math.floor(index / 3)] === 0);
    expect(digest(outside(frames.data))).toBe(digest(outside(data)));
    expect(masks?.data.some((coverage) => coverage > 0)).toBe(true);
  });

  test('do not depend on the other rows, nor on their order', async () => {
    const source = await create(options);
    const all = await source.draw([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 'presented');
    const [alone, turned] = await Promise.all([
      source.draw([5], 'presented'),
      (await create(options)).draw([9, 5, 5, 0], 'presented'),
    ]);
    const picture = (data: Uint8Array, position: number) =>
      digest(data.subarray(position * 1024, (position + 1) * 1024));
    expect(picture(alone.frames.data, 0)).toBe(picture(all.frames.data, 5));
    expect(picture(alone.masks?.data as Uint8Array, 0)).toBe(picture(all.masks?.data as Uint8Array, 5));
    expect([0, 1, 2, 3].map((position) => picture(turned.frames.data, position))).toEqual(
      [9, 5, 5, 0].map((row) => picture(all.frames.data, row)),
    );
  });

  test('are the same for the same seed and others for another', async () => {
    const drawn = async (seed: string) =>
      digest((await (await create(options, { seed })).draw([0, 1, 2], 'presented')).frames.data);
    expect(await drawn('a')).toBe(await drawn('a'));
    expect(await drawn('a')).not.toBe(await drawn('b'));
  });

  test('of the object alone are centred, at one size and in pose, on uniform grey', async () => {
    const source = await create({ imagesPerObject: { V6: 6 }, categories: ['solids'], perCategory: 1 });
    const { frames, masks } = await source.draw([0, 1, 2, 3, 4, 5], 'object-alone');
    const mask = masks?.data as Uint8Array;
    expect(new Set(frames.data.filter((_, index) => mask[index] === 0))).toEqual(new Set([128]));
    for (let picture = 0; picture < 6; picture++) {
      const coverage = mask.subarray(picture * 1024, (picture + 1) * 1024);
      expect(Math.abs(meanPlace(coverage, (pixel) => pixel % 32) - 15.5)).toBeLessThan(0.3);
      expect(Math.abs(meanPlace(coverage, (pixel) => Math.floor(pixel / 32)) - 15.5)).toBeLessThan(0.3);
      const radius = Math.sqrt(coverage.reduce((sum, value) => sum + value / 255, 0) / Math.PI);
      expect(Math.abs(radius - 0.6 * (32 / 3))).toBeLessThan(0.3);
    }
    expect(
      new Set(
        Array.from({ length: 6 }, (_, row) => digest(frames.data.subarray(row * 1024, (row + 1) * 1024))),
      ).size,
    ).toBe(6);
  });

  test('of the object in place are those presented, on uniform grey', async () => {
    const source = await create({ ...options, color: 'rgb' });
    const [presented, inPlace] = [
      await source.draw([1, 2], 'presented'),
      await source.draw([1, 2], 'object-in-place'),
    ];
    expect(inPlace.masks).toEqual(presented.masks);
    expect(inPlace.visible).toEqual(presented.visible);
    const where = (covered: (coverage: number) => boolean, { frames, masks }: Drawing) =>
      frames.data.filter((_, index) => covered(masks?.data[Math.floor(index / 3)] ?? 0));
    const full = (coverage: number) => coverage === 255;
    expect(digest(where(full, inPlace))).toBe(digest(where(full, presented)));
    expect(new Set(where((coverage) => coverage === 0, inPlace))).toEqual(new Set([128]));
  });

  test('of the background alone cost no object', async () => {
    const objects = fakeObjects();
    const source = await create({ ...options, color: 'rgb' }, { objects });
    const { table } = await source.describe();
    const { frames, ...rest } = await source.draw([2], 'background-alone');
    const { data } = await noiseBackgrounds.picture(strings(table, 'background_id')[2], 32, 32);
    expect(digest(frames.data)).toBe(digest(data));
    expect([rest, objects.loads.size]).toEqual([{}, 0]);
  });

  test('come with geometry where it is asked for', async () => {
    const seen: (boolean | undefined)[] = [];
    const renderer: Renderer = {
      identity: 'fake',
      render: async ({ width, height }, asked) => {
        seen.push(asked?.geometry);
        const depth = new Float32Array(width * height).fill(seen.length);
        return {
          pixels: new Uint8Array(width * height * 3),
          mask: new Uint8Array(width * height),
          ...(asked?.geometry && { geometry: { depth, normals: new Float32Array(3 * width * height) } }),
        };
      },
      dispose: async () => {},
    };
    const source = await create(options, { renderer });
    const { geometry } = await source.draw([4, 1], 'presented', { geometry: true });
    expect(geometry?.map(({ depth }) => depth[0])).toEqual([2, 1]);
    expect(await source.draw([4], 'presented')).not.toHaveProperty('geometry');
    expect(seen).toEqual([true, true, undefined]);
  });

  test('behind an aperture fade into grey, object and mask alike; the object alone stays whole', async () => {
    const aperture = { diameter: 5, edge: 1 };
    const [open, shut] = [await create(options), await create({ ...options, aperture })];
    for (const appearance of ['presented', 'object-in-place', 'background-alone'] as const) {
      const { frames } = await shut.draw([2], appearance);
      const before = (await open.draw([2], appearance)).frames;
      expect([frames.data[0], frames.data[1023]]).toEqual([128, 128]);
      expect(frames.data[16 * 32 + 16]).toBe(before.data[16 * 32 + 16]);
    }
    const [masks, before] = [await shut.draw([2], 'presented'), await open.draw([2], 'presented')].map(
      (drawing) => drawing.masks?.data as Uint8Array,
    );
    expect(masks.every((coverage, pixel) => coverage <= before[pixel])).toBe(true);
    expect(masks.some((coverage, pixel) => coverage < before[pixel])).toBe(true);
    expect(await shut.draw([2], 'object-alone')).toEqual(await open.draw([2], 'object-alone'));
  });

  test.each(['picture', 'object-and-background'])('have equal mean and contrast over %s', async (over) => {
    const source = await create({ ...options, size: 96, equalise: { mean: 0.45, contrast: 0.12, over } });
    const { frames, masks } = await source.draw([6, 7, 10], 'presented');
    for (let picture = 0; picture < 3; picture++) {
      const values = frames.data.subarray(picture * 96 ** 2, (picture + 1) * 96 ** 2);
      const shares = Array.from(
        masks?.data.subarray(picture * 96 ** 2, (picture + 1) * 96 ** 2) ?? [],
        (value) => value / 255,
      );
      const parts =
        over === 'picture'
          ? [shares.map(() => 1)]
          : [shares.map((share) => (share === 1 ? 1 : 0)), shares.map((share) => (share === 0 ? 1 : 0))];
      for (const weights of parts) {
        const [mean, contrast] = meanAndContrast(values, weights);
        expect(Math.abs(mean - 0.45)).toBeLessThan(0.03);
        expect(Math.abs(contrast - 0.12)).toBeLessThan(0.03);
      }
    }
    const inPlace = await source.draw([3], 'object-in-place');
    expect(new Set(inPlace.frames.data.filter((_, pixel) => inPlace.masks?.data[pixel] === 0))).toEqual(
      new Set([128]),
    );
  });

  test('are lit by their lamps or surroundings, the object alone always alike', async () => {
    const asked: string[] = [];
    const backgrounds: BackgroundSource = {
      ...noiseBackgrounds,
      illumination: async (id) => {
        asked.push(id);
        return { harmonics: Float64Array.from({ length: 27 }, (_, index) => (index < 3 ? 1 : 0)) };
      },
    };
    const sources = await Promise.all(
      ['fixed', 'random', 'panorama'].map((lighting) => create({ ...options, lighting }, { backgrounds })),
    );
    const drawn = async (appearance: 'presented' | 'object-alone') =>
      Promise.all(sources.map(async (source) => digest((await source.draw([1], appearance)).frames.data)));
    expect(new Set(await drawn('presented')).size).toBe(3);
    expect(asked).toEqual([strings((await sources[2].describe()).table, 'background_id')[1]]);
    expect(new Set(await drawn('object-alone')).size).toBe(1);
  });

  test('load every object once for rows in whatever order', async () => {
    const objects = fakeObjects();
    const source = await create({ imagesPerObject: { V6: 2 } }, { objects });
    await source.draw([13, 0, 12, 1, 5, 4], 'presented');
    expect(Array.from(objects.loads.values())).toEqual([1, 1, 1]);
  });

  test('come again after a drawing that failed', async () => {
    const source = await create(options);
    const failed = source.draw([99], 'presented');
    const fine = source.draw([0], 'presented');
    await expect(failed).rejects.toThrow('row 99 does not exist; there are 12 stimuli');
    expect((await fine).frames.count).toBe(1);
  });
});

function meanPlace(coverage: Uint8Array, place: (pixel: number) => number): number {
  const total = coverage.reduce((sum, value) => sum + value, 0);
  return coverage.reduce((sum, value, pixel) => sum + value * place(pixel), 0) / total;
}

function meanAndContrast(values: Uint8Array, weights: readonly number[]): readonly [number, number] {
  let [total, sum, squares] = [0, 0, 0];
  weights.forEach((weight, pixel) => {
    total += weight;
    sum += (weight * values[pixel]) / 255;
    squares += weight * (values[pixel] / 255) ** 2;
  });
  return [sum / total, Math.sqrt(squares / total - (sum / total) ** 2)];
}
