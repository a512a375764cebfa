import type { Instance } from '../../core/contracts/plugin.ts';
import type { Renderer } from '../../core/contracts/renderer.ts';
import type { StimulusSource } from '../../core/contracts/stimuli.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import plugin from '../../plugins/rendered-objects/index.ts';
import { createSoftwareRenderer } from '../../plugins/software-renderer/software-renderer.ts';
import { noiseBackgrounds } from './backgrounds.ts';
import { type FakeObjects, fakeObjects } from './objects.ts';

interface Setting {
  readonly seed?: string;
  readonly objects?: FakeObjects;
  readonly renderer?: Renderer;
}

/** Rendered objects of 32 pixels: simple solids on noise. */
export function createRenderedObjects(options: object, setting: Setting = {}): Promise<StimulusSource> {
  const { seed = 'seed', objects = fakeObjects(), renderer = createSoftwareRenderer(2) } = setting;
  const instance: Instance = {
    id: 'stimuli',
    random: createRandomStreams(seed),
    resolvePath: (path) => path,
  };
  const injected = { renderer, objects, backgrounds: noiseBackgrounds };
  return Promise.resolve(plugin.create(plugin.options.parse({ size: 32, ...options }), injected, instance));
}
