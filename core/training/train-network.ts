import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Frames } from '../contracts/pictures.ts';
import type { Training, TrainingState } from '../contracts/training.ts';
import { InputError } from '../errors/errors.ts';
import { readVariables } from '../networks/weights.ts';
import { joinFrames } from '../pictures/frames.ts';
import { createAugmentation } from './augmentation.ts';
import { createLearner, disposeLearner, learn, measure, type Network } from './learner.ts';
import { createMean } from './mean-measures.ts';
import { shuffleInWindows } from './picture-order.ts';
import { createPictureStream, splitEvenly } from './picture-stream.ts';
import { planTraining, splitRows } from './plan.ts';
import { learningRateAt } from './schedule.ts';

/** Pictures that the first epoch waits for at a time, so that learning begins while the others are drawn. */
const firstWindow = 4096;

/**
 * Trains the weights in place, from the initial ones or from `training.from`. Every random choice of an epoch or a
 * step is drawn from a stream of its own, so going on from a checkpoint gives what an uninterrupted training gives.
 */
export async function* trainNetwork(network: Network, training: Training): AsyncIterable<TrainingState> {
  const { stimuli, options, random, responses, onBatch } = training;
  const { table } = stimuli;
  const plan = planTraining(table.length, options);
  const rows = splitRows(table.length, plan, random);
  const objective = await training.objective.prepare({ table, rows: rows.training, responses });
  const views = objective.views ?? 1;
  const augment = createAugmentation(options.augmentation, random.scope('augmentation'));
  const show = (frames: Frames, batch: string) =>
    joinFrames(Array.from({ length: views }, (_, view) => augment(frames, `${batch}/${view}`)));
  const { input } = network.architecture;
  const pictures = createPictureStream(stimuli, input);
  const watched = createPictureStream(stimuli, input);
  const learner = createLearner(network, objective, training);
  const mean = createMean();
  let step = training.from?.step ?? 0;
  let epoch = Math.floor(step / plan.stepsPerEpoch) + 1;

  const validate = async () => {
    const means = createMean();
    for await (const batch of watched.batches(splitEvenly(rows.validation, options.batch)))
      means.add(
        measure(learner, { ...batch, frames: views > 1 ? show(batch.frames, 'validation') : batch.frames }),
        batch.rows.length,
      );
    const measures = means.take();
    if ('loss' in measures) requireFinite(measures.loss, epoch, step);
    return Object.fromEntries(
      Object.entries(measures).map(([name, value]) => [
        `validation${name[0].toUpperCase()}${name.slice(1)}`,
        value,
      ]),
    );
  };
  const state = async (): Promise<TrainingState> => ({
    step,
    epoch: step / plan.stepsPerEpoch,
    weights: readVariables(learner.all),
    outputNames: objective.outputNames,
    metrics: { ...mean.take(), ...(await validate()) },
    optimiser: learner.optimiser.state(),
  });

  try {
    for (; epoch <= options.epochs; epoch++) {
      const window = epoch === 1 ? Math.min(firstWindow, pictures.window) : pictures.window;
      const order = shuffleInWindows(rows.training, window, random.stream(`epoch-${epoch}`));
      const batches = splitEvenly(order, options.batch).slice(step - (epoch - 1) * plan.stepsPerEpoch);
      for await (const { rows: members, frames } of pictures.batches(batches, window)) {
        const rate = learningRateAt(step / (options.epochs * plan.stepsPerEpoch), options);
        const measures = learn(learner, { rows: members, frames: show(frames, `step-${step}`) }, rate);
        step++;
        requireFinite(measures.loss, epoch, step);
        mean.add(measures, members.length);
        onBatch?.({ epoch, stimuli: members.length, loss: measures.loss });
        if (plan.checkpoints.includes(step)) yield await state();
        await nextTurn();
      }
    }
  } finally {
    disposeLearner(learner);
  }
}

function requireFinite(loss: number, epoch: number, step: number): void {
  if (!Number.isFinite(loss))
    throw new InputError(
      `training diverged in epoch ${epoch}, step ${step}: the loss is ${loss}; lower the learning rate.`,
    );
}
