import type * as tensorflow from '@tensorflow/tfjs';
import { correctAveragePoolGradient } from './average-pool-gradient.ts';
import {
  convolutionFilterGradient,
  convolutionInputGradient,
  depthwiseFilterGradient,
  depthwiseInputGradient,
  type Geometry,
} from './gradients.ts';
import { correctMaxPoolGradient } from './max-pool-gradient.ts';

type TF = typeof tensorflow;
type Tensor4D = tensorflow.Tensor4D;
type Shape = [number, number, number, number];

/** Attributes of tfjs' gradient kernels; a gradient by the filter carries `filterShape`, one by the input `inputShape`. */
interface Attributes {
  readonly strides: [number, number] | number;
  readonly pad: 'valid' | 'same' | number | tensorflow.backend_util.ExplicitPadding;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
  readonly filterShape: Shape;
  readonly inputShape: Shape;
}

interface Inputs {
  readonly x: Tensor4D;
  readonly dy: Tensor4D;
  readonly filter: Tensor4D;
}

type Gradient = (tf: TF, inputs: Inputs, attributes: Attributes) => Tensor4D;

const gradients: Readonly<Record<string, Gradient>> = {
  Conv2DBackpropFilter: (tf, { x, dy }, attributes) =>
    convolutionFilterGradient(tf, x, dy, geometry(tf, x.shape, attributes.filterShape, attributes)),
  Conv2DBackpropInput: (tf, { dy, filter }, attributes) =>
    convolutionInputGradient(tf, dy, filter, geometry(tf, attributes.inputShape, filter.shape, attributes)),
  DepthwiseConv2dNativeBackpropFilter: (tf, { x, dy }, attributes) =>
    depthwiseFilterGradient(tf, x, dy, geometry(tf, x.shape, attributes.filterShape, attributes, true)),
  DepthwiseConv2dNativeBackpropInput: (tf, { dy, filter }, attributes) =>
    depthwiseInputGradient(
      tf,
      dy,
      filter,
      geometry(tf, attributes.inputShape, filter.shape, attributes, true),
    ),
};

/**
 * Gives the WebAssembly backend the gradients of convolutions, computed with kernels that it has (three that it
 * lacks, and a faster one by the input of a convolution), and corrects those of pooling. Does so once a process.
 */
export function registerGradientKernels(tf: TF): void {
  if (tf.getKernel('Conv2DBackpropFilter', 'wasm')) return;
  for (const [kernelName, gradient] of Object.entries(gradients)) {
    if (tf.getKernel(kernelName, 'wasm')) tf.unregisterKernel(kernelName, 'wasm');
    tf.registerKernel({
      kernelName,
      backendName: 'wasm',
      kernelFunc: ({ inputs, attrs, backend }) =>
        tf.tidy(() =>
          gradient(
            tf,
            asTensors(tf, inputs, backend as tensorflow.KernelBackend),
            attrs as unknown as Attributes,
          ),
        ),
    });
  }
  correctMaxPoolGradient(tf);
  correctAveragePoolGradient(tf);
}

/** Tensors that the surrounding `tidy` may dispose of: each holds a reference of its own to the data. */
function asTensors(tf: TF, inputs: tensorflow.NamedTensorInfoMap, backend: tensorflow.KernelBackend): Inputs {
  const tensors = Object.entries(inputs).flatMap(([name, info]) => {
    if (!info) return [];
    backend.incRef(info.dataId);
    return [[name, tf.engine().makeTensorFromTensorInfo(info)]];
  });
  return Object.fromEntries(tensors);
}

function geometry(tf: TF, input: Shape, filter: Shape, attributes: Attributes, depthwise = false): Geometry {
  const { strides, pad, dimRoundingMode } = attributes;
  return tf.backend_util.computeConv2DInfo(input, filter, strides, 1, pad, dimRoundingMode, depthwise);
}
