import { strings, type Table } from '../assembly/table.ts';
import type { RandomStreams } from '../contracts/random.ts';
import { InputError, type SourcePlace } from '../errors/errors.ts';
import { didYouMean } from '../errors/suggestions.ts';
import { withPlace } from '../errors/with-place.ts';
import type { ProtocolOptions } from '../scene/schema.ts';
import {
  type Fold,
  groupedKFold,
  kFold,
  leaveOneGroupOut,
  stratifiedKFold,
  stratifiedShuffleSplit,
} from '../statistics/splits.ts';
import { growTrainingSets } from './train-sizes.ts';

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

export interface LaidOutProtocol extends Protocol {
  /** The same test rows after training on fewer, from few to many. */
  readonly sized: readonly { readonly size: number; readonly protocol: Protocol }[];
}

const innerFolds = 5;

/** Splits a stimulus set. Throws InputError, with the place given, when it cannot be split so. */
export function layOutProtocol(
  options: ProtocolOptions,
  stimuli: Table,
  random: RandomStreams,
  place: SourcePlace,
): LaidOutProtocol {
  const streams = random.scope(`protocols/${options.id}`);
  const { id, correlate, trainSizes = [] } = options;
  return located(place, () => {
    const labels = 'label' in options ? labelsOf(stimuli, options.label) : undefined;
    const nest = (fold: Fold, index: number): NestedFold => ({
      ...fold,
      inner: innerFold(options, labels, fold, streams.scope(`inner-${index}`)),
    });
    const folds = split(options, labels ?? [], stimuli.length, streams);
    const sized = growTrainingSets(folds, trainSizes, labels, streams.scope('train-sizes'));
    return {
      id,
      correlate,
      folds: folds.map(nest),
      sized: sized.map(({ size, folds: fewer }) => ({
        size,
        protocol: { id, correlate, folds: fewer.map(nest) },
      })),
    };
  });
}

function split(
  options: ProtocolOptions,
  labels: readonly string[],
  count: number,
  random: RandomStreams,
): Fold[] {
  switch (options.split) {
    case 'leave-out':
      return leaveOneGroupOut(joinLabels(labels, options.folds));
    case 'k-fold':
      return kFold(count, options.folds, random.stream('folds'));
    case 'stratified-k-fold':
      return stratifiedKFold(labels, options.folds, random.stream('folds'));
    case 'grouped-k-fold':
      return groupedKFold(labels, options.folds, random.stream('folds'));
    case 'stratified-shuffle':
      return stratifiedShuffleSplit(labels, {
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

/** Holds out, of the training rows alone, other labels where labels are held out, and a share of rows otherwise. */
function innerFold(
  options: ProtocolOptions,
  labels: readonly string[] | undefined,
  { name, train }: Fold,
  random: RandomStreams,
): Fold {
  const own = [...new Set(train.map((row) => labels?.[row] ?? ''))];
  const keepsTogether = options.split === 'leave-out' || options.split === 'grouped-k-fold';
  if (keepsTogether && own.length < 2)
    throw new InputError(
      `the training stimuli of ${name} all have the ${options.label} "${own[0]}"; choosing a layer holds out a second ` +
        'one, so that three are needed.',
    );
  if (options.split === 'leave-out') {
    const held = random.stream('label').pick(own);
    const isHeld = (row: number) => labels?.[row] === held;
    return { name: held, train: train.filter((row) => !isHeld(row)), test: train.filter(isHeld) };
  }
  const [fold] = keepsTogether
    ? groupedKFold(
        train.map((row) => labels?.[row] ?? ''),
        Math.min(innerFolds, own.length),
        random.stream('groups'),
      )
    : kFold(train.length, innerFolds, random.stream('rows'));
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
    throw withPlace(error, place);
  }
}
