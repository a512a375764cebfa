import type * as tensorflow from '@tensorflow/tfjs';
import type { RandomStreams } from '../contracts/random.ts';
import type { NamedTensor } from '../contracts/training.ts';
import { InputError } from '../errors/errors.ts';
import type { WeightPlan } from './lay-out.ts';

type TF = typeof tensorflow;

/** Variables by name, such as `conv1/kernel`; running statistics are not learnt by gradients. */
export type Weights = ReadonlyMap<string, tensorflow.Variable>;

const statistics = ['mean', 'variance'];

export function isLearnt(name: string): boolean {
  return !statistics.includes(name.slice(name.lastIndexOf('/') + 1));
}

export function isKernel(name: string): boolean {
  return name.endsWith('/kernel');
}

/** First weights, those of each kernel from a stream of its own name. */
export function initialWeights(plans: readonly WeightPlan[], random: RandomStreams): NamedTensor[] {
  return plans.map(({ name, shape, start }) => {
    const data = new Float32Array(shape.reduce((product, length) => product * length, 1));
    if ('constant' in start) return { name, shape, data: data.fill(start.constant) };
    const stream = random.stream(name);
    return { name, shape, data: data.map(() => stream.normal(0, start.deviation)) };
  });
}

export function weightOf<Weight>(weights: ReadonlyMap<string, Weight>, name: string): Weight {
  const weight = weights.get(name);
  if (weight) return weight;
  throw new RangeError(`no weight ${name}`);
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
        `the weights do not fit the network: ${name} must be ${variable.shape.join(' x ')}, ` +
          `found ${tensor ? tensor.shape.join(' x ') : 'none'}`,
      );
    tf.tidy(() => variable.assign(tf.tensor(tensor.data.slice(), [...tensor.shape])));
  }
}

export function disposeVariables(variables: Weights): void {
  for (const variable of variables.values()) variable.dispose();
}
