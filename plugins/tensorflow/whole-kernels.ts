import type * as tensorflow from '@tensorflow/tfjs';
import type { WholeKernels } from '../../core/contracts/tensors.ts';

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
  readonly value: number | string | boolean;
}

/** TensorFlow's own kernels of batch normalisation and of the gradient of rectification. */
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
    normaliseByBatch: (x, scale, shift, epsilon) => {
      const none = tf.tensor1d([]);
      const inputs = [x, scale, shift, none, none];
      const [output, mean, variance, ...reserved] = backend.executeMultipleOutputs(
        'FusedBatchNormV3',
        normalising(epsilon),
        inputs,
        6,
      );
      none.dispose();
      return { output, mean, variance, reserved };
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
  };
}
