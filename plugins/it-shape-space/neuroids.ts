import type { Matrix } from '../../core/contracts/linear-algebra.ts';
import type { RandomStream } from '../../core/contracts/random.ts';
import { drawRates, type Rates } from '../../core/neurons/rates.ts';

export interface ItNeuroid {
  readonly kind: 'radial' | 'ramp';
  /** How much each axis of the shape space matters; the squares add up to one. */
  readonly weights: readonly number[];
  /** Preferred place on each axis, in standard deviations of the axis. */
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
  /** Preferred yaw, pitch and roll in radians, and the tolerance of `toleratedShare` to leaving them. */
  readonly view: readonly number[];
  readonly viewTolerance: number;
  readonly rates: Rates;
}

/** From what neuroids are drawn. */
export interface Exemplars {
  /** Places of the objects that may be preferred, `[stimulus, axis]`. */
  readonly places: Matrix;
  /** Standard deviation of the shapes along every axis, in any unit. */
  readonly deviations: Float64Array;
}

const radialShare = 0.5;
/** The weight of an axis grows with this power of the deviation along it. */
const steepness = 3;

/**
 * Draws one neuroid. It is given an exemplar to prefer: a radial one peaks there, a ramp rises towards it. Axes along
 * which shapes differ more matter more.
 */
export function drawNeuroid({ places, deviations }: Exemplars, stream: RandomStream): ItNeuroid {
  const kind = stream.uniform() < radialShare ? 'radial' : 'ramp';
  const rates = drawRates('IT', stream);
  const exemplar = stream.integer(places.rows);
  const preferred = [...places.data.subarray(exemplar * places.columns, (exemplar + 1) * places.columns)];
  const selectivity = stream.uniform();
  const tolerance = 1.4 - 0.8 * selectivity;
  const spread = () => tolerance * stream.uniform(0.75, 1.25);
  return {
    kind,
    weights: towards(
      preferred,
      unitWeights(Array.from(deviations, (deviation) => stream.normal() * deviation ** steepness)),
    ),
    preferred,
    selectivity,
    width: kind === 'radial' ? 1.4 - 0.6 * selectivity : 0.75 - 0.4 * selectivity,
    threshold: stream.uniform(0, 1.5),
    x: stream.normal(0.5, 1.5),
    y: stream.normal(0, 1.5),
    positionTolerance: 2.3 * spread(),
    size: stream.normal(0.2, 0.5),
    sizeTolerance: 2.1 * spread(),
    view: [halfTurns(0.5, stream), halfTurns(0.5, stream), halfTurns(1, stream)],
    viewTolerance: 4.5 * spread(),
    rates,
  };
}

/** A neuron beside another: tuned alike, a little off in every respect, with its own tolerance and rates. */
export function drawNeighbour(of: ItNeuroid, exemplars: Exemplars, stream: RandomStream): ItNeuroid {
  const own = drawNeuroid(exemplars, stream);
  const size = 1 / Math.sqrt(of.weights.length);
  return {
    ...of,
    weights: unitWeights(of.weights.map((weight) => weight + stream.normal(0, 0.3 * size))),
    preferred: of.preferred.map((place) => place + stream.normal(0, 0.3)),
    x: of.x + stream.normal(0, 0.3),
    y: of.y + stream.normal(0, 0.3),
    positionTolerance: own.positionTolerance,
    sizeTolerance: own.sizeTolerance,
    viewTolerance: own.viewTolerance,
    rates: own.rates,
  };
}

/** Radians, up to so many half turns to either side. */
function halfTurns(most: number, stream: RandomStream): number {
  return stream.uniform(-most, most) * Math.PI;
}

/** The weights, or their opposites where a place lies on their negative side. */
function towards(place: readonly number[], weights: readonly number[]): readonly number[] {
  const along = weights.reduce((sum, weight, axis) => sum + weight * place[axis], 0);
  return along < 0 ? weights.map((weight) => -weight) : weights;
}

function unitWeights(weights: readonly number[]): readonly number[] {
  const length = Math.hypot(...weights);
  return weights.map((weight) => weight / length);
}
