import { type BufferGeometry, type Color, Float32BufferAttribute } from 'three';
import { tube } from '../../shapes/loft.ts';
import type { Point } from '../../shapes/points.ts';
import type { Placement, Sculpture } from '../../shapes/sculpture.ts';
import { ball } from '../../shapes/solids.ts';

/**
 * Adds a round limb along joints, bent smoothly, with a round end.
 * @param radii any number of them, evenly along the limb
 */
export function addLimb(
  sculpture: Sculpture,
  joints: readonly Point[],
  radii: readonly number[],
  colour: Color,
  placement: Placement,
): void {
  sculpture.add(smooth(tube(joints, radii, 10), colour), placement);
  const end = ball(radii[radii.length - 1], 10).translate(...joints[joints.length - 1]);
  sculpture.add(smooth(end, colour), placement);
}

/** The geometry in one colour and without creases. */
export function smooth(geometry: BufferGeometry, { r, g, b }: Color): BufferGeometry {
  if (!geometry.hasAttribute('normal')) geometry.computeVertexNormals();
  const colours = new Float32Array(3 * geometry.getAttribute('position').count);
  for (let index = 0; index < colours.length; index += 3) {
    colours[index] = r;
    colours[index + 1] = g;
    colours[index + 2] = b;
  }
  return geometry.setAttribute('color', new Float32BufferAttribute(colours, 3));
}
