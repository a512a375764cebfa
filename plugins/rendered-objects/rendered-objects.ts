import type { PictureFormat } from '../../core/contracts/pictures.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import type { Drawing, StimulusSource } from '../../core/contracts/stimuli.ts';
import { chooseObjects } from './choose-objects.ts';
import type { RenderedObjectsOptions } from './options.ts';
import { Painter, type RenderedObjectsParts } from './painter.ts';
import { listStimuli, tableOf } from './stimuli.ts';

/** Throws InputError when the object source lacks what the options ask for. */
export async function createRenderedObjects(
  { categories, perCategory, imagesPerObject, size, degrees, color }: RenderedObjectsOptions,
  { renderer, objects, backgrounds }: RenderedObjectsParts,
  random: RandomStreams,
): Promise<StimulusSource> {
  const chosen = chooseObjects(await objects.objects(), categories, perCategory);
  const stimuli = listStimuli(chosen, { imagesPerObject, size }, random);
  const format: PictureFormat = { width: size, height: size, channels: color === 'grey' ? 1 : 3, degrees };
  const painter = new Painter({ renderer, objects, backgrounds }, stimuli, format);
  const fingerprint = [objects.fingerprint, backgrounds.fingerprint].filter(Boolean).join(' ');
  let last: Promise<unknown> = Promise.resolve();
  return {
    renderedBy: renderer.identity,
    describe: async () => ({
      table: tableOf(stimuli, size),
      format,
      appearances: ['presented', 'object-alone', 'object-in-place', 'background-alone'],
      ...(fingerprint && { fingerprint }),
    }),
    draw: (rows, appearance, asked) => {
      const drawing: Promise<Drawing> = last.then(() => painter.draw(rows, appearance, asked));
      last = drawing.catch(() => undefined);
      return drawing;
    },
  };
}
