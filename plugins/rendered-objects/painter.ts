import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import type { ObjectSource } from '../../core/contracts/object-source.ts';
import type { Frames, PictureFormat } from '../../core/contracts/pictures.ts';
import type { Geometry, Renderer, RenderOptions } from '../../core/contracts/renderer.ts';
import type { Appearance, Drawing, DrawOptions } from '../../core/contracts/stimuli.ts';
import { withChannels } from '../../core/pictures/channels.ts';
import { framesOf } from '../../core/pictures/frames.ts';
import { centred } from '../../core/stage/latents.ts';
import { createTheatre, type Theatre } from '../../core/stage/theatre.ts';
import { createVisibleShare, type VisibleShare } from '../../core/stage/visible-share.ts';
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
  readonly #visibleShare: VisibleShare;

  constructor(parts: RenderedObjectsParts, stimuli: readonly Stimulus[], format: PictureFormat) {
    this.#parts = parts;
    this.#stimuli = stimuli;
    this.#format = format;
    this.#objects = new ObjectCache(parts.objects);
    this.#theatre = createTheatre(format.width, format.height);
    this.#visibleShare = createVisibleShare(format.width, format.height);
  }

  /** Throws RangeError when there is no such row. */
  async draw(rows: readonly number[], appearance: Appearance, options: DrawOptions = {}): Promise<Drawing> {
    const { width, height, channels } = this.#format;
    const frames = emptyFrames(rows.length, width, height, channels);
    const painted: PaintedObject[] = [];
    for (const position of objectByObject(rows)) {
      const stimulus = this.#stimulus(rows[position]);
      const { pixels, object } =
        appearance === 'background-alone'
          ? await this.#background(stimulus)
          : await this.#object(stimulus, appearance, options);
      const picture = withChannels(framesOf({ width, height, data: pixels }), channels);
      frames.data.set(picture.data, position * picture.data.length);
      if (object) painted[position] = object;
    }
    return { frames, ...(appearance !== 'background-alone' && joinObjects(painted, this.#format)) };
  }

  #stimulus(row: number): Stimulus {
    const stimulus = this.#stimuli[row];
    if (stimulus) return stimulus;
    throw new RangeError(`row ${row} does not exist; there are ${this.#stimuli.length} stimuli`);
  }

  async #background({ background_id }: Stimulus): Promise<Painted> {
    const { width, height } = this.#format;
    return { pixels: (await this.#parts.backgrounds.picture(background_id, width, height)).data };
  }

  async #object(stimulus: Stimulus, appearance: Appearance, options: RenderOptions): Promise<Painted> {
    const { renderer, backgrounds } = this.#parts;
    const { width, height } = this.#format;
    const { object, triangles } = await this.#objects.get(stimulus.object_name);
    const latents = appearance === 'object-alone' ? centred(stimulus.latents) : stimulus.latents;
    const background =
      appearance === 'presented'
        ? await backgrounds.picture(stimulus.background_id, width, height)
        : undefined;
    const stage = this.#theatre.set({ object, latents, background });
    const { pixels, mask, geometry } = await renderer.render(stage, options);
    return { pixels, object: { mask, visible: this.#visibleShare(triangles, latents), geometry } };
  }
}

interface Painted {
  readonly pixels: Uint8Array;
  readonly object?: PaintedObject;
}

interface PaintedObject {
  readonly mask: Uint8Array;
  readonly visible: number;
  readonly geometry: Geometry | undefined;
}

function joinObjects(objects: readonly PaintedObject[], { width, height }: PictureFormat): Partial<Drawing> {
  const masks = emptyFrames(objects.length, width, height, 1);
  objects.forEach(({ mask }, position) => {
    masks.data.set(mask, position * mask.length);
  });
  const geometry = objects.flatMap((object) => object.geometry ?? []);
  return {
    masks,
    visible: Float64Array.from(objects, ({ visible }) => visible),
    ...(geometry.length > 0 && { geometry }),
  };
}

/** Positions of the rows, ordered so that an object is loaded once: rows of one object follow one another. */
function objectByObject(rows: readonly number[]): readonly number[] {
  return Array.from(rows.keys()).sort((a, b) => rows[a] - rows[b]);
}

function emptyFrames(count: number, width: number, height: number, channels: 1 | 3): Frames {
  return { count, height, width, channels, data: new Uint8Array(count * height * width * channels) };
}
