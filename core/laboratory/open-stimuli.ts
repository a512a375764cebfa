import { type StimulusDescriptions, StimulusSource } from '../contracts/stimuli.ts';
import { createRandomStreams } from '../random/streams.ts';
import type { Scene, SceneOrigin } from '../scene/read-scene.ts';
import { type Builder, type Built, createBuilder } from './builder.ts';
import { bindEngines } from './engines.ts';
import { type LockedScene, lockScene } from './locked-scene.ts';
import type { Laboratory } from './run-scene.ts';
import { describeSource } from './stimulus-sets.ts';

/** Says all there is to say about a stimulus set, as plain data for another process. */
export interface SetRequest {
  readonly scene: SceneOrigin;
  readonly seed: string;
  /** Id of the stimulus set. */
  readonly id: string;
}

/** One stimulus set of a scene, ready to be drawn. */
export interface OpenStimuli {
  readonly built: Built<StimulusSource>;
  readonly descriptions: StimulusDescriptions;
  readonly locked: LockedScene;
  /** What is worse than it could be with the engines that run. */
  readonly degraded: readonly string[];
  /** Ends the engines. */
  dispose(): Promise<void>;
}

/** Opens one stimulus set of a scene, and of the others only those that it reads. */
export async function openStimuli(
  scene: Scene,
  { container, registry, log }: Laboratory,
  { id, seed }: Pick<SetRequest, 'id' | 'seed'>,
): Promise<OpenStimuli> {
  const engines = bindEngines(container, registry, scene, log);
  const builder = createBuilder({ container, registry, scene, engines, random: createRandomStreams(seed) });
  const stimuli = await buildWithSources(scene, builder, id);
  const built = stimuli[stimuli.length - 1];
  const descriptions = await describeSource(id, built.part);
  return {
    built,
    descriptions,
    locked: lockScene({
      scene,
      registry,
      engines,
      seed,
      stimuli,
      fingerprint: descriptions.fingerprint,
    }),
    degraded: Object.values(engines.started()).flatMap(({ degraded }) => degraded ?? []),
    dispose: () => engines.dispose(),
  };
}

/** The set of an id, last, after the sets that it reads. */
async function buildWithSources(
  { options }: Scene,
  builder: Builder,
  id: string,
): Promise<Built<StimulusSource>[]> {
  const needed = new Set([id]);
  for (const [index, entry] of [...options.stimuli.entries()].reverse())
    if (needed.has(entry.id))
      for (const read of builder.stimulusSetsOf(StimulusSource, entry, ['stimuli', index])) needed.add(read);
  const built: Built<StimulusSource>[] = [];
  for (const [index, entry] of options.stimuli.entries())
    if (needed.has(entry.id))
      built.push(await builder.build(StimulusSource, entry, ['stimuli', index], entry.id, built));
  return built;
}
