import { contrastOf } from '../../core/neurons/contrast.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import { normalisedDrives } from '../../plugins/v1-gabor/drive.ts';
import { drawNeuroid, type V1Neuroid } from '../../plugins/v1-gabor/neuroids.ts';
import { receptiveField } from '../../plugins/v1-gabor/receptive-field.ts';
import { type Grating, gratingFrames } from './gratings.ts';

const { floor } = Math;

/** Pictures of 8 by 8 cycles of a cell's preferred frequency: tuning does not depend on its scale. */
const side = 64;
const format = { width: side, height: side, channels: 1, degrees: 8 } as const;
const cyclesPerPixel = format.degrees / side;
const phases = [0, 45, 90, 135, 180, 225, 270, 315];

/** A grating as a physiologist names it, relative to what the cell prefers. */
export interface Shown {
  /** Octaves above the preferred frequency. */
  readonly octaves?: number;
  /** Degrees from the preferred orientation. */
  readonly turned?: number;
  readonly contrast?: number;
  /** Radius of the patch in cycles; absent: the whole picture. */
  readonly radius?: number;
}

/** Cells drawn from the population, moved to the middle of the picture and magnified to one cycle per degree. */
export function drawCells(count: number, complexShare: number): readonly V1Neuroid[] {
  const random = createRandomStreams(`cells ${complexShare}`);
  return Array.from({ length: count }, (_, index) => {
    const cell = drawNeuroid(
      complexShare,
      { ...format, width: 512, height: 512 },
      random.stream(String(index)),
    );
    const { frequency, along, across } = cell;
    return { ...cell, x: 0, y: 0, frequency: 1, along: along * frequency, across: across * frequency };
  });
}

/** Rates above spontaneous to the phases of a drifting grating, spikes per second. */
export function cycle(cell: V1Neuroid, { octaves = 0, turned = 0, contrast = 1, radius }: Shown): number[] {
  const gratings = phases.map(
    (phase): Grating => ({
      frequency: cyclesPerPixel * 2 ** octaves,
      orientation: cell.orientation + turned,
      phase,
      contrast,
    }),
  );
  const frames = gratingFrames(side, gratings);
  if (radius !== undefined) maskBeyond(radius / cyclesPerPixel, frames.data);
  const pictures = contrastOf(frames, side, side);
  const drives = normalisedDrives(pictures, [cell], [receptiveField(cell, format)]);
  return Array.from(drives, (drive) => (cell.peakRate - cell.spontaneousRate) * drive);
}

/** Grey beyond a radius in pixels. */
function maskBeyond(radius: number, data: Uint8Array): void {
  for (let pixel = 0; pixel < data.length; pixel++) {
    const x = (pixel % side) + 0.5 - side / 2;
    const y = floor((pixel % side ** 2) / side) + 0.5 - side / 2;
    if (x * x + y * y > radius * radius) data[pixel] = 128;
  }
}

/** Mean over the cycle. */
export function meanRate(cell: V1Neuroid, shown: Shown): number {
  const rates = cycle(cell, shown);
  return rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}

/** Modulation with the grating over the mean (Skottun et al. 1991, Vision Res 31:1079): above 1 in simple cells. */
export function modulationRatio(cell: V1Neuroid): number {
  const rates = cycle(cell, {});
  const component = (of: (angle: number) => number) =>
    rates.reduce((sum, rate, index) => sum + rate * of((2 * Math.PI * index) / rates.length), 0);
  const amplitude = (2 / rates.length) * Math.hypot(component(Math.cos), component(Math.sin));
  return amplitude / (rates.reduce((sum, rate) => sum + rate, 0) / rates.length);
}

/** Half width at half height of the orientation tuning, degrees; 90 where half is never reached. */
export function orientationHalfWidth(cell: V1Neuroid, step = 3): number {
  const half = meanRate(cell, {}) / 2;
  let before = 2 * half;
  for (let turned = step; turned <= 90; turned += step) {
    const rate = meanRate(cell, { turned });
    if (rate <= half) return turned - (step * (half - rate)) / (before - rate);
    before = rate;
  }
  return 90;
}

/** Contrast at half of the maximum of R c^n / (c50^n + c^n), least squares over a grid of c50 and n. */
export function semiSaturationContrast(cell: V1Neuroid): number {
  const contrasts = [0.06, 0.12, 0.2, 0.3, 0.45, 0.7, 1];
  const rates = contrasts.map((contrast) => meanRate(cell, { contrast }));
  let [best, least] = [Number.NaN, Number.POSITIVE_INFINITY];
  for (let c50 = 0.05; c50 <= 0.8; c50 += 0.01)
    for (let exponent = 1; exponent <= 4; exponent += 0.1) {
      const shape = contrasts.map(
        (contrast) => contrast ** exponent / (c50 ** exponent + contrast ** exponent),
      );
      const scale = dot(shape, rates) / dot(shape, shape);
      const error = shape.reduce((sum, value, index) => sum + (scale * value - rates[index]) ** 2, 0);
      if (error < least) [best, least] = [c50, error];
    }
  return best;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * b[index], 0);
}
