import type { Table } from '../assembly/table.ts';
import type { ObjectParameters } from './object-source.ts';
import type { Frames, PictureFormat } from './pictures.ts';
import { extensionPoint } from './plugin.ts';
import type { Geometry } from './renderer.ts';

/**
 * What of a stimulus is drawn. `presented`: the stimulus itself. `object-alone`: ground truth, the object on
 * uniform grey, centred, at a fixed size, in its pose. `object-in-place`: the presented object on uniform grey.
 * `background-alone`: the presented background without the object.
 */
export type Appearance = 'presented' | 'object-alone' | 'object-in-place' | 'background-alone';

export interface StimulusDescriptions {
  /** One row per stimulus, with at least a unique `stimulus_id`; latents and labels as further columns. */
  readonly table: Table;
  readonly format: PictureFormat;
  readonly appearances: readonly Appearance[];
  /** Digest of external files read. */
  readonly fingerprint?: string;
}

export interface Drawing {
  readonly frames: Frames;
  /** Coverage of the object, one channel; absent where the source knows no object. */
  readonly masks?: Frames;
  /** Share of each object's silhouette that lies within the picture, 0 … 1; present wherever masks are. */
  readonly visible?: Float64Array;
  /** Depth and normals of each picture; present where they were asked for and the source has them. */
  readonly geometry?: readonly Geometry[];
}

export interface DrawOptions {
  readonly geometry?: boolean;
}

/** Makes a stimulus set: first the descriptions, cheap and complete, then the pictures on demand. */
export interface StimulusSource {
  describe(): Promise<StimulusDescriptions>;
  /** Pictures of the given rows of the table, in that order. A row's picture does not depend on the other rows. */
  draw(rows: readonly number[], appearance: Appearance, options?: DrawOptions): Promise<Drawing>;
  /** Parameters of the objects shown, by the `object_name` of the table; absent where they have none. */
  objectParameters?(): Promise<Readonly<Record<string, ObjectParameters>>>;
  /** Identity of the renderer, for sources that render. */
  readonly renderedBy?: string;
}

export const StimulusSource = extensionPoint<StimulusSource>(
  'stimulus-source',
  'a stimulus set: table and pictures',
);

export interface FrameBlock {
  /** Row of the first picture. */
  readonly start: number;
  readonly frames: Frames;
  readonly masks?: Frames;
}

/** A stimulus set as its readers see it: pictures come in blocks, from the store where they are there already. */
export interface StimulusSet {
  readonly id: string;
  /** Content key: equal keys mean equal pictures. */
  readonly key: string;
  readonly table: Table;
  readonly format: PictureFormat;
  readonly appearances: readonly Appearance[];
  /** Every picture in row order; memory holds one block at a time. */
  blocks(appearance?: Appearance): AsyncIterable<FrameBlock>;
  /**
   * What the silhouettes of the presented objects measure, one row per stimulus: the columns of `Silhouette` and
   * `visible_fraction`. Throws InputError where the set knows no objects.
   */
  silhouettes(): Promise<Table>;
  /** Pictures of the given rows, in that order. */
  frames(rows: ArrayLike<number>, appearance?: Appearance): Promise<Frames>;
}
