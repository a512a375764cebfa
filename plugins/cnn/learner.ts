import type * as tensorflow from '@tensorflow/tfjs';
import type { NamedTensor, PreparedObjective, Training } from '../../core/contracts/training.ts';
import { type Adam, createAdam } from './adam.ts';
import type { Architecture } from './architecture.ts';
import { forward, headOutputs, type Mode } from './forward.ts';
import type { CnnOptions } from './options.ts';
import type { PictureBatch } from './picture-stream.ts';
import { pictureTensor } from './pictures.ts';
import { assignVariables, createVariables, disposeVariables, initialHead, type Weights } from './weights.ts';

type TF = typeof tensorflow;

export interface Network {
  readonly tf: TF;
  readonly architecture: Architecture;
  readonly weights: Weights;
  /** Where training begins. */
  readonly initial: readonly NamedTensor[];
  readonly options: CnnOptions;
}

/** A network with its output layer, while it is trained. */
export interface Learner extends Network {
  /** The network's weights and those of the output. */
  readonly all: Weights;
  readonly objective: PreparedObjective;
  readonly adam: Adam;
}

export interface Measures {
  readonly loss: number;
  readonly score: number;
}

/** Weights at their start, or as `from` left them. Throws InputError when that belongs to another network. */
export function createLearner(network: Network, { stimuli, objective, random, from }: Training): Learner {
  const { tf, architecture, weights, initial, options } = network;
  const prepared = objective.prepare(stimuli.table);
  const head = createVariables(
    tf,
    initialHead(architecture.dense.width, prepared.outputs, random.scope('weights')),
  );
  const all = new Map([...weights, ...head]);
  if (from) assignVariables(tf, all, from.weights);
  else assignVariables(tf, weights, initial);
  return {
    ...network,
    all,
    objective: prepared,
    adam: createAdam(tf, all, options.weightDecay, from?.optimiser),
  };
}

/** Frees what only training needs. */
export function disposeLearner({ adam, all, weights }: Learner): void {
  adam.dispose();
  disposeVariables(new Map(Array.from(all).filter(([name]) => !weights.has(name))));
}

/** One step of the optimiser. */
export function learn(learner: Learner, batch: PictureBatch, learningRate: number): Measures {
  const { tf, all, adam } = learner;
  const variables = Array.from(all.values()).filter(({ trainable }) => trainable);
  let score = Number.NaN;
  return tf.tidy(() => {
    const { value, grads } = tf.variableGrads(() => {
      const [loss, scored] = evaluate(learner, batch, 'training');
      score = scored.dataSync()[0];
      return loss as tensorflow.Scalar;
    }, variables);
    adam.step(grads, learningRate);
    return { loss: value.dataSync()[0], score };
  });
}

/** Mean loss and score of a batch, without learning. */
export function measure(learner: Learner, batch: PictureBatch): Measures {
  const [loss, score] = learner.tf.tidy(() =>
    evaluate(learner, batch, 'reading').map((value) => value.dataSync()[0]),
  );
  return { loss, score };
}

/** Loss and score, scalars. */
function evaluate(learner: Learner, { rows, frames }: PictureBatch, mode: Mode): tensorflow.Tensor[] {
  const { tf, architecture, all, objective } = learner;
  const layers = forward(tf, architecture, all, pictureTensor(tf, frames), mode);
  const outputs = headOutputs(tf, all, layers[layers.length - 1]);
  const targets = objective.targets(rows);
  return [objective.loss(outputs, targets), objective.score(outputs, targets)];
}
