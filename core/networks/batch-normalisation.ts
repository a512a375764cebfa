import type * as tensorflow from '@tensorflow/tfjs';

type TF = typeof tensorflow;

export const epsilon = 1e-5;
/** Share of the old running statistics kept per batch. */
const momentum = 0.9;

export interface Normalisation {
  readonly scale: tensorflow.Variable;
  readonly shift: tensorflow.Variable;
  readonly mean: tensorflow.Variable;
  readonly variance: tensorflow.Variable;
}

/** Normalises `[..., channels]` by the running statistics: every picture for itself. */
export function normaliseByStatistics(tf: TF, x: tensorflow.Tensor, by: Normalisation): tensorflow.Tensor {
  const gain = by.scale.mul(tf.rsqrt(by.variance.add(epsilon)));
  return x.mul(gain).add(by.shift.sub(by.mean.mul(gain)));
}

/** Normalises `[..., channels]` by the mean and variance of the batch, and moves the running statistics. */
export function normaliseByBatch(tf: TF, x: tensorflow.Tensor, by: Normalisation): tensorflow.Tensor {
  const axes = x.shape.map((_, axis) => axis).slice(0, -1);
  const { mean, variance } = tf.moments(x, axes);
  moveTowards(by.mean, mean);
  moveTowards(by.variance, variance);
  return normalise(tf, x, by.scale, by.shift, mean, variance);
}

function moveTowards(statistic: tensorflow.Variable, value: tensorflow.Tensor): void {
  statistic.assign(statistic.mul(momentum).add(value.mul(1 - momentum)));
}

/** With the gradient in closed form, which costs half of what differentiating step by step does. */
function normalise(
  tf: TF,
  x: tensorflow.Tensor,
  scale: tensorflow.Tensor,
  shift: tensorflow.Tensor,
  mean: tensorflow.Tensor,
  variance: tensorflow.Tensor,
): tensorflow.Tensor {
  const axes = x.shape.map((_, axis) => axis).slice(0, -1);
  const items = x.size / mean.size;
  const operation = tf.customGrad((...inputs) => {
    const [values, gain, offset, save] = inputs as unknown as [
      tensorflow.Tensor,
      tensorflow.Tensor,
      tensorflow.Tensor,
      tensorflow.GradSaveFunc,
    ];
    const precision = tf.rsqrt(variance.add(epsilon));
    const standard = values.sub(mean).mul(precision);
    save([standard, precision, gain]);
    return {
      value: standard.mul(gain).add(offset),
      gradFunc: (upstream: tensorflow.Tensor, saved: tensorflow.Tensor[]) => {
        const [z, inverse, factor] = saved;
        const sum = upstream.sum(axes);
        const product = upstream.mul(z).sum(axes);
        const centred = upstream.sub(sum.div(items)).sub(z.mul(product.div(items)));
        return [centred.mul(inverse.mul(factor)), product, sum];
      },
    };
  });
  return operation(x, scale, shift);
}
