import type { Color } from 'three';
import { around, type FlatPoint, type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { box, cylinder, ellipsoid, lathe } from '../../../shapes/solids.ts';
import type { PlaneParameters } from './parameters.ts';

export function addEngines(sculpture: Sculpture, plane: PlaneParameters): void {
  const { engines, wing, fuselageRadius: radius, engineCount } = plane;
  const level = wing.height * radius;
  if (engines === 'nose-propeller')
    addPropeller(sculpture, [0, -radius * 0.15, 0.5], 0.15, plane.accentColour);
  if (engines === 'tail-sides')
    addTurbine(sculpture, plane, [radius * 1.75, radius * 0.6, -0.26], radius * 0.55);
  if (engines === 'under-wing') {
    const [x, z] = [wing.halfSpan * 0.36, wing.along + wing.rootChord / 2 - wing.sweep * 0.36 + 0.02];
    addTurbine(sculpture, plane, [x, level - radius * 0.55, z], radius * 0.6);
  }
  if (engines === 'wing-propellers')
    for (const share of steps(0.3, 0.62, engineCount)) {
      const at: Point = [wing.halfSpan * share, level - 0.01, wing.along + wing.rootChord / 2 - 0.01];
      sculpture.add(ellipsoid([0.03, 0.032, 0.1]), { paint: plane.colour, at, mirror: true });
      addPropeller(sculpture, [at[0], at[1], at[2] + 0.09], 0.1, plane.accentColour, true);
    }
  if (engines === 'inside') {
    sculpture.add(cylinder(radius * 0.5, radius * 0.42, 0.08), {
      paint: '#2a2a2e',
      finish: 'metal',
      at: [radius * 0.45, 0, -0.52],
      turn: [Math.PI / 2, 0, 0],
      mirror: true,
    });
    sculpture.add(box([radius * 0.9, radius * 1.1, 0.3], radius * 0.3), {
      paint: plane.colour,
      at: [radius * 1.15, -radius * 0.05, 0.08],
      mirror: true,
    });
    sculpture.add(box([radius * 0.7, radius * 0.85, 0.02]), {
      paint: '#1c1d20',
      at: [radius * 1.15, -radius * 0.05, 0.225],
      mirror: true,
    });
  }
}

function addTurbine(sculpture: Sculpture, { colour }: PlaneParameters, at: Point, radius: number): void {
  const shell: FlatPoint[] = [
    [radius * 0.45, -0.08],
    [radius * 0.8, -0.03],
    [radius, 0.03],
    [radius, 0.06],
    [radius * 0.88, 0.07],
    [radius * 0.8, 0.05],
    [0, 0.045],
  ];
  const paint = (x: number, y: number, z: number) =>
    y < 0.06 && y > 0.04 && Math.hypot(x, z) < radius * 0.9 ? '#26282c' : colour;
  sculpture.add(lathe([[0, -0.08], ...shell]), {
    paint,
    finish: 'gloss',
    at,
    turn: [Math.PI / 2, 0, 0],
    mirror: true,
  });
}

function addPropeller(sculpture: Sculpture, at: Point, length: number, paint: Color, mirror = false): void {
  sculpture.add(ellipsoid([0.024, 0.024, 0.04]), { paint, finish: 'gloss', at, mirror });
  for (const angle of around(3, 0.5))
    sculpture.add(ellipsoid([length / 2, 0.014, 0.006], 8), {
      paint: '#2c2624',
      at: [at[0] + (Math.cos(angle) * length) / 2, at[1] + (Math.sin(angle) * length) / 2, at[2] + 0.012],
      turn: [0, 0, angle],
      mirror,
    });
}
