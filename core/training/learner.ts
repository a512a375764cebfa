import type * as tensorflow from '@tensorflow/tfjs';
import type { Frames } from '../contracts/pictures.ts';
import type { Tensors } from '../contracts/tensors.ts';
import type { NamedTensor, PreparedObjective, Training } from '../contracts/training.ts';
import { type Mode, run } from '../networks/forward.ts';
import type { Architecture } from '../networks/lay-out.ts';
import { pictureTensor } from '../networks/pictures.ts';
import {
  assignVariables,
  createVariables,
  disposeVariables,
  initialWeights,
  type Weights,
} from '../networks/weights.ts';
import { headOutputs, headWeights, sparsenessOf } from './head.ts';
import { createOptimiser, type Optimiser } from './optimisers.ts';

/** A network as training takes it. */
export interface Network {
  readonly tensors: Tensors;
  readonly architecture: Architecture;
  readonly weights: Weights;
  /** Where training begins; drawn when asked for. Output layers among them count where they fit the objective's. */
  initial(): readonly NamedTensor[];
}

/** A network with its output layers, while it is trained. */
export interface Learner extends Network {
  /** The network's weights and those of the output layers. */
  readonly all: Weights;
  readonly objective: PreparedObjective;
  readonly optimiser: Optimiser;
}

/** `loss`, `score`, and scores of single tasks. */
export type Measures = Readonly<Record<string, number>>;

/** Pictures of the given rows; with several views, all rows once, then all again. */
export interface Batch {
  readonly rows: readonly number[];
  readonly frames: Frames;
}

/** Weights at their start, or as `from` left them. Throws InputError when that belongs to another network. */
export function createLearner(
  network: Network,
  objective: PreparedObjective,
  { options, random, from }: Pick<Training, 'options' | 'random' | 'from'>,
): Learner {
  const { architecture, weights } = network;
  const { tf } = network.tensors;
  const planned = headWeights(architecture, objective.head, objective.outputNames.length);
  const drawn = initialWeights(planned, random.scope('weights'));
  const initial = network.initial();
  const head = drawn.map(
    (own) => initial.find(({ name, shape }) => name === own.name && `${shape}` === `${own.shape}`) ?? own,
  );
  const all = new Map([...weights, ...createVariables(tf, head)]);
  if (from) assignVariables(tf, all, from.weights);
  else assignVariables(tf, weights, initial);
  const { optimiser, weightDecay } = options;
  return {
    ...network,
    all,
    objective,
    optimiser: createOptimiser(tf, all, { ...optimiser, weightDecay }, from?.optimiser),
  };
}

/** Frees what only training needs. */
export function disposeLearner({ optimiser, all, weights }: Learner): void {
  optimiser.dispose();
  disposeVariables(new Map(Array.from(all).filter(([name]) => !weights.has(name))));
}

/** One step of the optimiser. The loss it tells is the objective's, without what the head is charged. */
export function learn(learner: Learner, batch: Batch, learningRate: number): Measures {
  const { all, objective, optimiser } = learner;
  const { tf } = learner.tensors;
  const variables = Array.from(all.values()).filter(({ trainable }) => trainable);
  let measures: Measures = {};
  return tf.tidy(() => {
    const { grads } = tf.variableGrads(() => {
      const evaluated = evaluate(learner, batch, 'training');
      measures = readAll(evaluated);
      const { loss } = evaluated;
      const { head } = objective;
      return (
        head?.kind === 'factorised' ? loss.add(sparsenessOf(tf, all, head)) : loss
      ) as tensorflow.Scalar;
    }, variables);
    optimiser.step(grads, learningRate);
    return measures;
  });
}

/** Loss and scores of a batch, without learning. */
export function measure(learner: Learner, batch: Batch): Measures {
  return learner.tensors.tf.tidy(() => readAll(evaluate(learner, batch, 'reading')));
}

/** Scalars. */
function evaluate(
  { tensors, architecture, all, objective }: Learner,
  { rows, frames }: Batch,
  mode: Mode,
): Record<string, tensorflow.Tensor> {
  const { tf } = tensors;
  const features = run({ tensors, weights: all, mode }, architecture.operations, pictureTensor(tf, frames));
  const outputs = headOutputs(tf, all, features.reshape([frames.count, architecture.features]));
  const targets = objective.targets(rows);
  return {
    loss: objective.loss(outputs, targets),
    score: objective.score(outputs, targets),
    ...objective.scores?.(outputs, targets),
  };
}

function readAll(scalars: Readonly<Record<string, tensorflow.Tensor>>): Measures {
  return Object.fromEntries(
    Object.entries(scalars).map(([name, scalar]) => [name, scalar.dataSync<'float32'>()[0]]),
  );
}
