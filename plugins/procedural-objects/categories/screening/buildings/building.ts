import type { Color } from 'three';
import { type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { box, plate } from '../../../shapes/solids.ts';

interface Building {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly wall: Color;
  readonly roof: Color;
}

export type Build = (sculpture: Sculpture, building: Building) => void;

export const glass = '#2a3a4a';

export function addWindows(
  sculpture: Sculpture,
  { width, depth }: Building,
  rows: readonly number[],
  columns: number,
  size: readonly [number, number],
): void {
  for (const y of rows)
    for (const share of steps(-1, 1, columns)) {
      for (const side of [1, -1])
        sculpture.add(box([size[0], size[1], 0.02]), {
          paint: glass,
          finish: 'gloss',
          at: [share * (width / 2 - size[0]), y, (side * depth) / 2],
        });
      sculpture.add(box([0.02, size[1], size[0]]), {
        paint: glass,
        finish: 'gloss',
        at: [width / 2, y, share * (depth / 2 - size[0])],
        mirror: true,
      });
    }
}

export function addGable(
  sculpture: Sculpture,
  at: Point,
  width: number,
  height: number,
  depth: number,
  paint: Building['roof'],
): void {
  sculpture.add(
    plate(
      [
        [-width / 2, 0],
        [width / 2, 0],
        [0, height],
      ],
      { thickness: depth },
    ),
    { paint, finish: 'matte', at },
  );
}
