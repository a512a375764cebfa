import type { PerspectiveCamera, Scene } from 'three';
import type { Picture } from './pictures.ts';
import { extensionPoint } from './plugin.ts';

/**
 * A set stage: what stands before the camera, and the picture hung behind it. Lights are ambient, hemisphere and
 * directional ones and light probes; nothing casts shadows. Textures are `DataTexture`s of four bytes per texel.
 */
export interface Stage {
  readonly scene: Scene;
  readonly camera: PerspectiveCamera;
  /** Exactly `width` x `height`; `undefined` leaves a uniform mid-grey (128). */
  readonly background: Picture | undefined;
  readonly width: number;
  readonly height: number;
}

export interface Rendering {
  /** sRGB, `[height, width, 3]`, top row first; background pixels pass through unchanged. */
  readonly pixels: Uint8Array;
  /** Coverage of the object, `[height, width]`, 0 … 255. */
  readonly mask: Uint8Array;
  /** Present where it was asked for. */
  readonly geometry?: Geometry;
}

/**
 * The shape that the camera sees at the centre of every pixel, top row first. Renderers agree on the pixels that show
 * the object (intersection over union above .99), on depth to .01 scene units and on normals to 1 degree.
 */
export interface Geometry {
  /** Distance from the camera along its viewing axis in scene units, `[height, width]`; Infinity beside the object. */
  readonly depth: Float32Array;
  /**
   * Unit normals in the camera's space (+x right, +y up, +z towards the camera) as they are lit, `[height, width, 3]`;
   * 0 beside the object.
   */
  readonly normals: Float32Array;
}

export interface RenderOptions {
  /** Asks for depth and normals beside the picture. */
  readonly geometry?: boolean;
}

/** Turns a stage into pixels. The same stage gives the same bytes on the same machine. */
export interface Renderer {
  /** Library, driver and versions; belongs to the cache key and to every result. */
  readonly identity: string;
  /** What is worse than it could be, and why; shown by doctor, log and results. */
  readonly degraded?: string;
  /**
   * The stage is read before the promise is given, so that the next picture can be set up and asked for meanwhile.
   * Throws InputError for a picture without pixels and for positions that are no finite numbers.
   */
  render(stage: Stage, options?: RenderOptions): Promise<Rendering>;
  dispose(): Promise<void>;
}

export const Renderer = extensionPoint<Renderer>('renderer', 'pixels and object mask of a stage');
