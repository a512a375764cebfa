import { Color } from 'three';
import { through } from '../../../shapes/blends.ts';
import { around, type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { sheet } from '../../../shapes/sheet.ts';
import { box, ellipsoid } from '../../../shapes/solids.ts';
import type { PlaneParameters } from './parameters.ts';

const { cos, sin } = Math;

/** Half the height of the fuselage, and how far its middle lies above the axis. */
function section({ fuselageRadius: radius, profile }: PlaneParameters, z: number) {
  const size = radius * Math.max(0.02, through(profile, (0.5 - z) * (profile.length - 1)));
  return { size, lift: (radius - size) * (z < 0 ? 0.75 : -0.25) };
}

export function addFuselage(sculpture: Sculpture, plane: PlaneParameters): void {
  const { fuselageRadius: radius, windows, canopy, colour, accentColour } = plane;
  const glass = new Color('#1e2833');
  const point = (angle: number, z: number): Point => {
    const { size, lift } = section(plane, z);
    return [size * cos(angle), lift + size * 1.05 * sin(angle), z];
  };
  const paint = ([, y]: Point, angle: number, z: number) => {
    const side = sin(angle);
    if (!canopy && side > 0.3 && side < 0.85 && z > 0.36 && z < 0.425) return glass;
    return y < -radius * 0.1 && y > -radius * 0.35 ? accentColour : colour;
  };
  const rows = [...steps(-0.5, 0.3, 21), ...steps(0.32, 0.47, 13), 0.485, 0.495, 0.5];
  sculpture.add(sheet(around(28).reverse(), rows, point, { closed: true, colour: paint }), {
    finish: 'gloss',
  });
  if (!windows) return;
  const cabin = profileEnd(plane);
  for (const z of steps(cabin, 0.3, Math.round((0.3 - cabin) / 0.04))) {
    const { size, lift } = section(plane, z);
    sculpture.add(box([size * 0.1, size * 0.3, 0.018]), {
      paint: glass,
      finish: 'gloss',
      at: [size * 0.955, lift + size * 0.3, z],
      mirror: true,
    });
  }
}

/** Where the fuselage becomes too thin for windows towards the tail. */
function profileEnd(plane: PlaneParameters): number {
  return steps(-0.24, 0.1, 12).find((z) => section(plane, z).size > plane.fuselageRadius * 0.72) ?? 0.1;
}

export function addCanopy(sculpture: Sculpture, { fuselageRadius: radius, engines }: PlaneParameters): void {
  const along = engines === 'nose-propeller' ? 0.08 : 0.26;
  sculpture.add(ellipsoid([radius * 0.55, radius * 0.75, 0.12]), {
    paint: '#2a3d52',
    finish: 'gloss',
    at: [0, radius * 0.6, along],
  });
}
