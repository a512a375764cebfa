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
  requireTwoFolds(folds);
  if (count < folds)
    throw new InputError(
      `${count} stimuli cannot be split into ${folds} folds; ask for at most ${count} folds.`,
    );
  const foldOfRow = new Uint32Array(count);
  random.permutation(count).forEach((row, position) => {
    foldOfRow[row] = position % folds;
  });
  return numberedFolds(foldOfRow, folds);
}

/**
 * Rows of every label shuffled and dealt on and on into the folds, so that sizes and the counts of every label differ by
 * one at most. Throws InputError for fewer than two folds, and for a label with fewer rows than folds.
 */
export function stratifiedKFold(labels: readonly string[], folds: number, random: RandomStream): Fold[] {
  requireTwoFolds(folds);
  const groups = rowsByLabel(labels);
  const smallest = groups.reduce((least, group) => (group.rows.length < least.rows.length ? group : least));
  if (smallest.rows.length < folds)
    throw new InputError(
      `"${smallest.label}" has ${counted(smallest.rows.length)}, fewer than the ${folds} folds; ` +
        `${smallest.rows.length > 1 ? `ask for at most ${smallest.rows.length} folds` : 'choose a coarser label'}, or use k-fold.`,
    );
  const foldOfRow = new Uint32Array(labels.length);
  groups
    .flatMap(({ rows }) => random.permutation(rows.length).map((position) => rows[position]))
    .forEach((row, position) => {
      foldOfRow[row] = position % folds;
    });
  return numberedFolds(foldOfRow, folds);
}

/**
 * Rows of one label stay together: the labels, largest first and equal ones in random order, go into the fold that is
 * smallest so far. Throws InputError for fewer than two folds, and for fewer labels than folds.
 */
export function groupedKFold(labels: readonly string[], folds: number, random: RandomStream): Fold[] {
  requireTwoFolds(folds);
  const groups = rowsByLabel(labels);
  if (groups.length < folds)
    throw new InputError(
      `${groups.length} different labels cannot be kept together in ${folds} folds; ask for at most ${groups.length} folds.`,
    );
  const sizes = new Uint32Array(folds);
  const foldOfRow = new Uint32Array(labels.length);
  random
    .permutation(groups.length)
    .map((index) => groups[index].rows)
    .sort((a, b) => b.length - a.length)
    .forEach((rows) => {
      const fold = sizes.indexOf(Math.min(...sizes));
      sizes[fold] += rows.length;
      for (const row of rows) foldOfRow[row] = fold;
    });
  return numberedFolds(foldOfRow, folds);
}

/**
 * An order of rows whose beginnings are training sets that grow: every label in turn gives one of its rows, shuffled, so
 * that a beginning of any length has all labels alike.
 * @param labels of every row, or one label for all.
 */
export function nestedOrder(
  rows: readonly number[],
  labels: readonly string[] | undefined,
  random: RandomStream,
): number[] {
  const groups = rowsByLabel(rows.map((row) => labels?.[row] ?? '')).map(({ rows: positions }) =>
    random.permutation(positions.length).map((position) => rows[positions[position]]),
  );
  const longest = Math.max(...groups.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) =>
    groups.flatMap((group) => group.slice(turn, turn + 1)),
  ).flat();
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

function requireTwoFolds(folds: number): void {
  if (folds < 2)
    throw new InputError(`folds is ${folds}, which leaves nothing to train on; ask for two folds or more.`);
}

function rowsByLabel(labels: readonly string[]): { readonly label: string; readonly rows: number[] }[] {
  const rows = new Map<string, number[]>();
  for (const [row, label] of labels.entries()) {
    const own = rows.get(label);
    if (own) own.push(row);
    else rows.set(label, [row]);
  }
  return Array.from(rows, ([label, own]) => ({ label, rows: own }));
}

function counted(stimuli: number): string {
  return stimuli === 1 ? 'one stimulus' : `${stimuli} stimuli`;
}

function numberedFolds(foldOfRow: Uint32Array, folds: number): Fold[] {
  return Array.from({ length: folds }, (_, fold) =>
    foldOf(`fold-${fold + 1}`, foldOfRow.length, (row) => foldOfRow[row] === fold),
  );
}

function foldOf(name: string, count: number, isTest: (row: number) => boolean): Fold {
  const rows = Array.from({ length: count }, (_, row) => row);
  return { name, train: rows.filter((row) => !isTest(row)), test: rows.filter(isTest) };
}
