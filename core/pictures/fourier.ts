const { ceil, cos, log2, sin } = Math;

/** Complex values of a grid `[height, width]`, row-major. */
export interface Spectrum {
  readonly width: number;
  readonly height: number;
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/** Discrete Fourier transform in two dimensions, in place; any size, powers of two are fastest. */
export function transformInPlace({ width, height, real, imaginary }: Spectrum): void {
  // Swapping real and imaginary parts before and after an inverse transform makes a forward one.
  invertInPlace({ width, height, real: imaginary, imaginary: real });
}

/** Inverse discrete Fourier transform in two dimensions, in place, without the factor 1 / (width height). */
export function invertInPlace({ width, height, real, imaginary }: Spectrum): void {
  invertColumns(real, imaginary, height, width);
  transpose(real, height, width);
  transpose(imaginary, height, width);
  invertColumns(real, imaginary, width, height);
  transpose(real, width, height);
  transpose(imaginary, width, height);
}

/** Inverse transform along the first dimension of `[length, inner]`; whole rows are added, which memory likes. */
function invertColumns(real: Float64Array, imaginary: Float64Array, length: number, inner: number): void {
  if (Number.isInteger(log2(length))) invertRadix2(real, imaginary, length, inner);
  else invertByChirp(real, imaginary, length, inner);
}

/** Cooley and Tukey (1965); `length` is a power of two. */
function invertRadix2(real: Float64Array, imaginary: Float64Array, length: number, inner: number): void {
  reverseBits(real, length, inner);
  reverseBits(imaginary, length, inner);
  for (let size = 2; size <= length; size *= 2) {
    const half = size / 2;
    for (let place = 0; place < half; place++) {
      const angle = (2 * Math.PI * place) / size;
      const [cosine, sine] = [cos(angle), sin(angle)];
      for (let row = place; row < length; row += size) {
        const end = (row + 1) * inner;
        for (let upper = row * inner, lower = upper + half * inner; upper < end; upper++, lower++) {
          const x = real[lower] * cosine - imaginary[lower] * sine;
          const y = real[lower] * sine + imaginary[lower] * cosine;
          real[lower] = real[upper] - x;
          imaginary[lower] = imaginary[upper] - y;
          real[upper] += x;
          imaginary[upper] += y;
        }
      }
    }
  }
}

function reverseBits(values: Float64Array, length: number, inner: number): void {
  for (let row = 1, reversed = 0; row < length; row++) {
    let bit = length >> 1;
    for (; reversed & bit; bit >>= 1) reversed ^= bit;
    reversed ^= bit;
    if (row >= reversed) continue;
    const kept = values.slice(row * inner, (row + 1) * inner);
    values.copyWithin(row * inner, reversed * inner, (reversed + 1) * inner);
    values.set(kept, reversed * inner);
  }
}

/** A transform of any length as a convolution with a chirp (Bluestein 1970). */
function invertByChirp(real: Float64Array, imaginary: Float64Array, length: number, inner: number): void {
  const padded = 2 ** ceil(log2(2 * length - 1));
  const [cosine, sine] = [cos, sin].map((wave) =>
    Float64Array.from({ length }, (_, row) => wave((Math.PI * (row ** 2 % (2 * length))) / length)),
  );
  const product = { real: new Float64Array(padded * inner), imaginary: new Float64Array(padded * inner) };
  const chirp = { real: new Float64Array(padded), imaginary: new Float64Array(padded) };
  product.real.set(real);
  product.imaginary.set(imaginary);
  for (let row = 0; row < length; row++) {
    for (const place of [row, (padded - row) % padded]) {
      chirp.real[place] = cosine[row];
      chirp.imaginary[place] = -sine[row];
    }
    turnRow(product, row, inner, cosine[row], sine[row]);
  }
  invertRadix2(product.real, product.imaginary, padded, inner);
  invertRadix2(chirp.real, chirp.imaginary, padded, 1);
  for (let row = 0; row < padded; row++) turnRow(product, row, inner, chirp.real[row], chirp.imaginary[row]);
  invertRadix2(product.imaginary, product.real, padded, inner);
  for (let row = 0; row < length; row++)
    turnRow(product, row, inner, cosine[row] / padded, sine[row] / padded);
  real.set(product.real.subarray(0, length * inner));
  imaginary.set(product.imaginary.subarray(0, length * inner));
}

/** Multiplies a row of `inner` values by one complex factor. */
function turnRow(
  { real, imaginary }: Pick<Spectrum, 'real' | 'imaginary'>,
  row: number,
  inner: number,
  x: number,
  y: number,
): void {
  for (let at = row * inner; at < (row + 1) * inner; at++) {
    const turned = real[at] * x - imaginary[at] * y;
    imaginary[at] = real[at] * y + imaginary[at] * x;
    real[at] = turned;
  }
}

function transpose(values: Float64Array, rows: number, columns: number): void {
  const original = values.slice();
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      values[column * rows + row] = original[row * columns + column];
}
