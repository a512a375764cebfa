import { setImmediate as nextTurn } from 'node:timers/promises';
import type * as tensorflow from '@tensorflow/tfjs';
import type { RandomStreams } from '../../core/contracts/random.ts';
import type {
  Checkpoint,
  NamedTensor,
  PreparedObjective,
  Training,
  TrainingOptions,
} from '../../core/contracts/training.ts';
import { InputError } from '../../core/errors/errors.ts';
import { type Adam, createAdam } from './adam.ts';
import type { Architecture } from './architecture.ts';
import { createAugmentation } from './augmentation.ts';
import { forward, headOutputs, type Mode } from './forward.ts';
import type { CnnOptions } from './options.ts';
import { type PictureBatch, pictureBatches } from './picture-stream.ts';
import { pictureTensor } from './pictures.ts';
import {
  assignVariables,
  createVariables,
  disposeVariables,
  initialHead,
  readVariables,
  type Weights,
} from './weights.ts';

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
interface Learner extends Network {
  /** The network's weights and those of the output. */
  readonly all: Weights;
  readonly objective: PreparedObjective;
  readonly adam: Adam;
}

interface Measures {
  readonly loss: number;
  readonly score: number;
}

/**
 * Trains the weights in place, from the initial ones or from `training.from`; one checkpoint per epoch, with the
 * metrics `loss`, `score`, `validationLoss` and `validationScore`. Every random choice of an epoch is drawn from
 * streams of that epoch, so going on from a checkpoint gives what an uninterrupted training gives.
 */
export async function* trainNetwork(network: Network, training: Training): AsyncIterable<Checkpoint> {
  const { stimuli, options, random, from } = training;
  const rows = splitRows(stimuli.table.length, options.validation, random);
  const learner = createLearner(network, training);
  try {
    for (let epoch = (from?.epoch ?? 0) + 1; epoch <= options.epochs; epoch++) {
      const learnt = await trainEpoch(learner, training, rows.training, epoch);
      const validated = await validate(learner, training, rows.validation);
      yield {
        epoch,
        weights: readVariables(learner.all),
        optimiser: learner.adam.state(),
        metrics: { ...learnt, ...validated },
      };
    }
  } finally {
    learner.adam.dispose();
    disposeVariables(headOf(learner));
  }
}

function createLearner(network: Network, { stimuli, objective, random, from }: Training): Learner {
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

function headOf({ all, weights }: Learner): Weights {
  return new Map(Array.from(all).filter(([name]) => !weights.has(name)));
}

/** Which rows are learnt from and which only watched. Throws InputError when too few remain to learn from. */
function splitRows(
  count: number,
  validation: number,
  random: RandomStreams,
): { training: number[]; validation: number[] } {
  const order = random.stream('validation').permutation(count);
  const kept = Math.round(validation * count);
  if (count - kept < 2) throw new InputError(`training needs at least 2 stimuli, ${count - kept} remain`);
  const ascending = (rows: number[]) => rows.sort((left, right) => left - right);
  return { validation: ascending(order.slice(0, kept)), training: ascending(order.slice(kept)) };
}

async function trainEpoch(
  learner: Learner,
  training: Training,
  rows: readonly number[],
  epoch: number,
): Promise<Measures> {
  const { stimuli, options, random, onBatch } = training;
  const shuffled = random
    .stream(`epoch-${epoch}`)
    .permutation(rows.length)
    .map((index) => rows[index]);
  const augment = createAugmentation(learner.options, random.stream(`augmentation-${epoch}`));
  const mean = createMean();
  for await (const { rows: members, frames } of pictureBatches(
    stimuli,
    learner.architecture,
    shuffled,
    options.batch,
  )) {
    const batch = { rows: members, frames: augment(frames) };
    const progress = (epoch - 1 + mean.count() / rows.length) / options.epochs;
    const measures = learn(learner, batch, learningRateAt(progress, options));
    requireFinite(measures.loss, epoch);
    mean.add(measures, members.length);
    onBatch?.({ epoch, stimuli: members.length, loss: measures.loss });
    await nextTurn();
  }
  return mean.value();
}

async function validate(
  learner: Learner,
  { stimuli, options }: Training,
  rows: readonly number[],
): Promise<Record<string, number>> {
  if (rows.length === 0) return {};
  const mean = createMean();
  for await (const batch of pictureBatches(stimuli, learner.architecture, rows, options.batch)) {
    const [loss, score] = learner.tf.tidy(() =>
      evaluate(learner, batch, 'reading').map((measure) => measure.dataSync()[0]),
    );
    mean.add({ loss, score }, batch.rows.length);
  }
  const { loss, score } = mean.value();
  return { validationLoss: loss, validationScore: score };
}

/** One step of the optimiser. */
function learn(learner: Learner, batch: PictureBatch, learningRate: number): Measures {
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

/** Mean loss and score of a batch. */
function evaluate(learner: Learner, { rows, frames }: PictureBatch, mode: Mode): tensorflow.Tensor[] {
  const { tf, architecture, all, objective } = learner;
  const layers = forward(tf, architecture, all, pictureTensor(tf, frames), mode);
  const outputs = headOutputs(tf, all, layers[layers.length - 1]);
  const targets = objective.targets(rows);
  return [objective.loss(outputs, targets), objective.score(outputs, targets)];
}

/** Rises over the first twentieth of the training, then falls along half a cosine to 0 (Loshchilov and Hutter 2017). */
function learningRateAt(progress: number, { learningRate }: TrainingOptions): number {
  const rise = 0.05;
  const risen = Math.min(1, (progress + 0.001) / rise);
  const fallen = Math.max(0, (progress - rise) / (1 - rise));
  return learningRate * risen * 0.5 * (1 + Math.cos(Math.PI * fallen));
}

function requireFinite(loss: number, epoch: number): void {
  if (!Number.isFinite(loss))
    throw new InputError(`training diverged in epoch ${epoch}: the loss is ${loss}; lower the learning rate`);
}

/** Mean over batches, weighted by their stimuli. */
function createMean() {
  let stimuli = 0;
  let loss = 0;
  let score = 0;
  return {
    add: (measures: Measures, count: number) => {
      stimuli += count;
      loss += measures.loss * count;
      score += measures.score * count;
    },
    count: () => stimuli,
    value: (): Measures => ({ loss: loss / stimuli, score: score / stimuli }),
  };
}
