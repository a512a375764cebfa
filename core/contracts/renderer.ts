import type { PerspectiveCamera, Scene } from 'three';
import type { Picture } from './pictures.ts';
import { extensionPoint } from './plugin.ts';

/** A set stage: what stands before the camera, and the picture hung behind it. */
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
}

/** Turns a stage into pixels. The same stage gives the same bytes on the same machine. */
export interface Renderer {
  /** Library, driver and versions; belongs to the cache key and to every result. */
  readonly identity: string;
  /** What is worse than it could be, and why; shown by doctor, log and results. */
  readonly degraded?: string;
  render(stage: Stage): Promise<Rendering>;
  dispose(): Promise<void>;
}

export const Renderer = extensionPoint<Renderer>('renderer', 'pixels and object mask of a stage');
