import type { ScenePlan } from '../contracts/evidence.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import { withPlace } from '../errors/with-place.ts';
import type { Scene } from '../scene/read-scene.ts';
import type { SceneParts } from './scene-parts.ts';
import type { StagedBackbone } from './staged-backbone.ts';

/** What a scene holds, known before anything is drawn, trained or shown. */
export function planScene(
  presented: StimulusSet,
  sets: ReadonlyMap<string, StimulusSet>,
  backbones: readonly StagedBackbone[],
  { populations, protocols, task }: SceneParts,
): ScenePlan {
  return {
    presented: presented.id,
    tables: new Map(Array.from(sets, ([id, set]) => [id, set.table])),
    backbones: backbones.map(({ id, memberOf, built, scored, training }) => ({
      id,
      ...(memberOf && { memberOf }),
      plugin: built.plugin.id,
      family: built.part.family,
      layers: scored,
      ...(training && { training }),
    })),
    populations: populations.map(({ id, plugin, part }) => ({
      id,
      plugin: plugin.id,
      simulated: part.simulated,
      regions: part.regions,
    })),
    protocols: protocols.map(({ id }) => id),
    ...(task && { task: task.label }),
  };
}

/** Has every hypothesis say what it misses. Throws InputError with the place of the hypothesis. */
export function checkHypotheses(scene: Scene, { hypotheses }: SceneParts, plan: ScenePlan): void {
  for (const [index, { part }] of hypotheses.entries())
    try {
      part.require?.(plan);
    } catch (error) {
      throw withPlace(error, scene.document.placeOf(['hypotheses', index]));
    }
}
