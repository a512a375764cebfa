import type { Color } from 'three';
import type { Finish } from '../../../shapes/finishes.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { box, cylinder } from '../../../shapes/solids.ts';

/** Lengths in metres, the floor at height 0. */
interface Table {
  readonly width: number;
  readonly depth: number;
  readonly height: number;
  readonly thickness: number;
  readonly top: Color;
  readonly frame: Color;
}

export type Build = (sculpture: Sculpture, table: Table) => void;

export function addTop(
  sculpture: Sculpture,
  { width, depth, height, thickness, top }: Table,
  rounding = 0.012,
): void {
  sculpture.add(box([width, thickness, depth], rounding), {
    paint: top,
    finish: 'wood',
    at: [0, height - thickness / 2, 0],
  });
}

export function addRoundTop(
  sculpture: Sculpture,
  { width, depth, height, thickness, top }: Table,
  finish: Finish = 'wood',
): void {
  sculpture.add(cylinder(width / 2 - 0.015, width / 2, thickness, 36), {
    paint: top,
    finish,
    at: [0, height - thickness / 2, 0],
    scale: [1, 1, depth / width],
  });
}
