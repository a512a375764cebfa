import type * as tensorflow from '@tensorflow/tfjs';
import type { RunningStatistics, Tensors, WholeKernels } from '../contracts/tensors.ts';

type TF = typeof tensorflow;
type Tensor = tensorflow.Tensor;

const epsilon = 1e-5;
/** Share of the old running statistics kept per batch. */
const momentum = 0.9;

export interface BatchStatistics {
  readonly scale: tensorflow.Variable;
  readonly shift: tensorflow.Variable;
  readonly mean: tensorflow.Variable;
  readonly variance: tensorflow.Variable;
}

/** What normalising by the running statistics amounts to: x times `gain` plus `offset`. */
export function affineOf(tf: TF, by: BatchStatistics): { readonly gain: Tensor; readonly offset: Tensor } {
  const gain = by.scale.mul(tf.rsqrt(by.variance.add(epsilon)));
  return { gain, offset: by.shift.sub(by.mean.mul(gain)) };
}

/** Normalises `[..., channels]` by the mean and variance of the batch, and moves the running statistics. */
export function normaliseByBatch(tensors: Tensors, x: Tensor, by: BatchStatistics): Tensor {
  if (x.rank !== 4) {
    const maps = x.reshape([x.shape[0], 1, 1, -1]);
    return normaliseByBatch(tensors, maps, by).reshape(x.shape);
  }
  const { tf, wholeKernels } = tensors;
  const normalise = wholeKernels ? inOnePiece(wholeKernels) : composed(tf);
  const operation = tf.customGrad((...inputs) => {
    const [values, scale, shift, save] = inputs as unknown as [
      Tensor,
      Tensor,
      Tensor,
      tensorflow.GradSaveFunc,
    ];
    const { output, moved, reserved } = normalise.forward(values, scale, shift, by);
    by.mean.assign(moved.mean);
    by.variance.assign(moved.variance);
    save([values, scale, ...reserved]);
    return {
      value: output,
      gradFunc: (gradient: Tensor, saved: Tensor[]) => {
        const [input, factor, ...kept] = saved;
        return [...normalise.backward(gradient, input, factor, kept)];
      },
    };
  });
  return operation(x, by.scale, by.shift);
}

interface Normalisation {
  forward(
    x: Tensor,
    scale: Tensor,
    shift: Tensor,
    running: RunningStatistics,
  ): ReturnType<WholeKernels['normaliseByBatch']>;
  backward(gradient: Tensor, x: Tensor, scale: Tensor, reserved: Tensor[]): readonly Tensor[];
}

function inOnePiece(kernels: WholeKernels): Normalisation {
  return {
    forward: (x, scale, shift, running) =>
      kernels.normaliseByBatch(x, scale, shift, running, { epsilon, momentum }),
    backward: (gradient, x, scale, reserved) =>
      kernels.normaliseByBatchGradient(gradient, x, scale, reserved, epsilon),
  };
}

/** With the gradient in closed form, which costs half of what differentiating step by step does. */
function composed(tf: TF): Normalisation {
  const axes = [0, 1, 2];
  return {
    forward: (x, scale, shift, running) => {
      const { mean, variance } = tf.moments(x, axes);
      const items = x.size / mean.size;
      const precision = tf.rsqrt(variance.add(epsilon));
      return {
        output: x.sub(mean).mul(precision.mul(scale)).add(shift),
        moved: {
          mean: move(running.mean, mean),
          variance: move(running.variance, variance.mul(items / Math.max(1, items - 1))),
        },
        reserved: [mean, precision],
      };
    },
    backward: (gradient, x, scale, [mean, precision]) => {
      const items = x.size / mean.size;
      const standard = x.sub(mean).mul(precision);
      const sum = gradient.sum(axes);
      const product = gradient.mul(standard).sum(axes);
      const centred = gradient.sub(sum.div(items)).sub(standard.mul(product.div(items)));
      return [centred.mul(precision.mul(scale)), product, sum];
    },
  };
}

function move(statistic: Tensor, towards: Tensor): Tensor {
  return statistic.mul(momentum).add(towards.mul(1 - momentum));
}
