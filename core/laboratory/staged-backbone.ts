import { requireLayers } from '../backbones/layers.ts';
import { Backbone, type Layer } from '../contracts/backbone.ts';
import type { TrainingFacts } from '../contracts/evidence.ts';
import type { Progress } from '../contracts/logging.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import type { Checkpoint } from '../contracts/training.ts';
import { InputError } from '../errors/errors.ts';
import type { Member } from '../scene/backbone-entries.ts';
import type { Path } from '../scene/document.ts';
import type { Scene } from '../scene/read-scene.ts';
import { hashKey } from '../store/key.ts';
import type { Store } from '../store/store.ts';
import type { Builder, Built } from './builder.ts';
import { stageFitting } from './fitted-backbone.ts';
import { stageTraining } from './staged-training.ts';
import type { LearningCurve } from './training.ts';
import { readUnits, type UnitReading } from './unit-reading.ts';

/** A backbone of the scene, trained where the scene says so. */
export interface StagedBackbone {
  readonly id: string;
  /** Of its entry in the scene file. */
  readonly path: Path;
  /** Id of the entry that this is a sample of. */
  readonly memberOf?: string;
  readonly built: Built<Backbone>;
  /** Weights included. */
  readonly key: string;
  /** Layers to score, from input to output. */
  readonly scored: readonly Layer[];
  /** What is read of a layer, as the scene says. */
  readonly reading: (layer: Layer) => UnitReading;
  /** With its final weights; trains when the store has no checkpoint. */
  ready(): Promise<Backbone>;
  /** Absent: not trained. */
  readonly training?: TrainingFacts;
  learningCurve(): Promise<LearningCurve>;
  /** Of trained backbones: weights, and how far training had come. */
  checkpoint?(): Promise<Checkpoint>;
  /** Of trained backbones: the share of their training that is in the store, 0 … 1. */
  trained?(): Promise<number>;
}

export async function stageBackbone(
  index: number,
  scene: Scene,
  builder: Builder,
  sets: ReadonlyMap<string, StimulusSet>,
  services: { readonly store: Store; readonly progress: Progress; readonly random: RandomStreams },
): Promise<StagedBackbone> {
  const { options, path, member } = scene.backbones[index];
  const { id, train } = options;
  const name = train?.as ?? id;
  const sampled = member
    ? builder.sample(Backbone, options, path, services.random.stream(`samples/${name}`))
    : options;
  const built = await builder.build(Backbone, sampled, path, name);
  if (member) refuseSame(built, member, path, scene);
  const { layers } = built.part;
  const scored = options.scored ? requireScored(layers, options.scored, path, scene) : layers;
  const reading = (layer: Layer) =>
    readUnits(layer, options.activations ?? scene.options.activations, services.random.scope('activations'));
  const frozen = { id, path, built, scored, reading, ...(member && { memberOf: member.of }) };
  const fitted = stageFitting(index, scene, built, sets, services);
  if (!train)
    return {
      ...frozen,
      key: hashKey(fitted.key),
      ready: fitted.ready,
      learningCurve: async () => [],
    };
  const training = await stageTraining(built, { id, train, path }, { scene, builder, sets, services });
  return {
    ...frozen,
    key: training.key,
    ready: training.ready,
    training: training.facts,
    learningCurve: training.curve,
    checkpoint: training.checkpoint,
    trained: training.done,
  };
}

function refuseSame({ plugin, part }: Built<Backbone>, { of }: Member, path: Path, scene: Scene): void {
  if (plugin.sampler || part.trainable || part.fittable) return;
  throw new InputError(
    `a sample of "${of}" would be the same backbone again and again, as its plugin "${plugin.id}" draws nothing; ` +
      'remove sample.',
    scene.document.placeOfKey([...path, 'sample']),
  );
}

function requireScored(layers: readonly Layer[], names: readonly string[], path: Path, scene: Scene) {
  try {
    return requireLayers(layers, names).toSorted((a, b) => layers.indexOf(a) - layers.indexOf(b));
  } catch (error) {
    if (error instanceof InputError)
      throw new InputError(error.message, scene.document.placeOf([...path, 'scored']), {
        cause: error,
      });
    throw error;
  }
}
