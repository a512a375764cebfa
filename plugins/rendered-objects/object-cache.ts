import type { Object3D } from 'three';
import type { ObjectSource } from '../../core/contracts/object-source.ts';
import { disposeObject } from '../../core/stage/dispose-object.ts';

const kept = 8;

/** Keeps the objects shown last, so that memory does not grow with their number. */
export class ObjectCache {
  readonly #source: ObjectSource;
  readonly #objects = new Map<string, Object3D>();

  constructor(source: ObjectSource) {
    this.#source = source;
  }

  /** The object of a name; those shown longest ago are disposed of once there are too many. */
  async get(name: string): Promise<Object3D> {
    const object = this.#objects.get(name) ?? (await this.#source.load(name));
    this.#objects.delete(name);
    this.#objects.set(name, object);
    for (const [oldest, stale] of this.#objects) {
      if (this.#objects.size <= kept) break;
      this.#objects.delete(oldest);
      disposeObject(stale);
    }
    return object;
  }
}
