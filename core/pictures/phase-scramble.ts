import type { Frames } from '../contracts/pictures.ts';
import type { RandomStream } from '../contracts/random.ts';
import { invertInPlace, type Spectrum, transformInPlace } from './fourier.ts';

/**
 * One picture with its amplitude spectrum and random phases: mean, contrast and energy at every frequency and
 * orientation stay, up to clipping; shapes go. All channels turn by the same phases, so that colours stay related.
 */
export function scramblePhases(picture: Frames, random: RandomStream): Frames {
  const { width, height, channels } = picture;
  const turns = transformed(
    Float64Array.from({ length: width * height }, () => random.normal()),
    width,
    height,
  );
  const data = new Uint8Array(picture.data.length);
  for (let channel = 0; channel < channels; channel++) {
    const values = Float64Array.from(turns.real, (_, pixel) => picture.data[pixel * channels + channel]);
    const scrambled = turned(transformed(values, width, height), turns);
    for (let pixel = 0; pixel < scrambled.length; pixel++)
      data[pixel * channels + channel] = Math.round(Math.min(255, Math.max(0, scrambled[pixel])));
  }
  return { ...picture, data };
}

function transformed(real: Float64Array, width: number, height: number): Spectrum {
  const spectrum = { width, height, real, imaginary: new Float64Array(real.length) };
  transformInPlace(spectrum);
  return spectrum;
}

/** The picture of a spectrum whose phases are advanced by those of another; the mean, at the origin, stays. */
function turned({ width, height, real, imaginary }: Spectrum, by: Spectrum): Float64Array {
  for (let at = 1; at < real.length; at++) {
    const length = Math.hypot(by.real[at], by.imaginary[at]);
    const [cosine, sine] = [by.real[at] / length, by.imaginary[at] / length];
    const x = real[at] * cosine - imaginary[at] * sine;
    imaginary[at] = real[at] * sine + imaginary[at] * cosine;
    real[at] = x;
  }
  invertInPlace({ width, height, real, imaginary });
  return real.map((value) => value / real.length);
}
