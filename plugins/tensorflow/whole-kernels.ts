import type * as tensorflow from '@tensorflow/tfjs';
import type { PoolingWindows, WholeKernels } from '../../core/contracts/tensors.ts';

type Tensor = tensorflow.Tensor;

/** What tfjs-node's backend offers beside TensorFlow.js: any operation of TensorFlow by name. */
interface NativeBackend {
  readonly binding: Readonly<Record<`TF_${string}`, number>>;
  executeSingleOutput(name: string, attributes: readonly Attribute[], inputs: readonly Tensor[]): Tensor;
  executeMultipleOutputs(
    name: string,
    attributes: readonly Attribute[],
    inputs: readonly Tensor[],
    outputs: number,
  ): Tensor[];
}

interface Attribute {
  readonly name: string;
  readonly type: number;
  readonly value: number | string | boolean | readonly number[];
}

/** TensorFlow's own kernels of batch normalisation, of the gradient of rectification, and of maximum pooling. */
export function createWholeKernels(tf: typeof tensorflow): WholeKernels {
  const backend = tf.backend() as unknown as NativeBackend;
  const { TF_ATTR_TYPE, TF_ATTR_FLOAT, TF_ATTR_STRING, TF_ATTR_BOOL, TF_FLOAT } = backend.binding;
  const type = (name: string): Attribute => ({ name, type: TF_ATTR_TYPE, value: TF_FLOAT });
  const normalising = (epsilon: number): Attribute[] => [
    type('T'),
    type('U'),
    { name: 'epsilon', type: TF_ATTR_FLOAT, value: epsilon },
    { name: 'data_format', type: TF_ATTR_STRING, value: 'NHWC' },
    { name: 'is_training', type: TF_ATTR_BOOL, value: true },
  ];
  return {
    normaliseByBatch: (x, scale, shift, running, { epsilon, momentum }) => {
      const moving = { name: 'exponential_avg_factor', type: TF_ATTR_FLOAT, value: 1 - momentum };
      const [output, mean, variance, ...reserved] = backend.executeMultipleOutputs(
        'FusedBatchNormV3',
        [...normalising(epsilon), moving],
        [x, scale, shift, running.mean, running.variance],
        6,
      );
      return { output, moved: { mean, variance }, reserved };
    },
    normaliseByBatchGradient: (gradient, x, scale, reserved, epsilon) => {
      const [byX, byScale, byShift, ...empty] = backend.executeMultipleOutputs(
        'FusedBatchNormGradV3',
        normalising(epsilon),
        [gradient, x, scale, ...reserved],
        5,
      );
      tf.dispose(empty);
      return [byX, byScale, byShift];
    },
    rectifyGradient: (gradient, output) =>
      backend.executeSingleOutput('ReluGrad', [type('T')], [gradient, output]),
    maximumPooling: maximumPooling(tf, backend),
  };
}

/**
 * oneDNN's, whose gradient takes an eighth of the time of TensorFlow's. Only whole graphs are given it unasked, so it is
 * called by its inner name, which some builds of TensorFlow do not have.
 */
function maximumPooling(tf: typeof tensorflow, backend: NativeBackend): WholeKernels['maximumPooling'] {
  const { TF_ATTR_TYPE, TF_ATTR_INT, TF_ATTR_STRING, TF_ATTR_BOOL, TF_FLOAT } = backend.binding;
  const attributes = ({ size, stride, pad }: PoolingWindows): Attribute[] => [
    { name: 'T', type: TF_ATTR_TYPE, value: TF_FLOAT },
    { name: 'ksize', type: TF_ATTR_INT, value: [1, size, size, 1] },
    { name: 'strides', type: TF_ATTR_INT, value: [1, stride, stride, 1] },
    { name: 'padding', type: TF_ATTR_STRING, value: pad.toUpperCase() },
    { name: 'data_format', type: TF_ATTR_STRING, value: 'NHWC' },
    { name: 'workspace_enabled', type: TF_ATTR_BOOL, value: true },
    { name: '_kernel', type: TF_ATTR_STRING, value: 'MklNameChangeOp' },
  ];
  const kernels: WholeKernels['maximumPooling'] = {
    pool: (x, windows) => {
      const [output, places] = backend.executeMultipleOutputs(
        '_MklNativeMaxPool',
        attributes(windows),
        [x],
        2,
      );
      return { output, places };
    },
    gradient: (gradient, x, { output, places }, windows) =>
      backend.executeSingleOutput('_MklNativeMaxPoolGrad', attributes(windows), [
        x,
        output,
        gradient,
        places,
      ]),
  };
  try {
    tf.tidy(() => kernels.pool(tf.zeros([1, 2, 2, 1]), { size: 2, stride: 2, pad: 'valid' }));
    return kernels;
  } catch {
    return undefined;
  }
}
