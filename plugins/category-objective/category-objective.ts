import type * as tensorflow from '@tensorflow/tfjs';
import { strings, type Table } from '../../core/assembly/table.ts';
import type { Tensors } from '../../core/contracts/tensors.ts';
import type { Objective } from '../../core/contracts/training.ts';
import { InputError } from '../../core/errors/errors.ts';

interface CategoryOptions {
  readonly column: string;
  readonly smoothing: number;
}

/**
 * One output per category, in alphabetical order; the loss is the mean softmax cross-entropy in nats, the score
 * the share of stimuli whose largest output is their category's.
 */
export function createCategoryObjective({ column, smoothing }: CategoryOptions, { tf }: Tensors): Objective {
  return {
    name: 'category',
    prepare: (table) => {
      const labels = labelsOf(table, column);
      const categories = Array.from(new Set(labels)).sort();
      if (categories.length < 2)
        throw new InputError(`column ${column} has one category, "${categories[0]}"; training needs two or more`);
      const index = new Map(categories.map((category, position) => [category, position]));
      const targets = labels.map((label) => index.get(label) as number);
      return {
        outputs: categories.length,
        targets: (rows) => oneHot(tf, rows.map((row) => targets[row]), categories.length),
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
    `the stimuli have no column ${column} to learn; there are ${Object.keys(table.columns).join(', ')}`,
  );
}
