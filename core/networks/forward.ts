import type * as tensorflow from '@tensorflow/tfjs';
import type { Tensors } from '../contracts/tensors.ts';
import { poolMaxima } from './maximum-pooling.ts';
import { normalise } from './normalisation.ts';
import type { ActivationName, Operation } from './operations.ts';
import { rectify } from './rectify.ts';
import { weightOf } from './weights.ts';

type Tensor = tensorflow.Tensor;

/** `training` normalises by the batch and moves the running statistics; `reading` uses these. */
export type Mode = 'training' | 'reading';

export interface Pass {
  readonly tensors: Tensors;
  readonly weights: ReadonlyMap<string, Tensor>;
  readonly mode: Mode;
  /** Sees every readable layer, and may put something in its place. */
  readonly onLayer?: (name: string, output: Tensor) => Tensor;
}

/** Runs operations on `[count, side, side, channels]`. While reading, what is no longer needed is freed at once. */
export function run(pass: Pass, operations: readonly Operation[], input: Tensor): Tensor {
  let output = input;
  for (const operation of operations) {
    const next = pass.tensors.tf.tidy(() => apply(pass, operation, output));
    if (pass.mode === 'reading' && output !== input && next !== output) output.dispose();
    output = next;
  }
  return output;
}

function apply(pass: Pass, operation: Operation, x: Tensor): Tensor {
  const { tensors, weights } = pass;
  const { tf } = tensors;
  switch (operation.kind) {
    case 'convolution': {
      const { name, stride, bias } = operation;
      const kernel = weightOf(weights, `${name}/kernel`) as tensorflow.Tensor4D;
      const convolved = tf.conv2d(x as tensorflow.Tensor4D, kernel, stride, 'same');
      return bias ? convolved.add(weightOf(weights, `${name}/bias`)) : convolved;
    }
    case 'dense': {
      const { name, bias } = operation;
      const kernel = weightOf(weights, `${name}/kernel`) as tensorflow.Tensor2D;
      const product = tf.matMul(x.reshape<tensorflow.Tensor2D>([-1, kernel.shape[0]]), kernel);
      return bias ? product.add(weightOf(weights, `${name}/bias`)) : product;
    }
    case 'pooling': {
      const { by, size, stride, pad } = operation;
      if (by === 'max') return poolMaxima(tensors, x, operation);
      return tf.avgPool(x as tensorflow.Tensor4D, size, stride, pad);
    }
    case 'global-average':
      return average(tensors, x as tensorflow.Tensor4D);
    case 'normalisation':
      return normalise(pass, x, operation);
    case 'affine': {
      const { name } = operation;
      return x.mul(weightOf(weights, `${name}/gain`)).add(weightOf(weights, `${name}/offset`));
    }
    case 'activation':
      return activate(tensors, x, operation.by);
    case 'residual':
      return run(pass, operation.body, x).add(run(pass, operation.shortcut, x));
    case 'layer':
      return pass.onLayer?.(operation.name, x) ?? x;
  }
}

/** As pooling over the whole map: a plain mean sums a picture in an order that depends on its place in the batch. */
function average({ tf }: Tensors, x: tensorflow.Tensor4D): Tensor {
  const [count, height, width, channels] = x.shape;
  return tf.avgPool(x, [height, width], 1, 'valid').reshape([count, channels]);
}

function activate(tensors: Tensors, x: Tensor, by: ActivationName): Tensor {
  const { tf } = tensors;
  switch (by) {
    case 'relu':
      return rectify(tensors, x);
    case 'elu':
      return tf.elu(x);
    case 'leaky-relu':
      return tf.leakyRelu(x, 0.01);
    case 'tanh':
      return tf.tanh(x);
  }
}
