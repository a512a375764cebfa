import type { Backbone } from '../contracts/backbone.ts';
import type { Progress } from '../contracts/logging.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import type {
  Checkpoint,
  NamedTensor,
  Objective,
  Trainable,
  TrainingContext,
  TrainingOptions,
  TrainingState,
} from '../contracts/training.ts';
import { artifact } from '../store/artifact.ts';
import { checkpointCodec } from '../store/checkpoint-codec.ts';
import { jsonCodec } from '../store/json-codec.ts';
import { hashKey, type Key } from '../store/key.ts';
import type { Step, Store } from '../store/store.ts';
import { tensorsCodec } from '../store/tensors-codec.ts';
import { planTraining } from '../training/plan.ts';
import type { Built } from './builder.ts';

type Entry = Pick<Checkpoint, 'epoch' | 'step' | 'metrics'>;
export type LearningCurve = readonly Entry[];

/** Up to a step, or to where the validation loss has not improved for so many checkpoints. */
export type Until = { readonly step: number } | { readonly patience: number };

/** A training that goes on where the store has its last state. */
export interface StoredTraining {
  readonly key: string;
  /** Steps at which there are checkpoints. */
  readonly checkpoints: readonly number[];
  checkpoint(step: number): Promise<Checkpoint>;
  curve(until: Until): Promise<LearningCurve>;
  /** Share of its steps up to the last checkpoint that is there, 0 … 1. */
  done(): Promise<number>;
}

/** Every checkpoint is kept, but the state of the optimiser only at the last one, as it is twice as large. */
export function createTraining(
  given: {
    readonly id: string;
    readonly backbone: Built<Backbone>;
    readonly trainable: Trainable;
    readonly objective: Built<Objective>;
    /** Of the populations that the objective asks for. */
    readonly populations: Key;
    readonly responses: TrainingContext['responses'];
    readonly stimuli: StimulusSet;
    readonly options: TrainingOptions;
    readonly random: RandomStreams;
  },
  { store, progress }: { readonly store: Store; readonly progress: Progress },
): StoredTraining {
  const { backbone, trainable, objective, stimuli, options, responses, random } = given;
  const plan = planTraining(stimuli.table.length, options);
  const key = hashKey({
    backbone: backbone.key,
    objective: objective.key,
    populations: given.populations,
    stimuli: stimuli.key,
    options: options as unknown as Key,
    random: random.name,
  });

  const keptAt = (step: number, compute: () => Promise<Checkpoint>): Step<Checkpoint> => ({
    kind: 'checkpoints',
    key: { training: key, step },
    codec: checkpointCodec(),
    compute,
  });
  const optimiserAt = (step: number, compute: () => Promise<readonly NamedTensor[]>) => ({
    kind: 'optimiser-states',
    key: { training: key, step },
    codec: tensorsCodec(),
    compute,
  });
  const checkpoint = (step: number) =>
    artifact(
      store,
      keptAt(step, () => trainUpTo(step)),
    ).read();
  const end = plan.checkpoints[plan.checkpoints.length - 1];

  /** Checkpoints from the given step on, stored as they come. */
  async function* trainFrom(first: number, last: number): AsyncIterable<Checkpoint> {
    const from = await lastState(first);
    const epochs = (last - (from?.step ?? 0)) / plan.stepsPerEpoch;
    const done = progress.step(`Training ${given.id}`, Math.round(plan.learnt * epochs), 'pictures', {
      kind: 'training',
      plugin: backbone.plugin.id,
    });
    const states = trainable.train({
      stimuli,
      objective: objective.part,
      responses,
      options,
      random,
      ...(from && { from }),
      onBatch: ({ epoch, stimuli: count, loss }) =>
        done.advance(count, `epoch ${epoch} of ${options.epochs}, loss ${loss.toFixed(3)}`),
    });
    let before = from?.step;
    try {
      for await (const { optimiser, ...reached } of states) {
        await store.getOrCompute(keptAt(reached.step, async () => reached));
        if (reached.step < end) await store.getOrCompute(optimiserAt(reached.step, async () => optimiser));
        if (before !== undefined) await store.drop(optimiserAt(before, async () => []));
        before = reached.step;
        if (reached.step >= first) yield reached;
      }
    } finally {
      done.finish();
    }
  }

  async function trainUpTo(step: number): Promise<Checkpoint> {
    for await (const reached of trainFrom(step, step)) return reached;
    throw new RangeError(`the training of ${given.id} ended before step ${step}`);
  }

  async function lastState(before: number): Promise<TrainingState | undefined> {
    for (const step of plan.checkpoints.filter((own) => own < before).toReversed()) {
      const optimiser = await readStored(optimiserAt(step, gone));
      const reached = optimiser && (await readStored(keptAt(step, gone)));
      if (reached) return { ...reached, optimiser };
    }
    return undefined;
  }

  async function* all(): AsyncIterable<Checkpoint> {
    for (const step of plan.checkpoints) {
      const reached = await readStored(keptAt(step, gone));
      if (!reached) return yield* trainFrom(step, end);
      yield reached;
    }
  }

  /** Undefined where it is not there, or damaged. */
  async function readStored<Value>(step: Step<Value>): Promise<Value | undefined> {
    if (!(await store.has(step))) return undefined;
    return store.getOrCompute(step).catch((error) => {
      if (error === damaged) return undefined;
      throw error;
    });
  }

  async function follow(until: Until): Promise<LearningCurve> {
    if ('step' in until) await checkpoint(until.step);
    const curve: Entry[] = [];
    for await (const { epoch, step, metrics } of all()) {
      curve.push({ epoch, step, metrics });
      if ('step' in until ? step >= until.step : waitedFor(curve) >= until.patience) break;
    }
    return curve;
  }

  async function done(): Promise<number> {
    for (const step of plan.checkpoints.toReversed())
      if (await store.has(keptAt(step, gone))) return step / end;
    return 0;
  }

  return {
    key,
    checkpoints: plan.checkpoints,
    checkpoint,
    done,
    curve: (until) =>
      artifact<LearningCurve>(store, {
        kind: 'learning-curves',
        key: { training: key, until },
        codec: jsonCodec(),
        compute: () => follow(until),
      }).read(),
  };
}

const damaged = new RangeError('damaged');

async function gone(): Promise<never> {
  throw damaged;
}

/** Position of the lowest validation loss. */
export function bestOf(curve: LearningCurve): number {
  const losses = curve.map(({ metrics }) => metrics.validationLoss);
  return losses.indexOf(Math.min(...losses));
}

/** Checkpoints since the best one. */
function waitedFor(curve: LearningCurve): number {
  return curve.length === 0 ? 0 : curve.length - 1 - bestOf(curve);
}
