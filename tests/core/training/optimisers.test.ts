import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Tensors } from '../../../core/contracts/tensors.ts';
import type { OptimiserOptions } from '../../../core/contracts/training.ts';
import { createVariables, readVariables } from '../../../core/networks/weights.ts';
import { createOptimiser } from '../../../core/training/optimisers.ts';
import { startTensorEngine } from '../../support/tensor-engine.ts';

let tensors: Tensors;
beforeAll(async () => {
  tensors = await startTensorEngine();
});

const gradients = [
  [1, -2],
  [0.5, 4],
  [-3, 0.25],
];

/** A kernel and a bias of the same values after some steps with the same gradients. */
function descend(options: OptimiserOptions, weightDecay: number, rate: number): Record<string, number[]> {
  const { tf } = tensors;
  const data = Float32Array.of(1, -1);
  const weights = createVariables(tf, [
    { name: 'layer/kernel', shape: [2], data },
    { name: 'layer/bias', shape: [2], data },
  ]);
  const optimiser = createOptimiser(tf, weights, { ...options, weightDecay });
  for (const gradient of gradients) {
    const named = Object.fromEntries(
      Array.from(weights.values(), ({ name }) => [name, tf.tensor1d(gradient)]),
    );
    optimiser.step(named, rate);
    tf.dispose(named);
  }
  optimiser.dispose();
  return Object.fromEntries(readVariables(weights).map(({ name, data }) => [name, Array.from(data)]));
}

const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 5));

describe('optimisers', () => {
  test('adam moves as Kingma & Ba, algorithm 1, and decays kernels alone, by the rate', () => {
    const [rate, decay] = [0.1, 0.5];
    const moved = (kept: number) =>
      [1, -1].map((start, index) => {
        let [value, first, second] = [start, 0, 0];
        gradients.forEach((gradient, step) => {
          first = 0.9 * first + 0.1 * gradient[index];
          second = 0.999 * second + 0.001 * gradient[index] ** 2;
          const mean = first / (1 - 0.9 ** (step + 1));
          const deviation = Math.sqrt(second / (1 - 0.999 ** (step + 1)));
          value = value * kept - (rate * mean) / (deviation + 1e-8);
        });
        return value;
      });
    expect(descend({ kind: 'adam' }, decay, rate)).toEqual({
      'layer/kernel': near(moved(1 - rate * decay)),
      'layer/bias': near(moved(1)),
    });
  });

  test('sgd sums gradients with decaying weights', () => {
    const velocity = [1, 0.5 + 0.9, -3 + 0.9 * 1.4];
    const expected = 1 - 0.1 * velocity.reduce((sum, value) => sum + value, 0);
    const { 'layer/bias': bias, 'layer/kernel': kernel } = descend({ kind: 'sgd', momentum: 0.9 }, 0, 0.1);
    expect(bias[0]).toBeCloseTo(expected, 5);
    expect(kernel).toEqual(bias);
  });
});
