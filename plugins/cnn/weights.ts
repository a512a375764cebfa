import type * as tensorflow from '@tensorflow/tfjs';
import type { RandomStreams } from '../../core/contracts/random.ts';
import type { NamedTensor } from '../../core/contracts/training.ts';
import { InputError } from '../../core/errors/errors.ts';
import type { Architecture } from './architecture.ts';

type TF = typeof tensorflow;

/** Variables by name, such as `conv1/kernel`; those of `statistics` are not learnt by gradients. */
export type Weights = ReadonlyMap<string, tensorflow.Variable>;

const statistics = ['mean', 'variance'];

export function isLearnt(name: string): boolean {
  return !statistics.includes(name.slice(name.lastIndexOf('/') + 1));
}

export function isKernel(name: string): boolean {
  return name.endsWith('/kernel');
}

/** First weights of all layers: kernels after He et al. (2015), each from a stream of its own name. */
export function initialWeights(architecture: Architecture, random: RandomStreams): NamedTensor[] {
  const { convolutions, dense, normalised } = architecture;
  const stage = (name: string, shape: number[]) => [
    kernel(`${name}/kernel`, shape, 2, random),
    ...(normalised ? normalisation(name, lastOf(shape)) : [filled(`${name}/bias`, lastOf(shape), 0)]),
  ];
  return [
    ...convolutions.flatMap(({ name, kernel: side, inputs, width }) =>
      stage(name, [side, side, inputs, width]),
    ),
    ...stage(dense.name, [dense.inputs, dense.width]),
  ];
}

/** First weights of the linear output that training puts on top. */
export function initialHead(inputs: number, outputs: number, random: RandomStreams): NamedTensor[] {
  return [kernel('head/kernel', [inputs, outputs], 1, random), filled('head/bias', outputs, 0)];
}

export function createVariables(tf: TF, tensors: readonly NamedTensor[]): Weights {
  return new Map(
    tensors.map(({ name, shape, data }) => [
      name,
      tf.tidy(() => tf.variable(tf.tensor(data.slice(), [...shape]), isLearnt(name))),
    ]),
  );
}

export function readVariables(variables: Weights): NamedTensor[] {
  return Array.from(variables, ([name, variable]) => ({
    name,
    shape: variable.shape,
    data: Float32Array.from(variable.dataSync()),
  }));
}

/** Sets every variable. Throws InputError when a tensor is missing or has another shape. */
export function assignVariables(tf: TF, variables: Weights, tensors: readonly NamedTensor[]): void {
  const byName = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  for (const [name, variable] of variables) {
    const tensor = byName.get(name);
    if (tensor?.shape.join() !== variable.shape.join())
      throw new InputError(
        `the checkpoint does not fit the network: ${name} must be ${variable.shape.join(' x ')}, ` +
          `found ${tensor ? tensor.shape.join(' x ') : 'none'}`,
      );
    tf.tidy(() => variable.assign(tf.tensor(tensor.data.slice(), [...tensor.shape])));
  }
}

export function disposeVariables(variables: Weights): void {
  for (const variable of variables.values()) variable.dispose();
}

/** Normal deviates of variance gain / inputs per output. */
function kernel(name: string, shape: number[], gain: number, random: RandomStreams): NamedTensor {
  const size = shape.reduce((product, length) => product * length, 1);
  const deviation = Math.sqrt((gain * lastOf(shape)) / size);
  const stream = random.stream(name);
  return { name, shape, data: Float32Array.from({ length: size }, () => stream.normal(0, deviation)) };
}

function normalisation(name: string, width: number): NamedTensor[] {
  return [
    filled(`${name}/scale`, width, 1),
    filled(`${name}/shift`, width, 0),
    filled(`${name}/mean`, width, 0),
    filled(`${name}/variance`, width, 1),
  ];
}

function filled(name: string, width: number, value: number): NamedTensor {
  return { name, shape: [width], data: new Float32Array(width).fill(value) };
}

function lastOf(shape: readonly number[]): number {
  return shape[shape.length - 1];
}
