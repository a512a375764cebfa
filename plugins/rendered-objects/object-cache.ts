import type { Object3D } from 'three';
import type { ObjectSource } from '../../core/contracts/object-source.ts';
import { disposeObject } from '../../core/stage/dispose-object.ts';
import { collectTriangles, type Triangles } from '../../core/stage/triangles.ts';

const kept = 8;

export interface LoadedObject {
  readonly object: Object3D;
  readonly triangles: Triangles;
}

/** Keeps the objects shown last, so that memory does not grow with their number. */
export class ObjectCache {
  readonly #source: ObjectSource;
  readonly #objects = new Map<string, LoadedObject>();

  constructor(source: ObjectSource) {
    this.#source = source;
  }

  /** The object of a name; those shown longest ago are disposed of once there are too many. */
  async get(name: string): Promise<LoadedObject> {
    const loaded = this.#objects.get(name) ?? (await this.#load(name));
    this.#objects.delete(name);
    this.#objects.set(name, loaded);
    for (const [oldest, stale] of this.#objects) {
      if (this.#objects.size <= kept) break;
      this.#objects.delete(oldest);
      disposeObject(stale.object);
    }
    return loaded;
  }

  async #load(name: string): Promise<LoadedObject> {
    const object = await this.#source.load(name);
    return { object, triangles: collectTriangles(object) };
  }
}
