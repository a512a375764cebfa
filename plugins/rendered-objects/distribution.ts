import { z } from 'zod';
import type { RandomStream } from '../../core/contracts/random.ts';
import { InputError } from '../../core/errors/errors.ts';

/** How the values of one quantity are spread; a plain number is the value of all. */
export interface Distribution {
  readonly fixed?: number;
  /** Lowest and highest value. */
  readonly uniform?: Range;
  /** Uniform in the logarithm: lowest and highest value, both above 0. */
  readonly 'log-uniform'?: Range;
  /** Mean and standard deviation. */
  readonly normal?: Range;
  /** Draws of `normal` outside are thrown away. */
  readonly within?: Range;
  readonly list?: readonly number[];
  /** First and last of evenly spaced values. */
  readonly grid?: Range;
  /** Number of values of `grid`. */
  readonly steps?: number;
}

type Range = readonly [number, number];

const kinds = ['uniform', 'log-uniform', 'normal', 'list', 'grid'] as const;
const mostDraws = 10_000;

const range = z
  .tuple([z.number(), z.number()])
  .refine(([low, high]) => low < high, 'the lower end first, for instance [-30, 30]');
const positive = z
  .tuple([z.number().positive(), z.number().positive()])
  .refine(([low, high]) => low < high, 'the lower end first, for instance [0.7, 1.4]');

const written = z
  .strictObject({
    fixed: z.number().optional(),
    uniform: range.optional(),
    'log-uniform': positive.optional(),
    normal: z.tuple([z.number(), z.number().positive()]).optional(),
    within: range.optional(),
    list: z
      .array(z.number())
      .min(1)
      .refine((values) => new Set(values).size === values.length, 'every value once')
      .optional(),
    grid: range.optional(),
    steps: z.int().min(2).max(1000).optional(),
  })
  .refine(
    (given) => ['fixed', ...kinds].filter((kind) => kind in given).length === 1,
    `a number or one of { uniform: [low, high] }, { log-uniform: [low, high] }, { normal: [mean, deviation] }, { list: [...] } and { grid: [first, last], steps: n }`,
  )
  .refine(
    ({ grid, steps }) => (grid === undefined) === (steps === undefined),
    'grid and steps together, for instance { grid: [-60, 60], steps: 5 }',
  )
  .refine(
    ({ within, normal }) => within === undefined || normal !== undefined,
    'within only beside normal, for instance { normal: [0, 30], within: [-60, 60] }',
  );

/** A distribution as scenes write it. */
export const distribution = z.preprocess((given, context) => {
  if (typeof given === 'number') return { fixed: given };
  if (!Array.isArray(given)) return given;
  context.addIssue({
    code: 'custom',
    message: `{ uniform: [low, high] } for a range, or { list: [...] } for values`,
    input: given,
  });
  return z.NEVER;
}, written);

/** A distribution none of whose values lies outside the given limits. */
export function distributionWithin(lowest: number, highest: number) {
  return distribution.refine((given) => {
    const [low, high] = boundsOf(given);
    return low >= lowest && high <= highest;
  }, `values from ${lowest} to ${highest} (beside normal, say so by within)`);
}

function boundsOf({
  fixed = 0,
  uniform,
  'log-uniform': logUniform,
  normal,
  within,
  list,
  grid,
}: Distribution) {
  if (list) return [Math.min(...list), Math.max(...list)];
  if (normal) return within ?? [-Infinity, Infinity];
  return uniform ?? logUniform ?? grid ?? [fixed, fixed];
}

/** The single values of a list or grid; undefined where values are drawn from a range. */
export function valuesOf({ list, grid, steps = 1 }: Distribution): readonly number[] | undefined {
  if (!grid) return list;
  const [first, last] = grid;
  return Array.from({ length: steps }, (_, step) => first + ((last - first) * step) / (steps - 1));
}

export function isRandom({ fixed }: Distribution): boolean {
  return fixed === undefined;
}

/** One value. Throws InputError when hardly any normal draw lies within its limits. */
export function drawFrom(distribution: Distribution, stream: RandomStream): number {
  const { fixed = 0, uniform, 'log-uniform': logUniform, normal, within } = distribution;
  if (uniform) return stream.uniform(...uniform);
  if (logUniform) return Math.exp(stream.uniform(Math.log(logUniform[0]), Math.log(logUniform[1])));
  if (normal) return drawNormal(normal, within ?? [-Infinity, Infinity], stream);
  const values = valuesOf(distribution);
  return values ? stream.pick(values) : fixed;
}

function drawNormal([mean, deviation]: Range, [low, high]: Range, stream: RandomStream): number {
  for (let draw = 0; draw < mostDraws; draw++) {
    const value = stream.normal(mean, deviation);
    if (value >= low && value <= high) return value;
  }
  throw new InputError(
    `normal: [${mean}, ${deviation}] gave no value within [${low}, ${high}] in ${mostDraws} draws; ` +
      'widen within, or move the mean into it.',
  );
}
