import type * as tensorflow from '@tensorflow/tfjs';
import type { Checkpoint, Head } from '../contracts/training.ts';
import { InputError } from '../errors/errors.ts';
import type { Architecture, WeightPlan } from '../networks/lay-out.ts';
import { createVariables, disposeVariables, type Weights, weightOf } from '../networks/weights.ts';

type TF = typeof tensorflow;
type Tensor = tensorflow.Tensor;

const prefix = 'head';
const placesName = `${prefix}/places`;

/** Weights of the layers that training puts on top. */
export function headWeights(
  { places, channels, features }: Pick<Architecture, 'places' | 'channels' | 'features'>,
  head: Head = { kind: 'dense', hidden: [] },
  outputs: number,
): WeightPlan[] {
  if (head.kind === 'factorised')
    return [
      { name: placesName, shape: [places, outputs], start: { constant: 1 / places } },
      ...layerWeights(prefix, channels, outputs, 1),
    ];
  const widths = [...head.hidden, outputs];
  return widths.flatMap((width, index) => {
    const inputs = index === 0 ? features : widths[index - 1];
    return layerWeights(nameOf(index, widths.length), inputs, width, index < head.hidden.length ? 2 : 1);
  });
}

function layerWeights(name: string, inputs: number, outputs: number, gain: number): WeightPlan[] {
  return [
    { name: `${name}/kernel`, shape: [inputs, outputs], start: { deviation: Math.sqrt(gain / inputs) } },
    { name: `${name}/bias`, shape: [outputs], start: { constant: 0 } },
  ];
}

/** What the output layers say, `[count, outputs]`. @param features `[count, places * channels]` */
export function headOutputs(tf: TF, weights: Weights, features: Tensor): Tensor {
  const places = weights.get(placesName);
  if (places) {
    const kernel = weightOf(weights, `${prefix}/kernel`);
    const [count] = features.shape;
    return tf
      .matMul(features.reshape([-1, kernel.shape[0]]), kernel)
      .reshape([count, ...places.shape])
      .mul(places)
      .sum(1)
      .add(weightOf(weights, `${prefix}/bias`));
  }
  const count = Array.from(weights.keys()).filter(
    (name) => isOfHead(name) && name.endsWith('/kernel'),
  ).length;
  let output = features;
  for (let index = 0; index < count; index++) {
    const name = nameOf(index, count);
    const product = tf
      .matMul(output, weightOf(weights, `${name}/kernel`))
      .add(weightOf(weights, `${name}/bias`));
    output = index < count - 1 ? tf.relu(product) : product;
  }
  return output;
}

/** What factorised outputs add to the loss, a scalar. */
export function sparsenessOf(
  tf: TF,
  weights: Weights,
  { sparseness }: Extract<Head, { kind: 'factorised' }>,
): Tensor {
  const places = weightOf(weights, placesName).abs().sum(0);
  const channels = tf.norm(weightOf(weights, `${prefix}/kernel`), 'euclidean', 0);
  return places.mul(channels).mean().mul(sparseness);
}

/** The output layers of the last checkpoint that was restored. */
export interface TrainedHead {
  restore(checkpoint: Checkpoint): void;
  /** Empty before `restore`. */
  names(): readonly string[];
  /** Outputs `[count, outputs]` of what the network gives. Throws InputError before `restore`. */
  read(features: () => Tensor): Float32Array;
}

export function createTrainedHead(tf: TF): TrainedHead {
  let weights: Weights = new Map();
  let names: readonly string[] = [];
  return {
    restore: (checkpoint) => {
      disposeVariables(weights);
      weights = createVariables(
        tf,
        checkpoint.weights.filter(({ name }) => isOfHead(name)),
      );
      names = checkpoint.outputNames;
    },
    names: () => names,
    read: (features) => {
      if (weights.size === 0) throw new InputError('an untrained network has no outputs; train it first.');
      return tf.tidy(() => headOutputs(tf, weights, features()).dataSync<'float32'>());
    },
  };
}

function isOfHead(name: string): boolean {
  return name.startsWith(`${prefix}/`);
}

function nameOf(index: number, count: number): string {
  return index === count - 1 ? prefix : `${prefix}/hidden${index + 1}`;
}
