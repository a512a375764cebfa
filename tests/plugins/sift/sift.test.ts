import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Frames } from '../../../core/contracts/pictures.ts';
import type { Tensors } from '../../../core/contracts/tensors.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { gridCentres } from '../../../plugins/sift/axis-maps.ts';
import { createDescriptorGrid, descriptorLength } from '../../../plugins/sift/descriptors.ts';
import plugin from '../../../plugins/sift/index.ts';
import { kMeans, type Points } from '../../../plugins/sift/k-means.ts';
import { nearestCentres } from '../../../plugins/sift/nearest.ts';
import { selectFrames } from '../../support/stimuli.ts';
import { startTensorEngine } from '../../support/tensor-engine.ts';

interface Fixture {
  readonly side: number;
  readonly picture: readonly number[];
  /** By OpenCV: 512 times the descriptor, rounded. */
  readonly descriptors: readonly {
    readonly cell: number;
    readonly x: number;
    readonly y: number;
    readonly values: readonly number[];
  }[];
}

const fixture = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../oracles/sift.json'), 'utf8'),
) as Fixture;
const { side, picture } = fixture;
const random = createRandomStreams('sift');
const instance = { id: 'sift', random, resolvePath: (path: string) => path };
const format = { width: 32, height: 32, channels: 1, degrees: 8 } as const;

function noise(count: number, width: number): Frames {
  const stream = random.stream('noise');
  const data = Uint8Array.from({ length: count * width * width }, () => stream.integer(256));
  return { count, height: width, width, channels: 1, data };
}

describe('sift', () => {
  let tensors: Tensors;
  beforeAll(async () => {
    tensors = await startTensorEngine();
  });

  /** Descriptors of a picture at every grid place, `[places, places]` of 128. */
  function described(pixels: ArrayLike<number>, bin: number, step: number) {
    const { tf } = tensors;
    const grid = createDescriptorGrid(tf, side, bin, step);
    const values = tf
      .tidy(() => grid.describe(tf.tensor4d(Float32Array.from(pixels), [1, 1, side, side])))
      .dataSync();
    const places = grid.centres.length;
    const at = (row: number, column: number) =>
      values.slice(
        (row * places + column) * descriptorLength,
        (row * places + column + 1) * descriptorLength,
      );
    return { grid, places, at };
  }

  function farthest(a: ArrayLike<number>, b: ArrayLike<number>): number {
    return Math.max(...Array.from(a, (value, index) => Math.abs(value - b[index])));
  }

  test.each([4, 5])('descriptors of cells of %i pixels agree with OpenCV', (cell) => {
    const { grid, at } = described(picture, cell, 1);
    const own = fixture.descriptors.filter((descriptor) => descriptor.cell === cell);
    expect(own).toHaveLength(9);
    for (const { x, y, values } of own) {
      const found = at(grid.centres.indexOf(y), grid.centres.indexOf(x));
      expect(
        farthest(
          found.map((value) => value * 512),
          values,
        ),
      ).toBeLessThan(2);
    }
  });

  test('a quarter turn of the picture turns cells and orientations', () => {
    const turned = picture.map(
      (_, pixel) => picture[(pixel % side) * side + side - 1 - Math.floor(pixel / side)],
    );
    const upright = described(picture, 4, 3);
    const sideways = described(turned, 4, 3);
    const last = upright.places - 1;
    for (let row = 0; row <= last; row += 3)
      for (let column = 0; column <= last; column += 2) {
        const before = upright.at(column, last - row);
        const expected = Array.from(before, (_, index) => {
          const [cellRow, cellColumn, orientation] = [index >> 5, (index >> 3) & 3, index & 7];
          return before[((cellColumn * 4 + 3 - cellRow) << 3) + ((orientation + 6) & 7)];
        });
        expect(farthest(sideways.at(row, column), expected)).toBeLessThan(1e-4);
      }
  });

  test('brightness and contrast leave descriptors alone; their norm is one', () => {
    const before = described(picture, 4, 16);
    const after = described(
      picture.map((value) => 20 + value / 2),
      4,
      16,
    );
    for (let place = 0; place < before.places; place++) {
      expect(farthest(before.at(place, 0), after.at(place, 0))).toBeLessThan(1e-4);
      expect(Math.hypot(...before.at(place, 0))).toBeCloseTo(1, 5);
    }
  });

  test('the grid is in the middle, and descriptors have room', () => {
    expect(gridCentres(128, 4, 8)).toEqual([11, 19, 27, 35, 43, 51, 59, 67, 75, 83, 91, 99, 107, 115]);
    expect(gridCentres(57, 8, 40)).toEqual([28]);
  });

  test('k-means finds clusters, and asks for as many different points', () => {
    const { tf } = tensors;
    const stream = random.stream('points');
    const data = Float32Array.from(
      { length: 300 },
      (_, index) => 10 * (Math.floor(index / 2) % 3) + stream.normal(0, 0.1),
    );
    const assign = (points: Points, centres: Points) => nearestCentres(tf, points, centres);
    const points = { count: 150, dimensions: 2, data };
    const centres = kMeans(points, 3, assign, random.stream('centres'));
    const first = Array.from({ length: 3 }, (_, centre) => centres?.data[2 * centre] ?? Number.NaN);
    first
      .sort((a, b) => a - b)
      .forEach((value, centre) => {
        expect(value).toBeCloseTo(10 * centre, 0);
      });
    const same = { ...points, data: new Float32Array(300).fill(1) };
    expect(kMeans(same, 2, assign, random.stream('centres'))).toBeUndefined();
  });

  describe('words', () => {
    const options = plugin.options.parse({ size: 32, bins: [4], step: 4, words: 6 });
    const create = () => plugin.create(options, { tensors }, instance);
    const learnt = noise(5, 32);

    async function wordsOf(frames: Frames) {
      const backbone = await create();
      backbone.fittable?.restore((await backbone.fittable.fit(learnt, format, random)) ?? []);
      return (await backbone.activations(frames, format, ['words'])).get('words') ?? new Float32Array();
    }

    test('are shares of the places in the picture and in its quarters', async () => {
      const words = await wordsOf(selectFrames(learnt, [2]));
      expect(words).toHaveLength(5 * 6);
      const sums = [0, 1, 2, 3, 4].map((part) => words.slice(6 * part, 6 * part + 6).reduce((a, b) => a + b));
      for (const sum of sums) expect(sum).toBeCloseTo(1, 5);
      const quarters = [0, 1, 2, 3, 4, 5].map((word) =>
        [1, 2, 3, 4].reduce((a, part) => a + words[6 * part + word] / 4, 0),
      );
      expect(farthest(words.slice(0, 6), quarters)).toBeLessThan(1e-5);
    });

    test('flat places have none', async () => {
      const flat = { ...noise(1, 32), data: new Uint8Array(32 * 32).fill(90) };
      expect((await wordsOf(flat)).every((share) => share === 0)).toBe(true);
    });

    test('need a vocabulary, and pictures with enough descriptors for it', async () => {
      const backbone = await create();
      await expect(backbone.activations(learnt, format, ['words'])).rejects.toThrow('has no vocabulary yet');
      const flat = { ...noise(1, 32), data: new Uint8Array(32 * 32).fill(90) };
      await expect(backbone.fittable?.fit(flat, format, random)).rejects.toThrow(
        '1 pictures do not have 6 different descriptors for the vocabulary of sift',
      );
    });
  });
});
