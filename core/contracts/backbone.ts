import type { Fittable } from './fitting.ts';
import type { Frames, PictureFormat } from './pictures.ts';
import { extensionPoint } from './plugin.ts';
import type { Checkpoint, Trainable } from './training.ts';

export interface Layer {
  /** Stable and documented by the plugin. */
  readonly name: string;
  /** Shape of one stimulus' activations; its product is the number of units. */
  readonly shape: readonly number[];
  /** Side in pixels of the square of the input that a unit sees, at most the input's own; absent where it is not known. */
  readonly receptiveField?: number;
}

/** A model that maps stimuli to activations. It never sees responses. */
export interface Backbone {
  readonly fingerprint?: string;
  /** Class in tables and legends, for instance `pixels`, `classic`, `cnn`. */
  readonly family: string;
  /** From input to output. */
  readonly layers: readonly Layer[];
  /** What a reader of its scores must know, each the end of a sentence that its id and a colon begin. */
  readonly warnings?: readonly string[];
  /**
   * Activations of the named layers, each `[count, units]`, row-major. A picture's activations do not depend on
   * the other pictures. `format` gives the visual angle; pictures are resized by the backbone itself.
   */
  activations(
    frames: Frames,
    format: PictureFormat,
    layers: readonly string[],
  ): Promise<ReadonlyMap<string, Float32Array>>;
  /**
   * The same backbone with some units of a layer silenced: they give 0, and later layers feel it. Absent where that
   * cannot be done.
   */
  lesioned?(layer: string, units: readonly number[]): Backbone;
  /** Present where weights can be learnt. */
  readonly trainable?: Trainable;
  /** Present where something must be taken from pictures before there are activations. */
  readonly fittable?: Fittable;
}

export const Backbone = extensionPoint<Backbone>('backbone', 'named layers and their activations');

export type { Checkpoint };
