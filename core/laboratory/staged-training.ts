import type { Backbone } from '../contracts/backbone.ts';
import type { TrainingFacts } from '../contracts/evidence.ts';
import type { Progress } from '../contracts/logging.ts';
import { Population } from '../contracts/population.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import { type Checkpoint, Objective, type Trainable, type TrainingResponses } from '../contracts/training.ts';
import { InputError } from '../errors/errors.ts';
import { didYouMean } from '../errors/suggestions.ts';
import { withPlace } from '../errors/with-place.ts';
import type { Path } from '../scene/document.ts';
import type { Scene } from '../scene/read-scene.ts';
import type { TrainOptions } from '../scene/schema.ts';
import { hashKey } from '../store/key.ts';
import type { Store } from '../store/store.ts';
import type { Builder, Built } from './builder.ts';
import { record } from './recordings.ts';
import { type SelectedStimuli, selectForTraining } from './selected-stimuli.ts';
import { bestOf, createTraining, type LearningCurve, type StoredTraining, type Until } from './training.ts';

/** The training of a backbone, as its key `train` says. */
export interface StagedTraining {
  /** Weights included. */
  readonly key: string;
  readonly facts: TrainingFacts;
  /** With the weights of its checkpoint; trains when the store has none. */
  ready(): Promise<Backbone>;
  /** The one that `ready` restores. */
  checkpoint(): Promise<Checkpoint>;
  curve(): Promise<LearningCurve>;
  /** Share of its steps that are in the store, 0 … 1. */
  done(): Promise<number>;
}

interface Place {
  readonly scene: Scene;
  readonly builder: Builder;
  readonly sets: ReadonlyMap<string, StimulusSet>;
  readonly services: { readonly store: Store; readonly progress: Progress; readonly random: RandomStreams };
}

/** Throws InputError, with its place, where the scene asks for what cannot be trained. */
export async function stageTraining(
  backbone: Built<Backbone>,
  entry: { readonly id: string; readonly train: TrainOptions; readonly path: Path },
  place: Place,
): Promise<StagedTraining> {
  const { id, train } = entry;
  const { scene, builder, sets, services } = place;
  const path = [...entry.path, 'train'];
  const { trainable } = backbone.part;
  if (!trainable)
    throw new InputError(
      `the backbone "${id}" cannot be trained (its plugin "${backbone.plugin.id}" has nothing to learn); remove train.`,
      scene.document.placeOfKey(path),
    );
  const all = sets.get(train.on);
  if (!all) throw new RangeError(`no stimulus set ${train.on}`);
  const objective = await builder.build(Objective, train.objective, [...path, 'objective'], 'objective');
  const populations = new Map<string, Built<Population>>();
  for (const name of objective.part.populations ?? [])
    populations.set(name, await buildPopulation(name, [...path, 'objective'], place));
  try {
    const selected = selectForTraining(all, train, services.random);
    const training = createTraining(
      {
        id,
        backbone,
        trainable,
        objective,
        populations: Array.from(populations.values(), ({ key }) => key),
        responses: (name) => respond(populations, name, all, selected, place),
        stimuli: selected.set,
        options: trainingOptions(train),
        random: services.random.scope(`training/${train.as ?? id}`),
      },
      services,
    );
    return {
      ...follow(backbone.part, trainable, training, untilOf(train, training.checkpoints)),
      facts: {
        objective: train.objective.plugin,
        options: train.objective,
        on: train.on,
        stimuli: selected.rows.length,
        rows: selected.rows,
        excluded: train.exclude ?? [],
        checkpoint: train.checkpoint ?? train.epochs,
        of: train.as ?? id,
      },
    };
  } catch (error) {
    throw withPlace(error, scene.document.placeOf(path));
  }
}

function follow(
  backbone: Backbone,
  trainable: Trainable,
  training: StoredTraining,
  until: Until,
): Pick<StagedTraining, 'key' | 'ready' | 'checkpoint' | 'curve' | 'done'> {
  const curve = () => training.curve(until);
  const stepTaken = async () => {
    if ('step' in until) return until.step;
    const entries = await curve();
    return entries[bestOf(entries)].step;
  };
  const checkpoint = async () => training.checkpoint(await stepTaken());
  let restored: Promise<Backbone> | undefined;
  const restore = async () => {
    trainable.restore(await checkpoint());
    return backbone;
  };
  return {
    key: hashKey({ training: training.key, until }),
    curve,
    checkpoint,
    done: training.done,
    ready: () => {
      restored ??= restore();
      return restored;
    },
  };
}

/** Throws InputError where there is no checkpoint at the step that is asked for. */
function untilOf(
  { patience, checkpoint, checkpointEvery, epochs }: TrainOptions,
  checkpoints: readonly number[],
): Until {
  if (patience !== undefined) return { patience };
  const last = checkpoints[checkpoints.length - 1];
  if (checkpoint === undefined) return { step: last };
  const step = checkpointEvery === undefined ? checkpoint * (last / epochs) : checkpoint;
  if (checkpoints.includes(step)) return { step };
  throw new InputError(
    `there is no checkpoint at step ${step}; there is one every ${checkpointEvery} steps and at the end, step ${last}.`,
  );
}

function trainingOptions({
  epochs,
  batch,
  learningRate,
  optimiser,
  weightDecay,
  schedule,
  ...rest
}: TrainOptions) {
  const { augmentation, validation, checkpointEvery } = rest;
  return {
    epochs,
    batch,
    learningRate,
    optimiser,
    weightDecay,
    schedule,
    augmentation,
    validation,
    ...(checkpointEvery !== undefined && { checkpointEvery }),
  };
}

function buildPopulation(name: string, path: Path, { scene, builder }: Place): Promise<Built<Population>> {
  const entries = scene.options.populations;
  const index = entries.findIndex(({ id }) => id === name);
  if (index >= 0) return builder.build(Population, entries[index], ['populations', index], name);
  const known = entries.map(({ id }) => id);
  throw new InputError(
    `there is no population "${name}" to learn the responses of; ${didYouMean(name, known)}`,
    scene.document.placeOf(path),
  );
}

/** Mean responses of the scorable neuroids of all regions to the stimuli that are trained on. */
async function respond(
  populations: ReadonlyMap<string, Built<Population>>,
  name: string,
  all: StimulusSet,
  { rows }: SelectedStimuli,
  { scene, sets, services: { store, random } }: Place,
): Promise<TrainingResponses> {
  const population = populations.get(name);
  if (!population) throw new RangeError(`the objective did not say that it asks for ${name}`);
  const { halves } = scene.options.ceiling;
  const regions = await record(population, all, sets, { store, random, halves });
  const neuroidIds = regions.flatMap((region) => region.neuroidIds);
  const data = new Float64Array(rows.length * neuroidIds.length);
  let first = 0;
  for (const { means } of regions) {
    rows.forEach((row, position) => {
      const own = means.data.subarray(row * means.columns, (row + 1) * means.columns);
      data.set(own, position * neuroidIds.length + first);
    });
    first += means.columns;
  }
  return { neuroidIds, means: { rows: rows.length, columns: neuroidIds.length, data } };
}
