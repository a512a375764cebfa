import type { Object3D } from 'three';

/** How messages call a part: its name, or that of the nearest thing around it that has one. */
export function nameOf(part: Object3D): string {
  if (part.name) return part.name;
  return part.parent ? nameOf(part.parent) : 'an object without a name';
}
