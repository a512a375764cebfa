import { strings, type Table } from '../assembly/table.ts';
import type { RandomStreams } from '../contracts/random.ts';
import { InputError, type SourcePlace } from '../errors/errors.ts';
import { didYouMean } from '../errors/suggestions.ts';
import type { ProtocolOptions } from '../scene/schema.ts';
import { type Fold, kFold, leaveOneGroupOut, stratifiedShuffleSplit } from '../statistics/splits.ts';

/** A fold with a second one inside its training rows, in which layers are chosen. */
export interface NestedFold extends Fold {
  readonly inner: Fold;
}

export interface Protocol {
  readonly id: string;
  readonly folds: readonly NestedFold[];
  /** Whether correlations are taken within each fold or over the joined predictions of all. */
  readonly correlate: 'within-folds' | 'across-folds';
}

const innerFolds = 5;

/** Splits a stimulus set. Throws InputError, with the place given, when it cannot be split so. */
export function layOutProtocol(
  options: ProtocolOptions,
  stimuli: Table,
  random: RandomStreams,
  place: SourcePlace,
): Protocol {
  const streams = random.scope(`protocols/${options.id}`);
  const outer = located(place, () => split(options, stimuli, streams));
  const folds = outer.map(
    (fold, index): NestedFold => ({
      ...fold,
      inner: innerFold(options, stimuli, fold, streams.scope(`inner-${index}`)),
    }),
  );
  return { id: options.id, folds, correlate: options.correlate };
}

function split(options: ProtocolOptions, stimuli: Table, random: RandomStreams): Fold[] {
  switch (options.split) {
    case 'leave-out':
      return leaveOneGroupOut(joinLabels(labelsOf(stimuli, options.label), options.folds));
    case 'k-fold':
      return kFold(stimuli.length, options.folds, random.stream('folds'));
    case 'stratified-shuffle':
      return stratifiedShuffleSplit(labelsOf(stimuli, options.label), {
        splits: options.folds,
        trainShare: options.trainShare,
        seed: options.seed,
      });
  }
}

/** Deals the labels into groups, in the order in which they first appear; a group is named by its labels. */
function joinLabels(labels: readonly string[], groups: number | undefined): readonly string[] {
  const names = [...new Set(labels)];
  if (groups === undefined || groups >= names.length) return labels;
  const joined = Array.from({ length: groups }, (_, group) =>
    names.filter((_name, index) => index % groups === group).join(' + '),
  );
  return labels.map((label) => joined[names.indexOf(label) % groups]);
}

/** Holds out, of the training rows alone, another label where labels are left out, and a share of rows otherwise. */
function innerFold(options: ProtocolOptions, stimuli: Table, { train }: Fold, random: RandomStreams): Fold {
  if (options.split === 'leave-out') {
    const labels = labelsOf(stimuli, options.label);
    const held = random.stream('label').pick([...new Set(train.map((row) => labels[row]))]);
    const isHeld = (row: number) => labels[row] === held;
    return { name: held, train: train.filter((row) => !isHeld(row)), test: train.filter(isHeld) };
  }
  const [fold] = kFold(train.length, innerFolds, random.stream('rows'));
  return {
    name: fold.name,
    train: fold.train.map((row) => train[row]),
    test: fold.test.map((row) => train[row]),
  };
}

export function labelsOf(stimuli: Table, column: string): readonly string[] {
  if (stimuli.columns[column]) return strings(stimuli, column);
  throw new InputError(
    `the stimuli have no column "${column}"; ${didYouMean(column, Object.keys(stimuli.columns))}`,
  );
}

function located<Value>(place: SourcePlace, compute: () => Value): Value {
  try {
    return compute();
  } catch (error) {
    if (error instanceof InputError && !error.place)
      throw new InputError(error.message, place, { cause: error });
    throw error;
  }
}
