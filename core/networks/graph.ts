import type { Graph, GraphAttribute, GraphNode } from '../contracts/tensors.ts';
import type { Architecture } from './lay-out.ts';
import type { Mask } from './lesions.ts';
import type { ActivationName, Operation } from './operations.ts';
import { pixelScale } from './pictures.ts';

/** Weights by their names. */
export interface GraphWeights {
  shape(name: string): readonly number[];
  values(name: string): Float32Array;
}

export interface NetworkGraph extends Graph {
  /** Weights among the inputs, after the pixels: those of fully connected layers, too large to stand in a graph. */
  readonly given: readonly string[];
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

/** A network for reading pixels of 0 … 255, its normalisations folded, as operations of TensorFlow. */
export function graphOf(
  { input, averaged = [] }: Architecture,
  operations: readonly Operation[],
  weights: GraphWeights,
  maskOf: (layer: string) => Mask | undefined,
): NetworkGraph {
  const nodes: GraphNode[] = [];
  const layers = new Map<string, string>();
  const given: string[] = [];

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
  const weight = (name: string) => constant(weights.values(name), weights.shape(name));
  const reshape = (x: string, ...shape: number[]) =>
    add('Reshape', [x, constant(Int32Array.from(shape), [shape.length])], {
      T: float,
      Tshape: { type: 'int32' },
    });
  const withBias = (x: string, { name, bias }: { readonly name: string; readonly bias: boolean }) =>
    bias ? add('BiasAdd', [x, weight(`${name}/bias`)], { T: float, ...channelsLast }) : x;
  const addAll = (all: readonly Operation[], x: string) =>
    rectifyBeforePooling(all).reduce((output, operation) => addOne(operation, output), x);

  function addOne(operation: Operation, x: string): string {
    switch (operation.kind) {
      case 'convolution': {
        const { name, stride } = operation;
        const attributes = { T: float, ...channelsLast, ...windows({ strides: stride }), ...padded('same') };
        return withBias(add('Conv2D', [x, weight(`${name}/kernel`)], attributes), operation);
      }
      case 'dense': {
        const kernel = `${operation.name}/kernel`;
        given.push(kernel);
        const [units] = weights.shape(kernel);
        return withBias(add('MatMul', [reshape(x, -1, units), inputName(kernel)]), operation);
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

  const pixels = 'pixels';
  const scalar = (value: number) => constant(Float32Array.of(value), []);
  const centred = add('Sub', [pixels, scalar(pixelScale.middle)]);
  const features = addAll(operations, add('RealDiv', [centred, scalar(pixelScale.spread)]));
  const { size, channels } = input;
  const inputs = [
    { name: pixels, shape: [-1, size, size, channels] },
    ...given.map((name) => ({ name: inputName(name), shape: weights.shape(name) })),
  ];
  return { inputs, given, nodes, layers, features };
}

/** Rectification and maximum commute; right after a convolution, the engine's optimiser makes both one. */
function rectifyBeforePooling(operations: readonly Operation[]): readonly Operation[] {
  const ordered: Operation[] = [];
  for (const operation of operations) {
    const last = ordered[ordered.length - 1];
    const swapped =
      operation.kind === 'activation' &&
      operation.by === 'relu' &&
      last?.kind === 'pooling' &&
      last.by === 'max';
    ordered.splice(swapped ? -1 : ordered.length, 0, operation);
  }
  return ordered;
}

function inputName(weight: string): string {
  return weight.replaceAll('/', '-');
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
