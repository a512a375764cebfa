import type { V1LikeOptions } from './options.ts';

const { cos, exp, floor, hypot, max, min, PI, sin } = Math;

/**
 * Gabor functions under one round envelope, each without mean and of unit Euclidean norm, as sums of products of a
 * function of x and one of y: filter f is the sum over c of `mixture[c, f] across[x, c] down[y, c]`.
 */
export interface FilterBank {
  /** Side of every filter in pixels, odd. */
  readonly side: number;
  readonly components: number;
  /** Period by period, orientations within. */
  readonly filters: number;
  /** `[side, components]` */
  readonly across: Float32Array;
  /** `[side, components]` */
  readonly down: Float32Array;
  /** `[components, filters]` */
  readonly mixture: Float32Array;
}

interface Product {
  readonly across: readonly number[];
  readonly down: readonly number[];
}

/** Filters are cut off at this many standard deviations of their envelope. */
const reach = 2.4;

/**
 * As cos(ax + by) = cos ax cos by - sin ax sin by, and its mirror image has a plus there, two orientations share two
 * products. The last product is the envelope, of which so much is taken away that no mean is left.
 */
export function createFilterBank({ orientations, periods, envelope }: V1LikeOptions): FilterBank {
  const margin = max(1, floor(reach * envelope));
  const offsets = Array.from({ length: 2 * margin + 1 }, (_, index) => index - margin);
  const round = offsets.map((offset) => exp(-0.5 * (offset / envelope) ** 2));
  const under = (wave: (phase: number) => number, frequency: number) =>
    round.map((weight, index) => weight * wave(frequency * offsets[index]));

  const mirrored = floor(orientations / 2) + 1;
  const products = periods.flatMap((period) =>
    Array.from({ length: mirrored }, (_, index) => {
      const x = (2 * PI * cos((PI * index) / orientations)) / period;
      const y = (2 * PI * sin((PI * index) / orientations)) / period;
      return [
        { across: under(cos, x), down: under(cos, y) },
        { across: under(sin, x), down: under(sin, y) },
      ];
    }),
  );
  const components = 2 * products.length + 1;
  const filters = periods.length * orientations;
  const mixture = new Float32Array(components * filters);
  for (let filter = 0; filter < filters; filter++) {
    const orientation = filter % orientations;
    const place = floor(filter / orientations) * mirrored + min(orientation, orientations - orientation);
    const sign = orientation < mirrored ? -1 : 1;
    const [even, odd] = products[place];
    const { scale, offset } = unitNorm(even, odd, sign, { across: round, down: round });
    mixture[2 * place * filters + filter] = scale;
    mixture[(2 * place + 1) * filters + filter] = sign * scale;
    mixture[(components - 1) * filters + filter] = -offset * scale;
  }
  const all = [...products.flat(), { across: round, down: round }];
  return {
    side: offsets.length,
    components,
    filters,
    across: byPixel(all.map(({ across }) => across)),
    down: byPixel(all.map(({ down }) => down)),
    mixture,
  };
}

/** How much of the envelope takes the mean away, and what then makes the norm one. */
function unitNorm(even: Product, odd: Product, sign: number, envelope: Product) {
  const [evens, odds, rounds] = [even, odd, envelope].map(({ across, down }) =>
    down.flatMap((v) => across.map((u) => u * v)),
  );
  const offset = sum(evens) / sum(rounds);
  const norm = hypot(...evens.map((value, pixel) => value + sign * odds[pixel] - offset * rounds[pixel]));
  return { scale: 1 / norm, offset };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function byPixel(components: readonly (readonly number[])[]): Float32Array {
  return Float32Array.from(components[0].flatMap((_, pixel) => components.map((values) => values[pixel])));
}
