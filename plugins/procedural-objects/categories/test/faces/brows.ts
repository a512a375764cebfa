import { tube } from '../../../shapes/loft.ts';
import { type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import type { Head } from './head.ts';

export function addBrows(sculpture: Sculpture, head: Head): void {
  const { eyeSpacing, eyeHeight, browHeight, browTilt, browArch, browThickness, hairColour } = head.face;
  const path = steps(-1, 1, 5).map((share): Point => {
    const x = eyeSpacing + 0.005 + 0.085 * share;
    const y = eyeHeight + browHeight + browArch * (1 - share ** 2) + browTilt * share;
    const [px, py, pz] = head.front(x, y);
    return [px, py, pz - browThickness * 0.35];
  });
  const radii = [0.8, 1.05, 1, 0.75, 0.25].map((share) => share * browThickness);
  sculpture.add(tube(path, radii, 5), {
    paint: hairColour.clone().multiplyScalar(0.7),
    finish: 'matte',
    mirror: true,
  });
}
