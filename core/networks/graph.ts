import type { Graph, GraphAttribute, GraphNode } from '../contracts/tensors.ts';
import type { Architecture } from './lay-out.ts';
import type { Mask } from './lesions.ts';
import type { ActivationName, Operation } from './operations.ts';

/** Values of a weight by its name. */
export type WeightValues = (name: string) => {
  readonly values: Float32Array;
  readonly shape: readonly number[];
};

export interface NetworkGraph extends Graph {
  /** Node of every layer. */
  readonly layers: ReadonlyMap<string, string>;
  /** Node that the output layers read. */
  readonly features: string;
}

const float: GraphAttribute = { type: 'float32' };
const activations: Readonly<Record<ActivationName, { readonly operation: string; readonly slope?: number }>> =
  {
    relu: { operation: 'Relu' },
    elu: { operation: 'Elu' },
    'leaky-relu': { operation: 'LeakyRelu', slope: 0.01 },
    tanh: { operation: 'Tanh' },
  };

/** Whether a graph can hold them: all but normalisations that are composed of many operations. */
export function isGraph(operations: readonly Operation[]): boolean {
  return operations.every((operation) =>
    operation.kind === 'residual'
      ? isGraph(operation.body) && isGraph(operation.shortcut)
      : operation.kind !== 'normalisation',
  );
}

/** A network for reading, its normalisations folded, as operations of TensorFlow. */
export function graphOf(
  { input, averaged = [] }: Architecture,
  operations: readonly Operation[],
  weightOf: WeightValues,
  maskOf: (layer: string) => Mask | undefined,
): NetworkGraph {
  const nodes: GraphNode[] = [];
  const layers = new Map<string, string>();

  const add = (
    operation: string,
    inputs: readonly string[],
    attributes: GraphNode['attributes'] = { T: float },
  ) => {
    const name = `${operation}-${nodes.length}`;
    nodes.push({ name, operation, inputs, attributes });
    return name;
  };
  const constant = (values: Float32Array | Int32Array, shape: readonly number[]) =>
    add('Const', [], {
      dtype: { type: values instanceof Float32Array ? 'float32' : 'int32' },
      value: { values, shape },
    });
  const weight = (name: string) => {
    const { values, shape } = weightOf(name);
    return constant(values, shape);
  };
  const reshape = (x: string, ...shape: number[]) =>
    add('Reshape', [x, constant(Int32Array.from(shape), [shape.length])], {
      T: float,
      Tshape: { type: 'int32' },
    });
  const withBias = (x: string, { name, bias }: { readonly name: string; readonly bias: boolean }) =>
    bias ? add('BiasAdd', [x, weight(`${name}/bias`)], { T: float, ...channelsLast }) : x;
  const addAll = (all: readonly Operation[], x: string) =>
    all.reduce((output, operation) => addOne(operation, output), x);

  function addOne(operation: Operation, x: string): string {
    switch (operation.kind) {
      case 'convolution': {
        const { name, stride } = operation;
        const attributes = { T: float, ...channelsLast, ...windows({ strides: stride }), ...padded('same') };
        return withBias(add('Conv2D', [x, weight(`${name}/kernel`)], attributes), operation);
      }
      case 'dense': {
        const [inputs] = weightOf(`${operation.name}/kernel`).shape;
        const flat = reshape(x, -1, inputs);
        return withBias(add('MatMul', [flat, weight(`${operation.name}/kernel`)]), operation);
      }
      case 'pooling': {
        const { by, size, stride, pad } = operation;
        const attributes = { ...channelsLast, ...windows({ ksize: size, strides: stride }), ...padded(pad) };
        return add(by === 'max' ? 'MaxPool' : 'AvgPool', [x], { T: float, ...attributes });
      }
      case 'global-average': {
        const [side, , channels] = averaged;
        const attributes = { ...channelsLast, ...windows({ ksize: side, strides: 1 }), ...padded('valid') };
        return reshape(add('AvgPool', [x], { T: float, ...attributes }), -1, channels);
      }
      case 'activation': {
        const { operation: name, slope } = activations[operation.by];
        return add(name, [x], { T: float, ...(slope !== undefined && { alpha: { number: slope } }) });
      }
      case 'residual':
        return add('AddV2', [addAll(operation.body, x), addAll(operation.shortcut, x)]);
      case 'layer': {
        const mask = maskOf(operation.name);
        const output = mask ? add('Mul', [x, constant(mask.values, mask.shape)]) : x;
        layers.set(operation.name, output);
        return output;
      }
      case 'affine': {
        const { name } = operation;
        return add('AddV2', [add('Mul', [x, weight(`${name}/gain`)]), weight(`${name}/offset`)]);
      }
      case 'normalisation':
        throw new RangeError(`${operation.name} is not folded`);
    }
  }

  const name = 'pictures';
  const features = addAll(operations, name);
  const { size, channels } = input;
  return { input: { name, shape: [-1, size, size, channels] }, nodes, layers, features };
}

const channelsLast = { data_format: { text: 'NHWC' } };

function windows(sides: Readonly<Record<string, number>>): GraphNode['attributes'] {
  return Object.fromEntries(
    Object.entries(sides).map(([name, side]) => [name, { integers: [1, side, side, 1] }]),
  );
}

function padded(pad: 'same' | 'valid'): GraphNode['attributes'] {
  return { padding: { text: pad.toUpperCase() } };
}
