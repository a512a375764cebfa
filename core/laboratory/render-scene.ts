import type { StimulusSet } from '../contracts/stimuli.ts';
import { createRandomStreams } from '../random/streams.ts';
import type { Scene } from '../scene/read-scene.ts';
import { createBuilder } from './builder.ts';
import { bindEngines } from './engines.ts';
import type { Laboratory } from './run-scene.ts';
import { drawSeed } from './seed.ts';
import { stageStimuli } from './staged-stimuli.ts';

/** Hands over one stimulus set of a scene; engines run as long as it is used. */
export async function withStimuli(
  scene: Scene,
  laboratory: Laboratory,
  id: string,
  use: (stimuli: StimulusSet) => Promise<void>,
): Promise<void> {
  const { container, registry, log } = laboratory;
  const engines = bindEngines(container, registry, scene, log);
  try {
    const random = createRandomStreams(scene.options.seed ?? drawSeed());
    const builder = createBuilder({ container, registry, scene, engines, random });
    const staged = await stageStimuli(scene, builder, laboratory);
    const found = staged.find(({ set }) => set.id === id);
    if (found) await use(found.set);
  } finally {
    await engines.dispose();
  }
}
