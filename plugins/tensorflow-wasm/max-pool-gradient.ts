import type * as tensorflow from '@tensorflow/tfjs';

type TF = typeof tensorflow;

/**
 * Corrects the gradient of max pooling, whose kernel overlooks windows without a positive value: it only looks for
 * the place of the maximum, so it is given the input moved above zero.
 */
export function correctMaxPoolGradient(tf: TF): void {
  const kernel = tf.getKernel('MaxPoolGrad', 'wasm');
  tf.unregisterKernel('MaxPoolGrad', 'wasm');
  tf.registerKernel({
    ...kernel,
    kernelFunc: ({ inputs, attrs, backend }) => {
      const input = movedAboveZero(
        tf,
        inputs.input as tensorflow.TensorInfo,
        backend as tensorflow.KernelBackend,
      );
      const gradient = kernel.kernelFunc({ inputs: { ...inputs, input }, attrs, backend });
      input.dispose();
      return gradient;
    },
  });
}

function movedAboveZero(
  tf: TF,
  info: tensorflow.TensorInfo,
  backend: tensorflow.KernelBackend,
): tensorflow.Tensor {
  backend.incRef(info.dataId);
  return tf.tidy(() => {
    const values = tf.engine().makeTensorFromTensorInfo(info);
    return tf.add(tf.sub(values, tf.min(values)), 1);
  });
}
