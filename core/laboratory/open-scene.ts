import { Population, type Responses } from '../contracts/population.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import { InputError } from '../errors/errors.ts';
import { didYouMean } from '../errors/suggestions.ts';
import { createRandomStreams } from '../random/streams.ts';
import type { Scene } from '../scene/read-scene.ts';
import { createBuilder } from './builder.ts';
import { bindEngines } from './engines.ts';
import { blockFiller } from './fill-blocks.ts';
import { storedResponses } from './recordings.ts';
import type { Laboratory } from './run-scene.ts';
import { drawSeed } from './seed.ts';
import { type StagedBackbone, stageBackbone } from './staged-backbone.ts';
import { presentedSet, stageStimuli } from './staged-stimuli.ts';

/** The parts of a scene on demand, as a run has them. */
export interface OpenScene {
  /** Of the scene, or drawn where it gives none. */
  readonly seed: string;
  readonly presented: StimulusSet;
  /** Throws InputError where the scene has no population of that id. */
  population(id: string): Promise<{ readonly population: Population; readonly responses: Responses }>;
  /** Throws InputError where the scene has no backbone of that id. */
  backbone(id: string): Promise<StagedBackbone>;
}

/** Opens a scene for a while; what a run has computed comes from the store. */
export async function withOpenScene<Value>(
  scene: Scene,
  { container, registry, store, log, progress, startWorkers }: Laboratory,
  use: (open: OpenScene) => Promise<Value>,
): Promise<Value> {
  const { options } = scene;
  const engines = bindEngines(container, registry, scene, log);
  const seed = options.seed ?? drawSeed();
  const filler = startWorkers && blockFiller(scene, seed, store, startWorkers);
  try {
    const random = createRandomStreams(seed);
    const builder = createBuilder({ container, registry, scene, engines, random });
    const stimuli = await stageStimuli(scene, builder, { store, progress, fillBlocks: filler?.fill });
    const sets = new Map(stimuli.map(({ set }) => [set.id, set]));
    const presented = presentedSet(scene, sets);
    return await use({
      seed,
      presented,
      population: async (id) => {
        const index = indexOf(options.populations, id, 'population');
        const configured = options.populations[index];
        const built = await builder.build(Population, configured, ['populations', index], id);
        const responses = await storedResponses(built, presented, sets, store).read();
        return { population: built.part, responses };
      },
      backbone: (id) =>
        stageBackbone(
          indexOf(
            scene.backbones.map((entry) => entry.options),
            id,
            'backbone',
          ),
          scene,
          builder,
          sets,
          {
            store,
            progress,
            random,
          },
        ),
    });
  } finally {
    await filler?.close();
    await engines.dispose();
  }
}

function indexOf(entries: readonly { readonly id: string }[], id: string, kind: string): number {
  const index = entries.findIndex((entry) => entry.id === id);
  if (index >= 0) return index;
  const known = entries.map((entry) => entry.id);
  throw new InputError(`the scene has no ${kind} "${id}"; ${didYouMean(id, known)}`);
}
