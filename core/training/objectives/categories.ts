import type * as tensorflow from '@tensorflow/tfjs';
import { strings, type Table } from '../../assembly/table.ts';
import type { PreparedObjective } from '../../contracts/training.ts';
import { InputError } from '../../errors/errors.ts';
import { didYouMean } from '../../errors/suggestions.ts';

export interface CategoryTask {
  /** Column of the stimulus table that holds the labels. */
  readonly label: string;
  /** Share of every target spread evenly over all categories, 0 … .9. */
  readonly smoothing: number;
}

/**
 * One output per category, in alphabetical order; the loss is the mean softmax cross-entropy in nats, the score
 * the share of stimuli whose largest output is their category's. Throws InputError for a single category.
 */
export function categoryObjective(
  tf: typeof tensorflow,
  table: Table,
  { label, smoothing }: CategoryTask,
): PreparedObjective {
  const labels = labelsOf(table, label);
  const categories = Array.from(new Set(labels)).sort();
  if (categories.length < 2)
    throw new InputError(
      `all stimuli have the ${label} "${categories[0]}"; training needs two or more categories.`,
    );
  const targets = labels.map((name) => categories.indexOf(name));
  return {
    outputNames: categories,
    targets: (rows) =>
      tf.tidy(() =>
        tf
          .oneHot(
            tf.tensor1d(
              rows.map((row) => targets[row]),
              'int32',
            ),
            categories.length,
          )
          .toFloat(),
      ),
    loss: (outputs, wanted) => tf.losses.softmaxCrossEntropy(wanted, outputs, undefined, smoothing),
    score: (outputs, wanted) => tf.tidy(() => outputs.argMax(-1).equal(wanted.argMax(-1)).mean()),
  };
}

function labelsOf(table: Table, column: string): readonly string[] {
  if (column in table.columns) return strings(table, column);
  throw new InputError(
    `the stimuli have no column "${column}" to learn; ${didYouMean(column, Object.keys(table.columns))}`,
  );
}
