/** Complex values of a square grid whose side is a power of two, row-major. */
export interface Spectrum {
  readonly side: number;
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/** Inverse discrete Fourier transform in two dimensions, in place, without the factor 1 / side². */
export function invertInPlace({ side, real, imaginary }: Spectrum): void {
  for (let row = 0; row < side; row++) transformLine(real, imaginary, row * side, 1, side);
  for (let column = 0; column < side; column++) transformLine(real, imaginary, column, side, side);
}

/** Radix-2 transform (Cooley and Tukey 1965) of `length` values that lie `stride` apart. */
function transformLine(
  real: Float64Array,
  imaginary: Float64Array,
  start: number,
  stride: number,
  length: number,
): void {
  reverseBits(real, imaginary, start, stride, length);
  for (let size = 2; size <= length; size *= 2) {
    const half = size / 2;
    for (let place = 0; place < half; place++) {
      const angle = (2 * Math.PI * place) / size;
      const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
      for (let block = place; block < length; block += size) {
        const upper = start + block * stride;
        const lower = upper + half * stride;
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

function reverseBits(
  real: Float64Array,
  imaginary: Float64Array,
  start: number,
  stride: number,
  length: number,
): void {
  for (let index = 1, reversed = 0; index < length; index++) {
    let bit = length >> 1;
    for (; reversed & bit; bit >>= 1) reversed ^= bit;
    reversed ^= bit;
    if (index >= reversed) continue;
    const [one, other] = [start + index * stride, start + reversed * stride];
    [real[one], real[other]] = [real[other], real[one]];
    [imaginary[one], imaginary[other]] = [imaginary[other], imaginary[one]];
  }
}
