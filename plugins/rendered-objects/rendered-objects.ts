import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import type { ObjectParameters, ObjectSource } from '../../core/contracts/object-source.ts';
import type { PictureFormat } from '../../core/contracts/pictures.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import type { Renderer } from '../../core/contracts/renderer.ts';
import type { Drawing, StimulusSource } from '../../core/contracts/stimuli.ts';
import { createVisibleShare } from '../../core/stage/visible-share.ts';
import { chooseObjects } from './choose-objects.ts';
import { createFinish } from './finish.ts';
import { createLightOf } from './lighting.ts';
import { ObjectCache } from './object-cache.ts';
import type { RenderedObjectsOptions } from './options.ts';
import { Painter } from './painter.ts';
import { listStimuli } from './stimuli.ts';
import { tableOf } from './table.ts';

export interface RenderedObjectsParts {
  readonly renderer: Renderer;
  readonly objects: ObjectSource;
  readonly backgrounds: BackgroundSource;
}

/** Throws InputError when the sources lack what the options ask for. */
export async function createRenderedObjects(
  options: RenderedObjectsOptions,
  { renderer, objects: source, backgrounds }: RenderedObjectsParts,
  random: RandomStreams,
): Promise<StimulusSource> {
  const { categories, perCategory, size, degrees, color, lighting } = options;
  const lightOf = createLightOf(lighting, backgrounds);
  const objects = new ObjectCache(source);
  const visibleShare = createVisibleShare(size, size);
  const chosen = chooseObjects(await source.objects(), categories, perCategory);
  const stimuli = await listStimuli(
    chosen,
    options,
    async (name, latents) => visibleShare((await objects.get(name)).triangles, latents),
    random,
  );
  const format: PictureFormat = { width: size, height: size, channels: color === 'grey' ? 1 : 3, degrees };
  const painter = new Painter({
    renderer,
    objects,
    backgrounds,
    stimuli,
    format,
    lightOf,
    finish: createFinish(options, format),
    visibleShare,
  });
  const fingerprint = [source.fingerprint, backgrounds.fingerprint].filter(Boolean).join(' ');
  let last: Promise<unknown> = Promise.resolve();
  return {
    renderedBy: renderer.identity,
    describe: async () => ({
      table: tableOf(stimuli, options, backgrounds),
      format,
      appearances: ['presented', 'object-alone', 'object-in-place', 'background-alone'],
      ...(fingerprint && { fingerprint }),
    }),
    ...(source.parameters && {
      objectParameters: () =>
        parametersOf(
          source,
          chosen.map(({ object_name }) => object_name),
        ),
    }),
    draw: (rows, appearance, asked) => {
      const drawing: Promise<Drawing> = last.then(() => painter.draw(rows, appearance, asked));
      last = drawing.catch(() => undefined);
      return drawing;
    },
  };
}

async function parametersOf(
  source: ObjectSource,
  names: readonly string[],
): Promise<Record<string, ObjectParameters>> {
  const parameters: Record<string, ObjectParameters> = {};
  for (const name of names) parameters[name] = (await source.parameters?.(name)) ?? {};
  return parameters;
}
