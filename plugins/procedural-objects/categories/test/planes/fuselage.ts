import { superellipse, upright } from '../../../shapes/curves.ts';
import { loft } from '../../../shapes/loft.ts';
import { type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { box, ellipsoid } from '../../../shapes/solids.ts';
import type { PlaneParameters } from './parameters.ts';

export function addFuselage(sculpture: Sculpture, plane: PlaneParameters): void {
  const { fuselageRadius: radius, profile, windows, canopy, colour, accentColour } = plane;
  const places = steps(0.5, -0.5, profile.length);
  const rings = places.map((z, index) => {
    const size = radius * profile[index];
    const lift = (radius - size) * (z < 0 ? 0.75 : -0.25);
    return upright(superellipse(size, size * 1.05, 2, 20), z, lift);
  });
  const paint = (_x: number, y: number, z: number) => {
    if (!canopy && z > 0.36 && z < 0.42 && y > radius * 0.25) return '#1e2833';
    return y < -radius * 0.1 && y > -radius * 0.35 ? accentColour : colour;
  };
  sculpture.add(loft(densified(rings)), { paint, finish: 'gloss' });
  if (!windows) return;
  for (const z of steps(-0.22, 0.3, 14))
    sculpture.add(box([radius * 0.1, radius * 0.3, 0.018]), {
      paint: '#1e2833',
      finish: 'gloss',
      at: [radius * 0.97, radius * 0.25, z],
      mirror: true,
    });
}

/** Two rings more between every two, so that painted borders are sharp. */
function densified(rings: readonly Point[][]): Point[][] {
  return rings.flatMap((ring, index) => {
    const next = rings[index + 1];
    if (!next) return [ring];
    return [0, 1 / 3, 2 / 3].map((share) =>
      ring.map(
        (point, place): Point => [
          point[0] + (next[place][0] - point[0]) * share,
          point[1] + (next[place][1] - point[1]) * share,
          point[2] + (next[place][2] - point[2]) * share,
        ],
      ),
    );
  });
}

export function addCanopy(sculpture: Sculpture, { fuselageRadius: radius, engines }: PlaneParameters): void {
  const along = engines === 'nose-propeller' ? 0.08 : 0.26;
  sculpture.add(ellipsoid([radius * 0.55, radius * 0.75, 0.12]), {
    paint: '#2a3d52',
    finish: 'gloss',
    at: [0, radius * 0.6, along],
  });
}
