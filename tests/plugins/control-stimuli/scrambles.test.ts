import { describe, expect, test } from '@jest/globals';
import type { Frames } from '../../../core/contracts/pictures.ts';
import { transformInPlace } from '../../../core/pictures/fourier.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { controls } from '../../../plugins/control-stimuli/controls.ts';
import { matchHistogram } from '../../../plugins/control-stimuli/match-histogram.ts';
import { analyse, createPyramid, synthesise } from '../../../plugins/control-stimuli/pyramid.ts';
import { scrambleTexture } from '../../../plugins/control-stimuli/texture-scramble.ts';
import { mean, pearson } from '../../support/correlation.ts';

const side = 32;
const random = createRandomStreams('scrambles');

/** Oblique stripes with a blob; low in contrast, so that nothing is clipped. */
const picture: Frames = {
  count: 1,
  width: side,
  height: side,
  channels: 1,
  data: Uint8Array.from({ length: side * side }, (_, pixel) => {
    const [x, y] = [pixel % side, Math.floor(pixel / side)];
    return 120 + 15 * Math.sin((2 * Math.PI * (3 * x + 3 * y)) / side) + 25 * Math.exp(-((x - 9) ** 2) / 20);
  }),
};

function amplitudes({ data, width, height }: Frames): Float64Array {
  const real = Float64Array.from(data);
  const imaginary = new Float64Array(real.length);
  transformInPlace({ width, height, real, imaginary });
  return real.map((value, at) => Math.hypot(value, imaginary[at]));
}

describe('phase scrambling', () => {
  const scramble = (name: string) =>
    controls['phase-scrambled'].make({ frames: picture }, random.stream(name));

  test('keeps mean and amplitudes, and moves what is seen', () => {
    const scrambled = scramble('a');
    const [before, after] = [amplitudes(picture), amplitudes(scrambled)];
    expect(after[0]).toBeCloseTo(before[0], -2);
    expect(pearson(Float64Array.from(before.slice(1)), after.slice(1))).toBeGreaterThan(0.99);
    const likeness = Array.from({ length: 20 }, (_, draw) =>
      pearson(Float64Array.from(picture.data), scramble(`draw ${draw}`).data),
    );
    expect(Math.abs(mean(likeness))).toBeLessThan(0.3);
  });
});

describe('the pyramid', () => {
  test.each([
    [32, 32],
    [30, 45],
  ])('of %i x %i pixels divides the frequency plane without gaps', (width, height) => {
    const { masks } = createPyramid(width, height);
    for (let at = 0; at < width * height; at++)
      expect(masks.reduce((sum, mask) => sum + mask[at] ** 2, 0)).toBeCloseTo(1, 10);
  });

  test('gives back the picture of its bands', () => {
    const pyramid = createPyramid(side, side);
    const values = Float64Array.from(picture.data);
    const restored = synthesise(analyse(values, pyramid), pyramid);
    restored.forEach((value, at) => {
      expect(value).toBeCloseTo(values[at], 8);
    });
  });
});

test('a matched histogram has the values of the other and keeps the order', () => {
  const matched = matchHistogram(Float64Array.of(5, -1, 2, 9), Float64Array.of(0, 10, 20, 40));
  expect(matched).toEqual(Float64Array.of(20, 0, 10, 40));
});

describe('texture scrambling', () => {
  const scrambled = scrambleTexture(picture, random.stream('c'));

  test('keeps the distribution of pixels', () => {
    const [before, after] = [picture.data.toSorted(), scrambled.data.toSorted()];
    expect(mean(Array.from(after, (value, at) => Math.abs(value - before[at])))).toBeLessThan(0.5);
  });

  test('keeps the energy of every scale and orientation, and forgets places', () => {
    const pyramid = createPyramid(side, side);
    const energies = ({ data }: Frames) =>
      analyse(Float64Array.from(data), pyramid)
        .slice(0, -1)
        .map((band) => Math.log(mean(band.map((value) => value ** 2)) + 1e-2));
    expect(pearson(energies(picture), energies(scrambled))).toBeGreaterThan(0.97);
    expect(Math.abs(pearson(Float64Array.from(picture.data), scrambled.data))).toBeLessThan(0.6);
  });

  test('is the same for the same seed alone', () => {
    expect(scrambleTexture(picture, random.stream('c')).data).toEqual(scrambled.data);
    expect(scrambleTexture(picture, random.stream('d')).data).not.toEqual(scrambled.data);
  });
});
