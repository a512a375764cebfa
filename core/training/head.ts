import type * as tensorflow from '@tensorflow/tfjs';
import type { Checkpoint } from '../contracts/training.ts';
import { InputError } from '../errors/errors.ts';
import type { WeightPlan } from '../networks/lay-out.ts';
import { createVariables, disposeVariables, type Weights, weightOf } from '../networks/weights.ts';

type TF = typeof tensorflow;

const prefix = 'head';

/** Fully connected layers that training puts on top, rectified but for the last. @param widths units of each layer. */
export function headWeights(features: number, widths: readonly number[]): WeightPlan[] {
  return widths.flatMap((width, index) => {
    const inputs = index === 0 ? features : widths[index - 1];
    const gain = index === widths.length - 1 ? 1 : 2;
    const name = nameOf(index, widths.length);
    return [
      { name: `${name}/kernel`, shape: [inputs, width], start: { deviation: Math.sqrt(gain / inputs) } },
      { name: `${name}/bias`, shape: [width], start: { constant: 0 } },
    ];
  });
}

/** What the output layers say, `[count, outputs]`. @param features `[count, features]` */
export function headOutputs(tf: TF, weights: Weights, features: tensorflow.Tensor): tensorflow.Tensor {
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

/** The output layers of the last checkpoint that was restored. */
export interface TrainedHead {
  restore(checkpoint: Checkpoint): void;
  /** Empty before `restore`. */
  names(): readonly string[];
  /** Outputs `[count, outputs]` of what the network gives. Throws InputError before `restore`. */
  read(features: () => tensorflow.Tensor): Float32Array;
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
