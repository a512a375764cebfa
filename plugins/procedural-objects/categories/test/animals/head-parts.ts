import type { Color } from 'three';
import { tube } from '../../../shapes/loft.ts';
import type { Point } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { ball, cylinder } from '../../../shapes/solids.ts';
import type { AnimalParameters } from './parameters.ts';

export function addEyes(sculpture: Sculpture, [, y, z]: Point, radius: number): void {
  const at: Point = [radius * 0.62, y + radius * 0.3, z + radius * 0.62];
  sculpture.add(ball(radius * 0.17, 14), { paint: '#15110f', finish: 'gloss', at, mirror: true });
  sculpture.add(ball(radius * 0.055, 8), {
    paint: '#ffffff',
    finish: 'gloss',
    at: [at[0] * 1.04, at[1] + radius * 0.07, at[2] + radius * 0.14],
    mirror: true,
  });
}

export function addHorns(sculpture: Sculpture, [, y, z]: Point, radius: number, paint: string): void {
  const path: Point[] = [
    [radius * 0.4, y + radius * 0.75, z - radius * 0.1],
    [radius * 1.05, y + radius * 1.15, z],
    [radius * 1.1, y + radius * 1.75, z + radius * 0.2],
  ];
  sculpture.add(tube(path, [radius * 0.2, radius * 0.15, radius * 0.03]), { paint, mirror: true });
}

export function addOssicones(sculpture: Sculpture, [, y, z]: Point, radius: number, paint: Color): void {
  const at: Point = [radius * 0.4, y + radius * 1.25, z - radius * 0.15];
  sculpture.add(cylinder(radius * 0.17, radius * 0.13, radius * 0.9, 12), { paint, at, mirror: true });
  sculpture.add(ball(radius * 0.22, 12), { paint, at: [at[0], at[1] + radius * 0.45, at[2]], mirror: true });
}

export function addTusks(sculpture: Sculpture, [, y, z]: Point, radius: number, paint: Color): void {
  const path: Point[] = [
    [radius * 0.6, y - radius * 0.7, z + radius * 0.75],
    [radius * 0.68, y - radius * 1.15, z + radius * 1.3],
    [radius * 0.6, y - radius * 1.1, z + radius * 1.95],
  ];
  sculpture.add(tube(path, [0.05, 0.042, 0.008]), { paint, finish: 'gloss', mirror: true });
}

export function addDiscNose(
  sculpture: Sculpture,
  { proportions: size }: AnimalParameters,
  [, y, z]: Point,
  paint: Color,
): void {
  const radius = size.snoutRadius;
  const at: Point = [
    0,
    y - size.headRadius * 0.35 - size.snoutLength * 0.35,
    z + size.headRadius * 0.6 + size.snoutLength + radius * 0.75,
  ];
  sculpture.add(cylinder(radius * 1.05, radius * 0.95, radius * 0.5), { paint, at, turn: [1.4, 0, 0] });
  sculpture.add(ball(radius * 0.22, 10), {
    paint: '#7a3f3c',
    at: [radius * 0.4, at[1], at[2] + radius * 0.2],
    mirror: true,
  });
}
