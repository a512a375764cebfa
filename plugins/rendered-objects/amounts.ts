import { z } from 'zod';
import { didYouMean } from '../../core/errors/suggestions.ts';
import { combinationsOf, type OwnVariation, variationsOf } from './variations.ts';

const mostPictures = 100_000;

const amount = z.union(
  [
    z.int().min(0).max(mostPictures),
    z.literal('factorial'),
    z.strictObject({ factorial: z.int().min(1).max(mostPictures) }),
  ],
  { error: `a whole number from 0 to ${mostPictures}, factorial, or { factorial: repeats }` },
);

/** Pictures of a variation: a number, or every combination of its lists and grids, once or several times. */
export type Amount = z.infer<typeof amount>;

export type Amounts = Readonly<Record<string, Amount>>;

/** Amounts as scenes write them, by the name of the variation. */
export const amounts = z.record(z.string(), amount);

/** How often a factorial amount asks for every combination. */
export function repeatsOf(asks: Exclude<Amount, number>): number {
  return asks === 'factorial' ? 1 : asks.factorial;
}

/** What is wrong with an option, and where. */
export type Complaint = readonly [path: readonly string[], message: string];

/** What is wrong with the amount at a path that ends in the name of its variation. */
export function complaintOfAmount(
  path: readonly [string, string],
  asks: Amount,
  own: Readonly<Record<string, OwnVariation>>,
): readonly Complaint[] {
  const known = variationsOf(own);
  const name = path[1];
  const variation = known.get(name);
  if (!variation) return [[path, `the name of a variation; ${didYouMean(name, [...known.keys()])}`]];
  if (typeof asks === 'number') return [];
  const combinations = combinationsOf(variation).length;
  if (combinations === 0)
    return [[path, `a number of pictures: the variation ${name} has no list and no grid to combine`]];
  const repeats = repeatsOf(asks);
  if (combinations * repeats <= mostPictures) return [];
  return [[path, `at most ${mostPictures} pictures: ${combinations} combinations x ${repeats} are too many`]];
}
