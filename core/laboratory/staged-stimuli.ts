import { type StimulusSet, StimulusSource } from '../contracts/stimuli.ts';
import type { Scene } from '../scene/read-scene.ts';
import type { Builder, Built } from './builder.ts';
import { createStimulusSet, type StimulusServices, type StoredStimulusSet } from './stimulus-sets.ts';

export interface StagedStimuli {
  readonly built: Built<StimulusSource>;
  readonly set: StoredStimulusSet;
}

/** The stimulus sets of a scene, described but not drawn yet. */
export async function stageStimuli(
  { options }: Scene,
  builder: Builder,
  services: StimulusServices,
): Promise<StagedStimuli[]> {
  const staged: StagedStimuli[] = [];
  for (const [index, entry] of options.stimuli.entries()) {
    const earlier = staged.map(({ built }) => built);
    const built = await builder.build(StimulusSource, entry, ['stimuli', index], entry.id, earlier);
    staged.push({ built, set: await createStimulusSet(built, services) });
  }
  return staged;
}

/** The set that backbones and populations see. */
export function presentedSet({ options }: Scene, sets: ReadonlyMap<string, StimulusSet>): StimulusSet {
  const id = options.presented ?? options.stimuli[0].id;
  const presented = sets.get(id);
  if (!presented) throw new RangeError(`no stimulus set ${id}`);
  return presented;
}
