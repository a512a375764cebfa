import type { RandomStreams } from '../contracts/random.ts';
import { InputError } from '../errors/errors.ts';
import { type Fold, nestedOrder } from '../statistics/splits.ts';

/** The folds of a protocol with so many training rows each. */
export interface SizedFolds {
  readonly size: number;
  readonly folds: readonly Fold[];
}

/**
 * Fewer training rows for the same test rows: the first of one order per fold, so that every set lies within the next
 * larger one and curves over sizes are smooth. Throws InputError where a fold has too few rows.
 */
export function growTrainingSets(
  folds: readonly Fold[],
  sizes: readonly number[],
  labels: readonly string[] | undefined,
  random: RandomStreams,
): SizedFolds[] {
  const fewest = folds.reduce((a, b) => (b.train.length < a.train.length ? b : a));
  const tooLarge = sizes.find((size) => size > fewest.train.length);
  if (tooLarge !== undefined)
    throw new InputError(
      `trainSizes asks for ${tooLarge} training stimuli, but ${fewest.name} has ${fewest.train.length}; ` +
        `ask for at most ${fewest.train.length}.`,
    );
  const orders = folds.map(({ train }, index) => nestedOrder(train, labels, random.stream(`fold-${index}`)));
  return [...new Set(sizes)]
    .sort((a, b) => a - b)
    .map((size) => ({
      size,
      folds: folds.map((fold, index) => ({
        ...fold,
        train: orders[index].slice(0, size).sort((a, b) => a - b),
      })),
    }));
}
