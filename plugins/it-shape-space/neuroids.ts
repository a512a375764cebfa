import type { RandomStream } from '../../core/contracts/random.ts';
import { drawRates, type Rates } from '../../core/neurons/rates.ts';

export interface ItNeuroid {
  readonly kind: 'radial' | 'ramp';
  /** Axes of the shape space that matter, and how much each; the squares of the weights add up to one. */
  readonly axes: readonly number[];
  readonly weights: readonly number[];
  /** Preferred place on each of the axes (radial), in standard deviations. */
  readonly preferred: readonly number[];
  /** 0 broad … 1 selective. */
  readonly selectivity: number;
  /** Radial: width of the tuning. Ramp: softness of the threshold. In standard deviations. */
  readonly width: number;
  /** Ramp: where the response is half, in standard deviations. */
  readonly threshold: number;
  /** Centre of the receptive field, degrees right and up of the picture's centre. */
  readonly x: number;
  readonly y: number;
  /** Standard deviation of the receptive field, degrees. */
  readonly positionTolerance: number;
  /** Preferred size in octaves above the reference size, and the standard deviation around it. */
  readonly size: number;
  readonly sizeTolerance: number;
  readonly rates: Rates;
}

const radialShare = 0.5;
const fewestAxes = 3;
const mostAxes = 8;
/** Share by which an axis is less likely to be chosen than the one before. */
const fading = 0.22;

/**
 * Draws one neuroid.
 * @param exemplars places of the objects in the space, `[stimulus, axis]`; a radial neuroid prefers one of them.
 */
export function drawNeuroid(
  exemplars: { readonly rows: number; readonly columns: number; readonly data: Float64Array },
  stream: RandomStream,
): ItNeuroid {
  const kind = stream.uniform() < radialShare ? 'radial' : 'ramp';
  const rates = drawRates('IT', stream);
  const exemplar = stream.integer(exemplars.rows);
  const selectivity = stream.uniform();
  const threshold = stream.uniform(0, 1.5);
  const x = stream.normal(0.5, 1.5);
  const y = stream.normal(0, 1.5);
  const size = stream.normal(0.2, 0.5);
  const tolerance = 1.4 - 0.6 * selectivity;
  const positionTolerance = 6 * tolerance * stream.uniform(0.75, 1.25);
  const sizeTolerance = 1.5 * tolerance * stream.uniform(0.75, 1.25);
  const axes = drawAxes(exemplars.columns, stream);
  const weights = unitWeights(axes.map(() => stream.normal()));
  return {
    kind,
    axes,
    weights,
    preferred: axes.map((axis) => exemplars.data[exemplar * exemplars.columns + axis]),
    selectivity,
    width: kind === 'radial' ? 1.1 - 0.5 * selectivity : 0.6 - 0.3 * selectivity,
    threshold,
    x,
    y,
    positionTolerance,
    size,
    sizeTolerance,
    rates,
  };
}

/** A neuron beside another: tuned alike, a little off in every respect, with its own tolerance and rates. */
export function drawNeighbour(
  of: ItNeuroid,
  exemplars: { readonly rows: number; readonly columns: number; readonly data: Float64Array },
  stream: RandomStream,
): ItNeuroid {
  const own = drawNeuroid(exemplars, stream);
  return {
    ...of,
    weights: unitWeights(of.weights.map((weight) => weight + stream.normal(0, 0.15))),
    preferred: of.preferred.map((place) => place + stream.normal(0, 0.3)),
    x: of.x + stream.normal(0, 0.3),
    y: of.y + stream.normal(0, 0.3),
    positionTolerance: own.positionTolerance,
    sizeTolerance: own.sizeTolerance,
    rates: own.rates,
  };
}

/** Different axes, early ones more often. */
function drawAxes(count: number, stream: RandomStream): readonly number[] {
  const wanted = Math.min(count, fewestAxes + stream.integer(mostAxes - fewestAxes + 1));
  const chances = Float64Array.from({ length: count }, (_, axis) => (1 - fading) ** axis);
  return Array.from({ length: wanted }, () => {
    const axis = stream.weighted(chances);
    chances[axis] = 0;
    return axis;
  });
}

function unitWeights(weights: readonly number[]): readonly number[] {
  const length = Math.hypot(...weights);
  return weights.map((weight) => weight / length);
}
