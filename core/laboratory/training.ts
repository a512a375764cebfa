import type { Backbone } from '../contracts/backbone.ts';
import type { Progress } from '../contracts/logging.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import type { Checkpoint, Objective, Trainable } from '../contracts/training.ts';
import type { TrainOptions } from '../scene/schema.ts';
import { artifact } from '../store/artifact.ts';
import { checkpointCodec } from '../store/checkpoint-codec.ts';
import { jsonCodec } from '../store/json-codec.ts';
import { hashKey } from '../store/key.ts';
import type { Step, Store } from '../store/store.ts';
import type { Built } from './builder.ts';

export type LearningCurve = readonly {
  readonly epoch: number;
  readonly metrics: Readonly<Record<string, number>>;
}[];

/** A training that goes on where the store has its last checkpoint. */
export interface StoredTraining {
  readonly key: string;
  checkpoint(epoch: number): Promise<Checkpoint>;
  curve(): Promise<LearningCurve>;
}

export function createTraining(
  given: {
    readonly id: string;
    readonly backbone: Built<Backbone>;
    readonly trainable: Trainable;
    readonly objective: Built<Objective>;
    readonly stimuli: StimulusSet;
    readonly options: TrainOptions;
    readonly random: RandomStreams;
  },
  { store, progress }: { readonly store: Store; readonly progress: Progress },
): StoredTraining {
  const { backbone, trainable, objective, stimuli, random } = given;
  const { epochs, batch, learningRate, validation } = given.options;
  const options = { epochs, batch, learningRate, validation };
  const key = hashKey({
    backbone: backbone.key,
    objective: objective.key,
    stimuli: stimuli.key,
    options,
    random: random.name,
  });

  const step = (epoch: number, compute: () => Promise<Checkpoint>): Step<Checkpoint> => ({
    kind: 'checkpoints',
    key: { training: key, epoch },
    codec: checkpointCodec(),
    compute,
  });
  const at = (epoch: number) =>
    artifact(
      store,
      step(epoch, () => trainUpTo(epoch)),
    );

  async function trainUpTo(last: number): Promise<Checkpoint> {
    const from = await latestBefore(last);
    const learnt = stimuli.table.length * (1 - validation);
    const done = progress.step(
      `Training ${given.id}`,
      Math.round(learnt * (last - (from?.epoch ?? 0))),
      'pictures',
    );
    const checkpoints = trainable.train({
      stimuli,
      objective: objective.part,
      options,
      random,
      ...(from && { from }),
      onBatch: ({ epoch, stimuli: count, loss }) =>
        done.advance(count, `epoch ${epoch} of ${epochs}, loss ${loss.toFixed(3)}`),
    });
    for await (const checkpoint of checkpoints) {
      if (checkpoint.epoch === last) {
        done.finish();
        return checkpoint;
      }
      await store.getOrCompute(step(checkpoint.epoch, async () => checkpoint));
    }
    throw new RangeError(`the training of ${given.id} ended before epoch ${last}`);
  }

  async function latestBefore(epoch: number): Promise<Checkpoint | undefined> {
    for (let earlier = epoch - 1; earlier >= 1; earlier--)
      if (await store.has(step(earlier, () => trainUpTo(earlier)))) return at(earlier).read();
    return undefined;
  }

  const curve = artifact<LearningCurve>(store, {
    kind: 'learning-curves',
    key,
    codec: jsonCodec(),
    compute: async () => {
      await at(epochs).read();
      const entries = [];
      for (let epoch = 1; epoch <= epochs; epoch++) {
        const { metrics } = await at(epoch).read();
        entries.push({ epoch, metrics });
      }
      return entries;
    },
  });

  return { key, checkpoint: (epoch) => at(epoch).read(), curve: () => curve.read() };
}
