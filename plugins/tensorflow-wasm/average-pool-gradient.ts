import type * as tensorflow from '@tensorflow/tfjs';

type TF = typeof tensorflow;
type Tensor4D = tensorflow.Tensor4D;

interface Attributes {
  readonly filterSize: [number, number] | number;
  readonly strides: [number, number] | number;
  readonly pad: 'valid' | 'same' | number;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/**
 * Corrects the gradient of average pooling, whose kernel divides by the window's size where the pooling itself leaves
 * out the padding: it is given the output's gradient, enlarged where a window reaches into the padding.
 */
export function correctAveragePoolGradient(tf: TF): void {
  const kernel = tf.getKernel('AvgPoolGrad', 'wasm');
  tf.unregisterKernel('AvgPoolGrad', 'wasm');
  tf.registerKernel({
    ...kernel,
    kernelFunc: ({ inputs, attrs, backend }) => {
      const { shape } = inputs.input as tensorflow.TensorInfo;
      const scale = windowSizeOverCount(tf, shape as Tensor4D['shape'], attrs as unknown as Attributes);
      const info = inputs.dy as tensorflow.TensorInfo;
      (backend as tensorflow.KernelBackend).incRef(info.dataId);
      const dy = tf.tidy(() => tf.mul(tf.engine().makeTensorFromTensorInfo(info), scale));
      const gradient = kernel.kernelFunc({ inputs: { ...inputs, dy }, attrs, backend });
      tf.dispose([scale, dy]);
      return gradient;
    },
  });
}

/** Size of the window over the number of its places inside the picture, `[1, height, width, 1]`. */
function windowSizeOverCount(tf: TF, shape: Tensor4D['shape'], attributes: Attributes): tensorflow.Tensor {
  const { filterSize, strides, pad, dimRoundingMode } = attributes;
  const window = tf.backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
  const rows = placesInside(window.outHeight, window.strideHeight, window.filterHeight, {
    before: window.padInfo.top,
    length: window.inHeight,
  });
  const columns = placesInside(window.outWidth, window.strideWidth, window.filterWidth, {
    before: window.padInfo.left,
    length: window.inWidth,
  });
  const size = window.filterHeight * window.filterWidth;
  const values = rows.flatMap((height) => columns.map((width) => size / (height * width)));
  return tf.tensor(values, [1, rows.length, columns.length, 1]);
}

/** How many places of each window, along one side, lie inside the picture. */
function placesInside(
  windows: number,
  stride: number,
  filter: number,
  { before, length }: { readonly before: number; readonly length: number },
): number[] {
  return Array.from({ length: windows }, (_, window) => {
    const start = window * stride - before;
    return Math.min(length, start + filter) - Math.max(0, start);
  });
}
