import { describe, expect, test } from '@jest/globals';
import { invertInPlace, type Spectrum, transformInPlace } from '../../../core/pictures/fourier.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';

function randomSpectrum(width: number, height: number): Spectrum {
  const random = createRandomStreams('1').stream('waves');
  const draw = () => Float64Array.from({ length: width * height }, () => random.normal());
  return { width, height, real: draw(), imaginary: draw() };
}

const copy = ({ width, height, real, imaginary }: Spectrum): Spectrum => ({
  width,
  height,
  real: real.slice(),
  imaginary: imaginary.slice(),
});

/** The value at (x, y) as the sum of all waves. */
function sumOfWaves({ width, height, real, imaginary }: Spectrum, x: number, y: number, sign: 1 | -1) {
  let [sum, other] = [0, 0];
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const angle = sign * 2 * Math.PI * ((row * y) / height + (column * x) / width);
      const place = row * width + column;
      sum += real[place] * Math.cos(angle) - imaginary[place] * Math.sin(angle);
      other += real[place] * Math.sin(angle) + imaginary[place] * Math.cos(angle);
    }
  return [sum, other];
}

describe.each([
  [8, 8],
  [4, 16],
  [7, 12],
  [1, 5],
  [15, 1],
])('the Fourier transform of %d x %d values', (width, height) => {
  const spectrum = randomSpectrum(width, height);

  test.each([
    ['backwards', invertInPlace, 1],
    ['forwards', transformInPlace, -1],
  ] as const)('equals the sum of its waves %s', (_name, transform, sign) => {
    const transformed = copy(spectrum);
    transform(transformed);
    for (let place = 0; place < width * height; place++) {
      const [real, imaginary] = sumOfWaves(spectrum, place % width, Math.floor(place / width), sign);
      expect(transformed.real[place]).toBeCloseTo(real, 9);
      expect(transformed.imaginary[place]).toBeCloseTo(imaginary, 9);
    }
  });

  test('comes back', () => {
    const there = copy(spectrum);
    transformInPlace(there);
    invertInPlace(there);
    there.real.forEach((value, place) => {
      expect(value / (width * height)).toBeCloseTo(spectrum.real[place], 12);
    });
  });
});
