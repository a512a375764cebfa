import type { Frames } from '../contracts/pictures.ts';
import type { RandomStream } from '../contracts/random.ts';
import { invertInPlace, type Spectrum, transformInPlace } from './fourier.ts';

const { cos, sin } = Math;

/**
 * One picture with its amplitude spectrum and random phases: mean, contrast and energy at every frequency and
 * orientation stay, up to clipping; shapes go. All channels turn by the same phases, so that colours stay related.
 */
export function scramblePhases(picture: Frames, random: RandomStream): Frames {
  const { width, height, channels } = picture;
  const turns = drawTurns(width, height, random);
  const data = new Uint8ClampedArray(picture.data.length);
  for (let channel = 0; channel < channels; channel += 2) {
    const pair = spectrumOfPair(picture, channel);
    transformInPlace(pair);
    turn(pair, turns);
    invertInPlace(pair);
    for (let pixel = 0, at = channel; pixel < width * height; pixel++, at += channels) {
      data[at] = pair.real[pixel] / (width * height);
      if (channel + 1 < channels) data[at + 1] = pair.imaginary[pixel] / (width * height);
    }
  }
  return { ...picture, data: new Uint8Array(data.buffer) };
}

/** A channel as real part and the next one, if there is one, as imaginary part: both are turned in one transform. */
function spectrumOfPair({ width, height, channels, data }: Frames, channel: number): Spectrum {
  const pair = emptySpectrum(width, height);
  for (let pixel = 0, at = channel; pixel < width * height; pixel++, at += channels) {
    pair.real[pixel] = data[at];
    if (channel + 1 < channels) pair.imaginary[pixel] = data[at + 1];
  }
  return pair;
}

/** Unit factors, conjugate at opposite frequencies so that real pictures stay real; 1 where a frequency is its own opposite. */
function drawTurns(width: number, height: number, random: RandomStream): Spectrum {
  const turns = emptySpectrum(width, height);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const place = row * width + column;
      const opposite = ((height - row) % height) * width + ((width - column) % width);
      if (opposite < place) continue;
      const angle = opposite === place ? 0 : random.uniform(0, 2 * Math.PI);
      turns.real[place] = cos(angle);
      turns.real[opposite] = turns.real[place];
      turns.imaginary[place] = sin(angle);
      turns.imaginary[opposite] = -turns.imaginary[place];
    }
  return turns;
}

function turn({ real, imaginary }: Spectrum, turns: Spectrum): void {
  for (let place = 0; place < real.length; place++) {
    const x = real[place] * turns.real[place] - imaginary[place] * turns.imaginary[place];
    imaginary[place] = real[place] * turns.imaginary[place] + imaginary[place] * turns.real[place];
    real[place] = x;
  }
}

function emptySpectrum(width: number, height: number): Spectrum {
  const pixels = width * height;
  return { width, height, real: new Float64Array(pixels), imaginary: new Float64Array(pixels) };
}
