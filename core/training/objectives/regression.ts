import type * as tensorflow from '@tensorflow/tfjs';
import type { Matrix } from '../../contracts/linear-algebra.ts';
import type { PreparedObjective } from '../../contracts/training.ts';

type Tensor = tensorflow.Tensor;

/**
 * One output per column, standardised by mean and standard deviation of the given rows; the loss is the mean squared
 * error of the standardised values, the score the mean over columns of Pearson's r within the batch.
 * @param values `[stimuli, names]`, finite.
 */
export function regressionObjective(
  tf: typeof tensorflow,
  names: readonly string[],
  values: Matrix,
  rows: readonly number[],
): PreparedObjective {
  const standardised = standardise(values, rows);
  return {
    outputNames: names,
    targets: (wanted) => {
      const data = new Float32Array(wanted.length * names.length);
      wanted.forEach((row, position) => {
        data.set(
          standardised.subarray(row * names.length, (row + 1) * names.length),
          position * names.length,
        );
      });
      return tf.tensor2d(data, [wanted.length, names.length]);
    },
    loss: (outputs, targets) => outputs.sub(targets).square().mean(),
    score: (outputs, targets) => tf.tidy(() => meanCorrelation(tf, outputs, targets)),
  };
}

/** 0 for a column that does not vary within the batch. */
function meanCorrelation(tf: typeof tensorflow, outputs: Tensor, targets: Tensor): Tensor {
  const [a, b] = [outputs, targets].map((values) => values.sub(values.mean(0, true)));
  const norms = a.square().sum(0).mul(b.square().sum(0)).sqrt();
  return tf.divNoNan(a.mul(b).sum(0), norms).mean();
}

function standardise({ columns, data }: Matrix, rows: readonly number[]): Float32Array {
  const standardised = new Float32Array(data.length);
  for (let column = 0; column < columns; column++) {
    const learnt = rows.map((row) => data[row * columns + column]);
    const mean = learnt.reduce((sum, value) => sum + value, 0) / learnt.length;
    const variance = learnt.reduce((sum, value) => sum + (value - mean) ** 2, 0) / learnt.length;
    const spread = Math.sqrt(variance) || 1;
    for (let index = column; index < data.length; index += columns)
      standardised[index] = (data[index] - mean) / spread;
  }
  return standardised;
}
