import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import type { Instance } from '../../core/contracts/plugin.ts';
import type { Renderer } from '../../core/contracts/renderer.ts';
import type { StimulusSource } from '../../core/contracts/stimuli.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import { parseScene } from '../../core/scene/document.ts';
import { checkAgainst } from '../../core/scene/explain-issue.ts';
import plugin from '../../plugins/rendered-objects/index.ts';
import { createSoftwareRenderer } from '../../plugins/software-renderer/software-renderer.ts';
import { noiseBackgrounds } from './backgrounds.ts';
import { type FakeObjects, fakeObjects } from './objects.ts';

interface Setting {
  readonly seed?: string;
  readonly objects?: FakeObjects;
  readonly renderer?: Renderer;
  readonly backgrounds?: BackgroundSource;
}

/** Rendered objects of 32 pixels: simple solids on noise. */
export function createRenderedObjects(options: object, setting: Setting = {}): Promise<StimulusSource> {
  const {
    seed = 'seed',
    objects = fakeObjects(),
    renderer = createSoftwareRenderer(2),
    backgrounds = noiseBackgrounds,
  } = setting;
  const instance: Instance = {
    id: 'stimuli',
    random: createRandomStreams(seed),
    resolvePath: (path) => path,
  };
  const injected = { renderer, objects, backgrounds };
  return Promise.resolve(plugin.create(plugin.options.parse({ size: 32, ...options }), injected, instance));
}

/** What the plugin says of options written in YAML; undefined where it takes them. */
export function complaintAbout(yaml: string): string | undefined {
  const document = parseScene(yaml, 'scene.yaml');
  try {
    checkAgainst(plugin.options, document.content, document);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
