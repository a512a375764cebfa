import type { RandomStreams } from '../contracts/random.ts';
import type { TrainingOptions } from '../contracts/training.ts';
import { InputError } from '../errors/errors.ts';

/** How long a training is, known from the number of its stimuli. */
export interface TrainingPlan {
  readonly learnt: number;
  readonly watched: number;
  readonly stepsPerEpoch: number;
  /** Steps at which the state is given, in ascending order; the last is the end. */
  readonly checkpoints: readonly number[];
}

/** Throws InputError when too few stimuli remain to learn from. */
export function planTraining(
  stimuli: number,
  { epochs, batch, validation, checkpointEvery }: TrainingOptions,
): TrainingPlan {
  const watched = Math.round(validation * stimuli);
  const learnt = stimuli - watched;
  if (learnt < 2) throw new InputError(`training needs at least 2 stimuli, ${learnt} remain`);
  const stepsPerEpoch = Math.ceil(learnt / batch);
  const end = epochs * stepsPerEpoch;
  const every = checkpointEvery ?? stepsPerEpoch;
  const checkpoints = Array.from({ length: Math.ceil(end / every) }, (_, index) =>
    Math.min((index + 1) * every, end),
  );
  return { learnt, watched, stepsPerEpoch, checkpoints };
}

/** Which rows are learnt from and which only watched, each in ascending order. */
export function splitRows(
  stimuli: number,
  { watched }: TrainingPlan,
  random: RandomStreams,
): { readonly training: number[]; readonly validation: number[] } {
  const order = random.stream('validation').permutation(stimuli);
  const ascending = (rows: number[]) => rows.sort((left, right) => left - right);
  return { validation: ascending(order.slice(0, watched)), training: ascending(order.slice(watched)) };
}
