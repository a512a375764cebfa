import type { Hypothesis } from '../contracts/hypothesis.ts';
import type { Work, WorkKind } from '../contracts/logging.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { Readout } from '../contracts/readout.ts';
import type { Results } from '../contracts/results.ts';
import type { Appearance, StimulusSet } from '../contracts/stimuli.ts';
import { counted, listed, whole } from '../reporting/words.ts';
import type { Scene } from '../scene/read-scene.ts';
import type { Store } from '../store/store.ts';
import type { Built } from './builder.ts';
import { classificationFits, isClassified, type Task } from './classification.ts';
import type { LayerFeatures } from './layer-features.ts';
import { arePredicted } from './predictions.ts';
import type { Rates } from './rates.ts';
import { storedResponses } from './recordings.ts';
import type { Resampling } from './resampling.ts';
import type { SceneParts } from './scene-parts.ts';
import type { StagedBackbone } from './staged-backbone.ts';
import type { StagedStimuli } from './staged-stimuli.ts';

/** Work of one kind at one speed: all that a scene asks for, and what of it the store lacks. */
export interface Job {
  readonly work: Work;
  readonly all: number;
  readonly left: number;
}

interface Asked {
  readonly scene: Scene;
  readonly stimuli: readonly StagedStimuli[];
  readonly presented: StimulusSet;
  readonly backbones: readonly StagedBackbone[];
  /** Of every backbone, in the same order. */
  readonly features: readonly (readonly LayerFeatures[])[];
  readonly parts: SceneParts;
  readonly random: RandomStreams;
  readonly resampling: Resampling;
  readonly store: Store;
}

/** What a run has to do; nothing is computed for it. */
export async function planWork(asked: Asked): Promise<readonly Job[]> {
  const toShow: boolean[] = [];
  for (const layers of asked.features) {
    const stored = await Promise.all(layers.map((layer) => layer.stored()));
    toShow.push(!stored.every(Boolean));
  }
  const jobs = [
    ...(await drawing(asked)),
    ...(await training(asked, toShow)),
    ...showing(asked, toShow),
    ...(await responding(asked)),
    ...(await fitting(asked)),
  ];
  return [...jobs, ...testing(asked, jobs)];
}

/** Every set in use as it is presented, and what populations look at besides. */
async function drawing({ scene, stimuli, presented, parts }: Asked): Promise<Job[]> {
  const used = new Map<string, Set<Appearance>>();
  const use = (id: string, appearance: Appearance) =>
    used.set(id, (used.get(id) ?? new Set()).add(appearance));
  if (scene.backbones.length > 0) use(presented.id, 'presented');
  for (const { options } of scene.backbones) if (options.train) use(options.train.on, 'presented');
  for (const { part, stimulusSets } of parts.populations)
    for (const id of [presented.id, ...stimulusSets]) use(id, part.looksAt ?? 'presented');
  const jobs: Job[] = [];
  for (const { built, set } of stimuli)
    for (const appearance of used.get(set.id) ?? [])
      jobs.push({
        work: { kind: 'drawing', plugin: built.plugin.id },
        all: set.table.length,
        left: await set.missing(appearance),
      });
  return jobs;
}

/** Every training once, whichever of its checkpoints are looked at; it goes on only for what is still to be shown. */
async function training({ scene, backbones }: Asked, toShow: readonly boolean[]): Promise<Job[]> {
  const jobs = new Map<string, Job>();
  for (const [index, { training: facts, built, trained }] of backbones.entries()) {
    const { train } = scene.backbones[index].options;
    if (!facts || !train) continue;
    const all = Math.round(facts.stimuli * (1 - train.validation) * train.epochs);
    const open = Math.round(all * (1 - ((await trained?.()) ?? 0)));
    const left = toShow[index] ? open : (jobs.get(facts.of)?.left ?? 0);
    jobs.set(facts.of, { work: { kind: 'training', plugin: built.plugin.id }, all, left });
  }
  return [...jobs.values()];
}

function showing({ presented, backbones }: Asked, toShow: readonly boolean[]): Job[] {
  const all = presented.table.length;
  return backbones.map(({ built }, index) => ({
    work: { kind: 'showing', plugin: built.plugin.id },
    all,
    left: toShow[index] ? all : 0,
  }));
}

async function responding({ stimuli, presented, parts, store }: Asked): Promise<Job[]> {
  const sets = new Map(stimuli.map(({ set }) => [set.id, set]));
  const jobs: Job[] = [];
  for (const built of parts.populations) {
    const all = presented.table.length;
    const there = await storedResponses(built, presented, sets, store).stored();
    jobs.push({ work: { kind: 'responding', plugin: built.plugin.id }, all, left: there ? 0 : all });
  }
  return jobs;
}

/** A fit is one fold of one layer and region, or of the task and its control. */
async function fitting(asked: Asked): Promise<Job[]> {
  const { task, readout } = asked.parts;
  const predictions = await predicting(asked);
  const classifications = task ? await classifying(asked, task) : nothing;
  return [
    {
      work: fittingWork(readout, asked.presented),
      all: predictions.all + classifications.all,
      left: predictions.left + classifications.left,
    },
  ];
}

type Fits = Pick<Job, 'all' | 'left'>;

const nothing: Fits = { all: 0, left: 0 };

async function predicting({ features, parts, stimuli, presented, random, store }: Asked): Promise<Fits> {
  const sets = new Map(stimuli.map(({ set }) => [set.id, set]));
  const recordings = parts.populations.flatMap((built) =>
    built.part.regions.map((region) => ({
      population: built.id,
      region,
      key: storedResponses(built, presented, sets, store).key,
    })),
  );
  const protocols = parts.protocols.flatMap((own) => [own, ...own.sized.map(({ protocol }) => protocol)]);
  let [all, left] = [0, 0];
  for (const layer of features.flat())
    for (const recording of recordings)
      for (const protocol of protocols) {
        const plan = { featuresKey: layer.key, recording, protocol, readout: parts.readout, random };
        all += protocol.folds.length;
        if (!(await arePredicted(store, plan))) left += protocol.folds.length;
      }
  return { all, left };
}

async function classifying(asked: Asked, task: Task): Promise<Fits> {
  const fits = classificationFits(task);
  let left = 0;
  for (const layers of asked.features)
    if (!(await isClassified(layers[layers.length - 1], task, asked.presented, asked))) left += fits;
  return { all: fits * asked.features.length, left };
}

/** Hypotheses remember what they found where nothing has changed. */
function testing({ parts, presented }: Asked, others: readonly Job[]): Job[] {
  const left = others.some((job) => job.left > 0) ? 1 : 0;
  return parts.hypotheses.map((built) => ({ work: testingWork(built, presented), all: 1, left }));
}

/** Fits to twice the stimuli take more than twice as long. */
export function fittingWork(readout: Built<Readout>, { table }: StimulusSet): Work {
  return { kind: 'fitting', plugin: readout.plugin.id, effort: (table.length / 1000) ** 1.5 };
}

export function testingWork(hypothesis: Built<Hypothesis>, { table }: StimulusSet): Work {
  return { kind: 'testing', plugin: hypothesis.plugin.id, effort: table.length / 1000 };
}

/** The same for every machine: what the scene asks for, whether it is in the store or not. */
export function workload(jobs: readonly Job[]): NonNullable<Results['workload']> {
  const total = (kind: WorkKind) => sum(ofKind(jobs, kind).map(({ all }) => all));
  return {
    picturesDrawn: total('drawing'),
    trainings: ofKind(jobs, 'training').length,
    picturesLearnt: total('training'),
    picturesShown: total('showing'),
    fits: total('fitting'),
  };
}

/** What is left to do and how long that takes, in one sentence. */
export function costWords(jobs: readonly Job[], rates: Rates): string {
  const open = jobs.filter(({ left }) => left > 0);
  if (open.length === 0) return 'Everything is in the store.';
  const left = (kind: WorkKind) => sum(ofKind(open, kind).map((job) => job.left));
  const trainings = ofKind(open, 'training').length;
  const parts = [
    left('drawing') > 0 && `draw ${counted(left('drawing'), 'picture')}`,
    trainings > 0 && `train ${counted(trainings, 'network')} on ${whole(left('training'))} pictures`,
    left('showing') > 0 &&
      `show ${whole(left('showing'))} pictures to ${counted(ofKind(open, 'showing').length, 'backbone')}`,
    left('responding') > 0 && `simulate or read ${counted(ofKind(open, 'responding').length, 'population')}`,
    left('fitting') > 0 && `fit ${counted(left('fitting'), 'readout')}`,
  ].filter((part) => part !== false);
  const seconds = sum(open.map((job) => job.left * rates.secondsOf(job.work)));
  return `To do: ${listed(parts)}; about ${durationWords(seconds)} on this machine.`;
}

function durationWords(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 90) return counted(minutes, 'minute');
  return `${(minutes / 60).toFixed(1)} hours`;
}

function ofKind(jobs: readonly Job[], kind: WorkKind): readonly Job[] {
  return jobs.filter(({ work }) => work.kind === kind);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
