import type * as tensorflow from '@tensorflow/tfjs';
import type { Architecture } from './architecture.ts';
import { type Normalisation, normaliseByBatch, normaliseByStatistics } from './batch-normalisation.ts';
import type { Weights } from './weights.ts';

type TF = typeof tensorflow;

/** `training` normalises by the batch and moves the running statistics; `reading` uses these. */
export type Mode = 'training' | 'reading';

/**
 * The outputs of all layers, from input to output.
 * @param pictures `[count, size, size, channels]`, standardised.
 */
export function forward(
  tf: TF,
  { convolutions, dense, normalised }: Architecture,
  weights: Weights,
  pictures: tensorflow.Tensor4D,
  mode: Mode,
): tensorflow.Tensor[] {
  const finish = (x: tensorflow.Tensor, name: string) =>
    tf.relu(normalised ? normalise(tf, x, name, weights, mode) : x.add(weight(weights, `${name}/bias`)));
  const outputs: tensorflow.Tensor[] = [];
  let input = pictures;
  for (const { name, stride, pool } of convolutions) {
    const kernel = weight(weights, `${name}/kernel`) as unknown as tensorflow.Tensor4D;
    const convolved = tf.conv2d(input, kernel, stride, 'same');
    const pooled = pool > 1 ? tf.maxPool(convolved, pool, pool, 'valid') : convolved;
    input = finish(pooled, name) as tensorflow.Tensor4D;
    outputs.push(input);
  }
  const flat = input.reshape<tensorflow.Tensor2D>([-1, dense.inputs]);
  const kernel = weight(weights, `${dense.name}/kernel`) as unknown as tensorflow.Tensor2D;
  return [...outputs, finish(tf.matMul(flat, kernel), dense.name)];
}

/** The linear output on top of the dense units, `[count, outputs]`. */
export function headOutputs(tf: TF, weights: Weights, features: tensorflow.Tensor): tensorflow.Tensor {
  return tf.matMul(features, weight(weights, 'head/kernel')).add(weight(weights, 'head/bias'));
}

function normalise(
  tf: TF,
  x: tensorflow.Tensor,
  name: string,
  weights: Weights,
  mode: Mode,
): tensorflow.Tensor {
  const by: Normalisation = {
    scale: weight(weights, `${name}/scale`),
    shift: weight(weights, `${name}/shift`),
    mean: weight(weights, `${name}/mean`),
    variance: weight(weights, `${name}/variance`),
  };
  return mode === 'training' ? normaliseByBatch(tf, x, by) : normaliseByStatistics(tf, x, by);
}

function weight(weights: Weights, name: string): tensorflow.Variable {
  const variable = weights.get(name);
  if (variable) return variable;
  throw new RangeError(`no weight ${name}`);
}
