import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import type { Frames, Picture, PictureFormat } from '../../core/contracts/pictures.ts';
import type { Geometry, Renderer, RenderOptions } from '../../core/contracts/renderer.ts';
import type { Appearance, Drawing, DrawOptions } from '../../core/contracts/stimuli.ts';
import { centred } from '../../core/stage/latents.ts';
import { createTheatre, type Theatre } from '../../core/stage/theatre.ts';
import type { VisibleShare } from '../../core/stage/visible-share.ts';
import type { Finish, Finished } from './finish.ts';
import type { LightOf } from './lighting.ts';
import type { ObjectCache } from './object-cache.ts';
import type { Stimulus } from './stimuli.ts';

export interface PainterParts {
  readonly renderer: Renderer;
  readonly objects: ObjectCache;
  readonly backgrounds: BackgroundSource;
  readonly stimuli: readonly Stimulus[];
  readonly format: PictureFormat;
  readonly lightOf: LightOf;
  readonly finish: Finish;
  readonly visibleShare: VisibleShare;
}

/** Draws stimuli one after the other in one theatre; a drawing must have ended before the next begins. */
export class Painter {
  readonly #parts: PainterParts;
  readonly #theatre: Theatre;

  constructor(parts: PainterParts) {
    this.#parts = parts;
    this.#theatre = createTheatre(parts.format.width, parts.format.height);
  }

  /** Throws RangeError when there is no such row. */
  async draw(rows: readonly number[], appearance: Appearance, options: DrawOptions = {}): Promise<Drawing> {
    const { width, height, channels } = this.#parts.format;
    const frames = emptyFrames(rows.length, width, height, channels);
    const painted: PaintedObject[] = [];
    for (const position of objectByObject(rows)) {
      const stimulus = this.#stimulus(rows[position]);
      const { picture, object } =
        appearance === 'background-alone'
          ? await this.#paintBackground(stimulus)
          : await this.#paintObject(stimulus, appearance, options);
      frames.data.set(picture.data, position * picture.data.length);
      if (object) painted[position] = object;
    }
    return { frames, ...(appearance !== 'background-alone' && joinObjects(painted, this.#parts.format)) };
  }

  #stimulus(row: number): Stimulus {
    const stimulus = this.#parts.stimuli[row];
    if (stimulus) return stimulus;
    throw new RangeError(`row ${row} does not exist; there are ${this.#parts.stimuli.length} stimuli`);
  }

  async #paintBackground({ background_id }: Stimulus): Promise<Painted> {
    return {
      picture: this.#parts.finish.full(await this.#background(background_id), undefined, 'picture').frames,
    };
  }

  async #paintObject(stimulus: Stimulus, appearance: Appearance, options: RenderOptions): Promise<Painted> {
    const { width, height } = this.#parts.format;
    const alone = appearance === 'object-alone';
    const { object, triangles } = await this.#parts.objects.get(stimulus.object_name);
    const latents = alone ? centred(stimulus.latents) : stimulus.latents;
    const background =
      appearance === 'presented' ? await this.#background(stimulus.background_id) : undefined;
    const lighting = alone ? 'fixed' : await this.#parts.lightOf(stimulus);
    const stage = this.#theatre.set({ object, latents, background, lighting });
    const { pixels, mask, geometry } = await this.#parts.renderer.render(stage, options);
    const drawn = { width, height, data: pixels };
    const finished: Finished = alone
      ? { frames: this.#parts.finish.plain(drawn), mask }
      : this.#parts.finish.full(drawn, mask, background ? 'picture' : 'object');
    const visible = this.#parts.visibleShare(triangles, latents);
    return { picture: finished.frames, object: { mask: finished.mask ?? mask, visible, geometry } };
  }

  #background(id: string): Promise<Picture> {
    return this.#parts.backgrounds.picture(id, this.#parts.format.width, this.#parts.format.height);
  }
}

interface Painted {
  readonly picture: Frames;
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
