import { strings, type Table } from '../assembly/table.ts';
import type { RandomStream } from '../contracts/random.ts';
import { InputError } from '../errors/errors.ts';
import { didYouMean } from '../errors/suggestions.ts';
import { type Fold, kFold, leaveOneGroupOut, stratifiedShuffleSplit } from '../statistics/splits.ts';

/** Brain-Score's: 10 random splits of 90 / 10 %, every object in proportion, NumPy's legacy generator seeded with 1. */
const brainScore = { splits: 10, trainShare: 0.9, seed: 1 };

interface Plan {
  /** As the user writes it; N and COLUMN stand for what he gives. */
  readonly form: string;
  readonly pattern: RegExp;
  lay(given: string, stimuli: Table, stratify: string, random: RandomStream): Fold[];
}

const plans: readonly Plan[] = [
  {
    form: 'brainscore',
    pattern: /^brainscore$/,
    lay: (_given, stimuli, stratify) => stratifiedShuffleSplit(labels(stimuli, stratify), brainScore),
  },
  {
    form: 'kfold:N',
    pattern: /^kfold:(\d+)$/,
    lay: (folds, stimuli, _stratify, random) => kFold(stimuli.length, Number(folds), random),
  },
  {
    form: 'leave-category-out',
    pattern: /^leave-category-out$/,
    lay: (_given, stimuli) => leaveOneGroupOut(labels(stimuli, 'category_name')),
  },
  {
    form: 'leave-object-out',
    pattern: /^leave-object-out$/,
    lay: (_given, stimuli) => leaveOneGroupOut(labels(stimuli, 'object_name')),
  },
  {
    form: 'leave-out:COLUMN',
    pattern: /^leave-out:(.+)$/,
    lay: (column, stimuli) => leaveOneGroupOut(labels(stimuli, column)),
  },
];

export const splitForms: readonly string[] = plans.map(({ form }) => form);

/**
 * Train and test rows as the command line asks for them.
 * @param stratify column whose values are kept in proportion by `brainscore`.
 * Throws InputError for unknown plans, for columns that are not there, and where there are too few rows.
 */
export function layOutSplits(spec: string, stimuli: Table, stratify: string, random: RandomStream): Fold[] {
  for (const { pattern, lay } of plans) {
    const match = pattern.exec(spec);
    if (match) return lay(match[1] ?? '', stimuli, stratify, random);
  }
  throw new InputError(`--splits ${spec}: there is no such plan; there are ${splitForms.join(', ')}.`);
}

function labels(stimuli: Table, column: string): readonly string[] {
  if (stimuli.columns[column]) return strings(stimuli, column);
  throw new InputError(
    `the splits need the column "${column}" of the stimuli; give --stratify a CSV file with a row per stimulus; ` +
      didYouMean(column, Object.keys(stimuli.columns)),
  );
}
