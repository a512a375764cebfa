import type { PictureFormat } from '../../core/contracts/pictures.ts';
import type { RandomStream } from '../../core/contracts/random.ts';
import { drawRates, type Rates } from '../../core/neurons/rates.ts';
import { frequencies } from './lattice.ts';

/** A bit of contour that a neuroid looks for. */
export interface Fragment {
  /** Where its middle lies, degrees right and up of the middle of the neuroid's template. */
  readonly x: number;
  readonly y: number;
  /** Direction of the contour at its middle, radians, counter-clockwise from rightwards. */
  readonly direction: number;
  /** Radians of turn per degree of visual angle; 0 straight. */
  readonly curvature: number;
}

export interface V4Neuroid {
  /** Centre of the receptive field, degrees right and up of the picture's centre. */
  readonly x: number;
  readonly y: number;
  /** Standard deviation of the places at which the template is accepted, degrees. */
  readonly tolerance: number;
  /** Index into the afferents' frequencies. */
  readonly level: number;
  readonly fragments: readonly Fragment[];
  /** In standard deviations above the mean input. */
  readonly threshold: number;
  /** Standard deviations over which the output rises from .27 to .73, halved. */
  readonly softness: number;
  readonly rates: Rates;
}

/** Radians per degree from shallow to acute, and the share of straight fragments. */
const curvatures = [0.5, 4] as const;
const straightShare = 0.2;
const fragmentWeights = [0.4, 0.4, 0.2];

/** Draws one neuroid; curved fragments are biased to acute curvature. */
export function drawNeuroid(sparseness: number, format: PictureFormat, stream: RandomStream): V4Neuroid {
  const height = (format.degrees * format.height) / format.width;
  const x = stream.uniform(-0.4, 0.4) * format.degrees;
  const y = stream.uniform(-0.4, 0.4) * height;
  const rates = drawRates('V4', stream);
  const level = stream.integer(frequencies.length);
  const eccentricity = Math.hypot(x, y);
  const tolerance = (0.4 + 0.12 * eccentricity) * stream.uniform(0.75, 1.25);
  const threshold = sparseness + stream.normal(0, 0.5);
  const softness = stream.uniform(0.4, 0.8);
  const count = 1 + stream.weighted(fragmentWeights);
  const fragments = Array.from({ length: count }, (_, index) => drawFragment(index, stream));
  return { x, y, tolerance, level, fragments, threshold, softness, rates };
}

/**
 * A neuron beside another: it looks for the same fragments, somewhat turned and bent, at somewhat other places, and has
 * its own threshold and rates.
 */
export function drawNeighbour(
  of: V4Neuroid,
  sparseness: number,
  format: PictureFormat,
  stream: RandomStream,
): V4Neuroid {
  const own = drawNeuroid(sparseness, format, stream);
  return {
    ...own,
    x: of.x + stream.normal(0, 0.2),
    y: of.y + stream.normal(0, 0.2),
    tolerance: of.tolerance,
    level: of.level,
    fragments: of.fragments.map((fragment) => ({
      ...fragment,
      direction: fragment.direction + stream.normal(0, 0.2),
      curvature: fragment.curvature * Math.exp(stream.normal(0, 0.2)),
    })),
  };
}

/** The first fragment lies in the middle of the template, further ones around it. */
function drawFragment(index: number, stream: RandomStream): Fragment {
  const angle = stream.uniform(0, 2 * Math.PI);
  const distance = index === 0 ? 0 : stream.uniform(0.6, 1.4);
  const [shallow, acute] = curvatures;
  const magnitude = shallow + (acute - shallow) * Math.sqrt(stream.uniform());
  const sign = stream.uniform() < 0.5 ? -1 : 1;
  const straight = stream.uniform() < straightShare;
  return {
    x: distance * Math.cos(angle),
    y: distance * Math.sin(angle),
    direction: stream.uniform(0, 2 * Math.PI),
    curvature: straight ? 0 : sign * magnitude,
  };
}
