import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import type { ObjectSource } from '../../core/contracts/object-source.ts';
import type { Frames, PictureFormat } from '../../core/contracts/pictures.ts';
import type { Renderer, Rendering } from '../../core/contracts/renderer.ts';
import type { Appearance, Drawing } from '../../core/contracts/stimuli.ts';
import { withChannels } from '../../core/pictures/channels.ts';
import { framesOf } from '../../core/pictures/frames.ts';
import { centred } from '../../core/stage/latents.ts';
import { createTheatre, type Theatre } from '../../core/stage/theatre.ts';
import { ObjectCache } from './object-cache.ts';
import type { Stimulus } from './stimuli.ts';

export interface RenderedObjectsParts {
  readonly renderer: Renderer;
  readonly objects: ObjectSource;
  readonly backgrounds: BackgroundSource;
}

/** Draws stimuli one after the other in one theatre; a drawing must have ended before the next begins. */
export class Painter {
  readonly #parts: RenderedObjectsParts;
  readonly #stimuli: readonly Stimulus[];
  readonly #format: PictureFormat;
  readonly #objects: ObjectCache;
  readonly #theatre: Theatre;

  constructor(parts: RenderedObjectsParts, stimuli: readonly Stimulus[], format: PictureFormat) {
    this.#parts = parts;
    this.#stimuli = stimuli;
    this.#format = format;
    this.#objects = new ObjectCache(parts.objects);
    this.#theatre = createTheatre(format.width, format.height);
  }

  /** Throws RangeError when there is no such row. */
  async draw(rows: readonly number[], appearance: Appearance): Promise<Drawing> {
    const { width, height, channels } = this.#format;
    const frames = emptyFrames(rows.length, width, height, channels);
    const masks = emptyFrames(rows.length, width, height, 1);
    for (const position of objectByObject(rows)) {
      const { pixels, mask } = await this.#render(this.#stimulus(rows[position]), appearance);
      const picture = withChannels(framesOf({ width, height, data: pixels }), channels);
      frames.data.set(picture.data, position * picture.data.length);
      masks.data.set(mask, position * mask.length);
    }
    return { frames, masks };
  }

  #stimulus(row: number): Stimulus {
    const stimulus = this.#stimuli[row];
    if (stimulus) return stimulus;
    throw new RangeError(`row ${row} does not exist; there are ${this.#stimuli.length} stimuli`);
  }

  async #render(
    { object_name, latents, background_id }: Stimulus,
    appearance: Appearance,
  ): Promise<Rendering> {
    const { renderer, backgrounds } = this.#parts;
    const { width, height } = this.#format;
    const object = await this.#objects.get(object_name);
    if (appearance === 'object-alone')
      return renderer.render(this.#theatre.set({ object, latents: centred(latents), background: undefined }));
    const background = await backgrounds.picture(background_id, width, height);
    return renderer.render(this.#theatre.set({ object, latents, background }));
  }
}

/** Positions of the rows, ordered so that an object is loaded once: rows of one object follow one another. */
function objectByObject(rows: readonly number[]): readonly number[] {
  return Array.from(rows.keys()).sort((a, b) => rows[a] - rows[b]);
}

function emptyFrames(count: number, width: number, height: number, channels: 1 | 3): Frames {
  return { count, height, width, channels, data: new Uint8Array(count * height * width * channels) };
}
