import type * as tensorflow from '@tensorflow/tfjs';
import type { Tensors } from '../../core/contracts/tensors.ts';
import type { Objective } from '../../core/contracts/training.ts';

interface ContrastiveOptions {
  readonly temperature: number;
  readonly hidden: number;
  readonly outputs: number;
}

type Tensor = tensorflow.Tensor;

/** Taken off the similarity of a view with itself, which is no candidate. */
const never = 1e9;

/**
 * NT-Xent (Chen et al. 2020, equation 1): for each of the 2n views, the cross-entropy of finding the other view of its
 * picture among the 2n - 1 others by cosine similarity. The score is the share of views that find it first.
 */
export function createContrastiveObjective(
  { temperature, hidden, outputs }: ContrastiveOptions,
  { tf }: Tensors,
): Objective {
  /** `[2n, 2n]`. */
  const similarities = (projected: Tensor) => {
    const norms = projected.square().sum(1, true).add(1e-12).sqrt();
    const directions = projected.div<tensorflow.Tensor2D>(norms);
    const own = tf.eye(projected.shape[0]).mul(never);
    return tf.matMul(directions, directions, false, true).div(temperature).sub(own);
  };
  return {
    name: 'contrastive',
    prepare: async () => ({
      outputNames: Array.from({ length: outputs }, (_, index) => `projection ${index + 1}`),
      head: { kind: 'dense', hidden: [hidden] },
      views: 2,
      targets: (rows) =>
        tf.tidy(() => {
          const count = rows.length;
          const others = Array.from({ length: 2 * count }, (_, view) => (view + count) % (2 * count));
          return tf.oneHot(tf.tensor1d(others, 'int32'), 2 * count).toFloat();
        }),
      loss: (projected, others) => tf.losses.softmaxCrossEntropy(others, similarities(projected)),
      score: (projected, others) =>
        tf.tidy(() => similarities(projected).argMax(1).equal(others.argMax(1)).mean()),
    }),
  };
}
