import type { Sculpture } from '../../../shapes/sculpture.ts';
import { ball, cylinder, ellipsoid } from '../../../shapes/solids.ts';
import type { PlaneParameters } from './parameters.ts';

export function addWheels(sculpture: Sculpture, { fuselageRadius: radius }: PlaneParameters): void {
  const floor = -radius * 2;
  for (const [x, z] of [
    [radius * 1.2, 0.12],
    [0.0001, 0.36],
  ] as const) {
    sculpture.add(cylinder(0.008, 0.008, radius * 1.5, 8), {
      paint: '#5a5d63',
      at: [x * 0.85, floor + radius * 0.75, z],
      mirror: true,
    });
    sculpture.add(cylinder(0.036, 0.036, 0.026), {
      paint: '#1a1a1c',
      at: [x, floor, z],
      turn: [0, 0, Math.PI / 2],
      mirror: true,
    });
  }
}

export function addFloats(
  sculpture: Sculpture,
  { fuselageRadius: radius, accentColour }: PlaneParameters,
): void {
  const floor = -radius * 2.3;
  sculpture.add(ellipsoid([0.045, 0.04, 0.36]), {
    paint: accentColour,
    finish: 'gloss',
    at: [radius * 1.7, floor, 0.06],
    mirror: true,
  });
  for (const z of [-0.08, 0.2])
    sculpture.add(cylinder(0.008, 0.008, radius * 2, 8), {
      paint: '#5a5d63',
      at: [radius * 1.2, floor + radius, z],
      turn: [0, 0, 0.5],
      mirror: true,
    });
  sculpture.add(ball(0.012, 8), { paint: '#5a5d63', at: [0, floor + radius * 0.4, 0.06] });
}
