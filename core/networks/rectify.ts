import type * as tensorflow from '@tensorflow/tfjs';
import type { Tensors } from '../contracts/tensors.ts';

type Tensor = tensorflow.Tensor;

/** max(x, 0), with the engine's own gradient where it has one. */
export function rectify({ tf, wholeKernels }: Tensors, x: Tensor): Tensor {
  if (!wholeKernels) return tf.relu(x);
  const operation = tf.customGrad((...inputs) => {
    const [values, save] = inputs as unknown as [Tensor, tensorflow.GradSaveFunc];
    const output = tf.relu(values);
    save([output]);
    return {
      value: output,
      gradFunc: (gradient: Tensor, [saved]: Tensor[]) => wholeKernels.rectifyGradient(gradient, saved),
    };
  });
  return operation(x);
}
