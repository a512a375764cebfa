import type { RandomStream } from '../../core/contracts/random.ts';
import type { DeadLeavesOptions } from './options.ts';

/** A disc; lengths are shares of the longer side of the picture, which lies between 0 and 1. */
export interface Leaf {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** sRGB, 0 … 255. */
  readonly colour: readonly [number, number, number];
  readonly texture?: LeafTexture;
}

/** Where on the common texture a leaf lies, how it is turned, and its contrast. */
export interface LeafTexture {
  readonly u: number;
  readonly v: number;
  readonly turn: number;
  readonly contrast: number;
}

const steps = 2048;

/** Draws leaves that touch the unit square, as if discs lay everywhere on the plane. */
export function createLeafDrawer(options: DeadLeavesOptions): (random: RandomStream) => Leaf {
  const radiusOf = radiusByShare(options);
  return (random) => {
    const radius = radiusOf(random.uniform());
    return {
      x: random.uniform(-radius, 1 + radius),
      y: random.uniform(-radius, 1 + radius),
      radius,
      colour: drawColour(random, options.color),
      ...(options.texture > 0 && { texture: drawTexture(random, options.texture) }),
    };
  };
}

/** Quantile function of the radii of discs that touch the square: density r^-exponent times the (1 + 2 r)² where they may lie. */
function radiusByShare({
  radius: [smallest, largest],
  exponent,
}: DeadLeavesOptions): (share: number) => number {
  const ratio = largest / smallest;
  const radii = Float64Array.from({ length: steps + 1 }, (_, step) => smallest * ratio ** (step / steps));
  const passed = new Float64Array(steps + 1);
  const weight = (radius: number) => radius ** (1 - exponent) * (1 + 2 * radius) ** 2;
  for (let step = 1; step <= steps; step++)
    passed[step] = passed[step - 1] + weight(radii[step - 1]) + weight(radii[step]);
  return (share) => {
    const wanted = share * passed[steps];
    let [low, high] = [0, steps];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (passed[middle] <= wanted) low = middle;
      else high = middle;
    }
    const between = (wanted - passed[low]) / (passed[high] - passed[low]);
    return radii[low] + between * (radii[high] - radii[low]);
  };
}

function drawTexture(random: RandomStream, contrast: number): LeafTexture {
  return {
    u: random.uniform(0, 256),
    v: random.uniform(0, 256),
    turn: random.uniform(0, 2 * Math.PI),
    contrast,
  };
}

/** A grey value between 10 and 245, tinted by up to a third where leaves are coloured. */
function drawColour(
  random: RandomStream,
  color: DeadLeavesOptions['color'],
): readonly [number, number, number] {
  const grey = random.uniform(10, 245);
  if (color === 'grey') return [grey, grey, grey];
  return [
    grey * random.uniform(0.67, 1.33),
    grey * random.uniform(0.8, 1.2),
    grey * random.uniform(0.67, 1.33),
  ];
}
