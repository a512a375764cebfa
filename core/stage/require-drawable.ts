import { type BufferAttribute, type InterleavedBufferAttribute, Mesh } from 'three';
import type { Stage } from '../contracts/renderer.ts';
import { InputError } from '../errors/errors.ts';
import { nameOf } from './name-of.ts';

/**
 * Throws InputError when a stage cannot be drawn: a picture without pixels, a background of another size, vertices at
 * places that are no finite numbers.
 */
export function requireDrawable({ scene, background, width, height }: Stage): void {
  if (!isSide(width) || !isSide(height))
    throw new InputError(
      `a picture of ${width} x ${height} pixels cannot be drawn; both sides must be whole numbers above 0`,
    );
  if (background && (background.width !== width || background.height !== height))
    throw new InputError(
      `the background has ${background.width} x ${background.height} pixels and the picture ${width} x ${height}; ` +
        'they must be equal',
    );
  scene.traverseVisible((part) => {
    if (part instanceof Mesh && !Number.isFinite(sumOf(part.geometry.attributes.position)))
      throw new InputError(
        `${nameOf(part)} has vertices at places that are no finite numbers; every position must be finite`,
      );
  });
}

function isSide(side: number): boolean {
  return Number.isInteger(side) && side > 0;
}

/** Finite only if all the values are. */
function sumOf({ array }: BufferAttribute | InterleavedBufferAttribute): number {
  let sum = 0;
  for (let index = 0; index < array.length; index++) sum += array[index];
  return sum;
}
