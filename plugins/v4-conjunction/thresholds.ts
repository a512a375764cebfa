import type { Frames } from '../../core/contracts/pictures.ts';
import type { V4Neuroid } from './neuroids.ts';

const smallestSpread = 1e-9;

interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

/**
 * Puts a sigmoid behind every match (Cadieu et al. 2007, equation 2), its threshold and slope in units of the spread
 * over the pictures of the first call, which are those of the calibration.
 */
export function createThresholds(
  neuroids: readonly V4Neuroid[],
  matchesOf: (frames: Frames) => Float64Array,
): (frames: Frames) => Float64Array {
  let spreads: readonly Spread[] | undefined;
  return (frames) => {
    const matches = matchesOf(frames);
    spreads ??= neuroids.map((_, neuroid) => spreadOf(matches, neuroid, neuroids.length));
    const known = spreads;
    return matches.map((match, index) => {
      const { threshold, softness } = neuroids[index % neuroids.length];
      const { mean, deviation } = known[index % neuroids.length];
      return 1 / (1 + Math.exp((threshold - (match - mean) / deviation) / softness));
    });
  };
}

function spreadOf(values: Float64Array, column: number, columns: number): Spread {
  const rows = values.length / columns;
  let sum = 0;
  let squares = 0;
  for (let index = column; index < values.length; index += columns) {
    sum += values[index];
    squares += values[index] ** 2;
  }
  const mean = sum / rows;
  return { mean, deviation: Math.max(smallestSpread, Math.sqrt(Math.max(0, squares / rows - mean * mean))) };
}
