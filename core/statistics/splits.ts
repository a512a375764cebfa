import type { RandomStream } from '../contracts/random.ts';
import { InputError } from '../errors/errors.ts';
import { stratifiedShuffles } from './stratified-shuffle.ts';

export interface Fold {
  /** The label left out, or `fold-1`, `fold-2` and so on. */
  readonly name: string;
  /** Row numbers, ascending. */
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/** One fold per label, in the order in which labels first appear. Throws InputError when there is only one. */
export function leaveOneGroupOut(labels: readonly string[]): Fold[] {
  const groups = [...new Set(labels)];
  if (groups.length < 2)
    throw new InputError(
      `leaving one group out needs two groups or more; every stimulus is "${groups[0] ?? 'missing'}".`,
    );
  return groups.map((name) => foldOf(name, labels.length, (row) => labels[row] === name));
}

/**
 * Rows shuffled and dealt into folds whose sizes differ by one at most. Throws InputError for fewer than two folds, and
 * for more folds than rows.
 */
export function kFold(count: number, folds: number, random: RandomStream): Fold[] {
  if (folds < 2)
    throw new InputError(`folds is ${folds}, which leaves nothing to train on; ask for two folds or more.`);
  if (count < folds)
    throw new InputError(
      `${count} stimuli cannot be split into ${folds} folds; ask for at most ${count} folds.`,
    );
  const foldOfRow = new Uint32Array(count);
  random.permutation(count).forEach((row, position) => {
    foldOfRow[row] = position % folds;
  });
  return Array.from({ length: folds }, (_, fold) =>
    foldOf(`fold-${fold + 1}`, count, (row) => foldOfRow[row] === fold),
  );
}

/**
 * Repeated random splits with every label in proportion, row by row those of scikit-learn's StratifiedShuffleSplit.
 * Throws InputError when a label has fewer than two rows, or a side fewer rows than there are labels.
 */
export function stratifiedShuffleSplit(
  labels: readonly string[],
  options: { readonly splits: number; readonly trainShare: number; readonly seed: number },
): Fold[] {
  const ascending = (rows: readonly number[]) => rows.toSorted((a, b) => a - b);
  return stratifiedShuffles(labels, options).map(({ train, test }, index) => ({
    name: `fold-${index + 1}`,
    train: ascending(train),
    test: ascending(test),
  }));
}

function foldOf(name: string, count: number, isTest: (row: number) => boolean): Fold {
  const rows = Array.from({ length: count }, (_, row) => row);
  return { name, train: rows.filter((row) => !isTest(row)), test: rows.filter(isTest) };
}
