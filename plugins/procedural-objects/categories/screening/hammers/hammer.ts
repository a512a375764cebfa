import type { Color } from 'three';
import { superellipse } from '../../../shapes/curves.ts';
import { loft } from '../../../shapes/loft.ts';
import type { Point } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';

export interface Hammer {
  readonly length: number;
  readonly head: number;
  readonly handle: Color;
  readonly iron: Color;
}

export type Build = (sculpture: Sculpture, hammer: Hammer) => void;

export function addHandle(
  sculpture: Sculpture,
  { length, handle }: Hammer,
  thickness: number,
  grip?: Color,
): void {
  const swell = [1.15, 1.2, 1, 0.85, 0.8, 0.9, 1];
  const rings = swell.map((share, index): Point[] =>
    superellipse(thickness * share, thickness * share * 0.75, 3, 12).map(
      ([x, z]): Point => [x, -length + (length * index) / (swell.length - 1), z],
    ),
  );
  sculpture.add(loft(rings), { paint: grip ? (_x, y) => (y < -length * 0.55 ? grip : handle) : handle });
}
