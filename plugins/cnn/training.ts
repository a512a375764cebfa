import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RandomStreams } from '../../core/contracts/random.ts';
import type { Checkpoint, Training, TrainingOptions } from '../../core/contracts/training.ts';
import { InputError } from '../../core/errors/errors.ts';
import { createAugmentation } from './augmentation.ts';
import {
  createLearner,
  disposeLearner,
  type Learner,
  learn,
  type Measures,
  measure,
  type Network,
} from './learner.ts';
import { pictureBatches } from './picture-stream.ts';
import { readVariables } from './weights.ts';

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
    disposeLearner(learner);
  }
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
    mean.add(measure(learner, batch), batch.rows.length);
  }
  const { loss, score } = mean.value();
  return { validationLoss: loss, validationScore: score };
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
