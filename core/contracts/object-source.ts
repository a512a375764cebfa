import type { Object3D } from 'three';
import { extensionPoint } from './plugin.ts';

export interface ObjectDescription {
  /** Unique within its source, for instance `chairs-3`. */
  readonly object_name: string;
  readonly category_name: string;
}

/** Gives 3D objects by category and name. */
export interface ObjectSource {
  /** Digest of external files read; belongs to the cache key. */
  readonly fingerprint?: string;
  /** Every object, category by category, always in the same order. */
  objects(): Promise<readonly ObjectDescription[]>;
  /**
   * A mesh hierarchy of standard materials in its canonical pose: centred at the origin, largest side of its
   * bounding box 1.2, up is +y, front faces +z (the viewer). The caller may move and dispose of it.
   */
  load(objectName: string): Promise<Object3D>;
  /** The numbers, colours and choices that make the object what it is, by name; absent where a source has none. */
  parameters?(objectName: string): Promise<ObjectParameters>;
}

/** A place in the space of identities of a category. Colours are written `#rrggbb`. */
export type ObjectParameters = Readonly<Record<string, number | string | boolean>>;

export const ObjectSource = extensionPoint<ObjectSource>(
  'object-source',
  'meshes by category and object name',
);
