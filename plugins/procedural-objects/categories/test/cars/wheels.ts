import { around, type FlatPoint, type Point } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { box, cylinder, lathe } from '../../../shapes/solids.ts';
import type { CarParameters } from './parameters.ts';

const { cos, sin, PI } = Math;

export function addWheels(
  sculpture: Sculpture,
  { build: { width, wheelBase, wheelRadius: radius }, extras }: CarParameters,
): void {
  const open = extras.includes('open-wheels');
  const across = open ? width * 0.95 : width / 2 - 0.085;
  const turn: Point = [0, 0, -PI / 2];
  const scale: Point = open ? [1, 1.6, 1] : [1, 1, 1];
  for (const end of [-1, 1]) {
    const at: Point = [across, radius, (end * wheelBase) / 2];
    const part = { at, turn, scale, mirror: true } as const;
    sculpture.add(lathe(tyre(radius), 18), { ...part, paint: '#19191b', finish: 'matte' });
    sculpture.add(lathe(rim(radius), 16), { ...part, paint: '#aeb2b8', finish: 'metal' });
    for (const angle of around(5))
      sculpture.add(box([0.235, radius * 0.15, radius * 0.5]), {
        paint: '#d3d6da',
        finish: 'metal',
        at: [at[0], at[1] + 0.3 * radius * sin(angle), at[2] + 0.3 * radius * cos(angle)],
        turn: [-angle, 0, 0],
        mirror: true,
      });
    if (open) sculpture.add(box([across * 2, 0.05, 0.1]), { paint: '#26272b', at: [0, radius, at[2]] });
    else addWheelHouse(sculpture, [width / 2 - 0.14, radius, at[2]], radius);
  }
}

function addWheelHouse(sculpture: Sculpture, [x, y, z]: Point, radius: number): void {
  sculpture.add(cylinder(radius * 1.2, radius * 1.2, 0.29, 18), {
    paint: '#0e0e10',
    finish: 'matte',
    at: [x, y + 0.02, z],
    turn: [0, 0, -PI / 2],
    mirror: true,
  });
}

function tyre(radius: number): FlatPoint[] {
  return [
    [radius * 0.6, -0.11],
    [radius * 0.9, -0.12],
    [radius, -0.07],
    [radius, 0.07],
    [radius * 0.9, 0.12],
    [radius * 0.6, 0.11],
  ];
}

/** A dish that is dark between the spokes. */
function rim(radius: number): FlatPoint[] {
  return [
    [0, -0.08],
    [radius * 0.62, -0.115],
    [radius * 0.62, 0.115],
    [radius * 0.56, 0.06],
    [0, 0.075],
  ];
}
