import type * as tensorflow from '@tensorflow/tfjs';
import { strings, type Table } from '../../core/assembly/table.ts';
import type { Tensors } from '../../core/contracts/tensors.ts';
import type { Objective } from '../../core/contracts/training.ts';
import { InputError } from '../../core/errors/errors.ts';
import { didYouMean } from '../../core/errors/suggestions.ts';

interface CategoryOptions {
  readonly label: string;
  readonly smoothing: number;
}

/**
 * One output per category, in alphabetical order; the loss is the mean softmax cross-entropy in nats, the score
 * the share of stimuli whose largest output is their category's.
 */
export function createCategoryObjective({ label, smoothing }: CategoryOptions, { tf }: Tensors): Objective {
  return {
    name: 'category',
    prepare: async ({ table }) => {
      const labels = labelsOf(table, label);
      const categories = Array.from(new Set(labels)).sort();
      if (categories.length < 2)
        throw new InputError(
          `all stimuli have the ${label} "${categories[0]}"; training needs two or more categories.`,
        );
      const index = new Map(categories.map((category, position) => [category, position]));
      const targets = labels.map((name) => index.get(name) as number);
      return {
        outputNames: categories,
        targets: (rows) =>
          oneHot(
            tf,
            rows.map((row) => targets[row]),
            categories.length,
          ),
        loss: (outputs, wanted) => tf.losses.softmaxCrossEntropy(wanted, outputs, undefined, smoothing),
        score: (outputs, wanted) => tf.tidy(() => outputs.argMax(-1).equal(wanted.argMax(-1)).mean()),
      };
    },
  };
}

function oneHot(tf: typeof tensorflow, targets: number[], width: number): tensorflow.Tensor {
  return tf.tidy(() => tf.oneHot(tf.tensor1d(targets, 'int32'), width).toFloat());
}

function labelsOf(table: Table, column: string): readonly string[] {
  if (column in table.columns) return strings(table, column);
  throw new InputError(
    `the stimuli have no column "${column}" to learn; ${didYouMean(column, Object.keys(table.columns))}`,
  );
}
