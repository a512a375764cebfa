import type * as tensorflow from '@tensorflow/tfjs';
import type { PoolingWindows, Tensors } from '../contracts/tensors.ts';

type Tensor = tensorflow.Tensor;

/** Maxima of windows of `[count, height, width, channels]`, with the engine's own gradient where it has one. */
export function poolMaxima({ tf, wholeKernels }: Tensors, x: Tensor, windows: PoolingWindows): Tensor {
  const kernels = wholeKernels?.maximumPooling;
  if (!kernels) return tf.maxPool(x as tensorflow.Tensor4D, windows.size, windows.stride, windows.pad);
  const operation = tf.customGrad((...inputs) => {
    const [values, save] = inputs as unknown as [Tensor, tensorflow.GradSaveFunc];
    const { output, places } = kernels.pool(values, windows);
    save([values, output, places]);
    return {
      value: output,
      gradFunc: (gradient: Tensor, [input, maxima, where]: Tensor[]) =>
        kernels.gradient(gradient, input, { output: maxima, places: where }, windows),
    };
  });
  return operation(x);
}
