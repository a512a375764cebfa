import type * as tensorflow from '@tensorflow/tfjs';
import { randomTensor } from './training.ts';

type TF = typeof tensorflow;
type Tensor = tensorflow.Tensor;

/** Expects numbers to agree within a tolerance, relative to the largest expected one or to 1. */
export function expectClose(values: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(values).toHaveLength(expected.length);
  const scale = Math.max(1, ...Array.from(expected, Math.abs));
  const worst = Array.from(values).reduce(
    (largest, value, index) => Math.max(largest, Math.abs(value - expected[index]) / scale),
    0,
  );
  expect(worst).toBeLessThan(tolerance);
}

/**
 * Expects the gradients of a randomly weighted sum of the outputs, by every input, to agree with central differences.
 * @param step half the distance of the two points; may be large where the operation is linear in each input
 */
export function expectGradientsOfDifferences(
  tf: TF,
  operation: (...inputs: Tensor[]) => Tensor,
  inputs: readonly Tensor[],
  { step, tolerance }: { readonly step: number; readonly tolerance: number },
): void {
  const weights = randomTensor(tf, operation(...inputs).shape, 'weights');
  const gradients = tf.grads(operation)([...inputs], weights);
  const weightValues = Array.from(weights.dataSync());
  gradients.forEach((gradient, position) => {
    const values = inputs[position].dataSync();
    const outputAt = (index: number, shift: number) =>
      tf
        .tidy(() => {
          const moved = Float32Array.from(values);
          moved[index] += shift;
          const shifted = tf.tensor(moved, inputs[position].shape);
          return operation(...inputs.map((input, other) => (other === position ? shifted : input)));
        })
        .dataSync();
    const differences = Array.from(values, (_, index) => {
      const above = outputAt(index, step);
      const below = outputAt(index, -step);
      const change = weightValues.reduce((sum, weight, at) => sum + weight * (above[at] - below[at]), 0);
      return change / (2 * step);
    });
    expect(gradient.shape).toEqual(inputs[position].shape);
    expectClose(gradient.dataSync(), differences, tolerance);
  });
}
