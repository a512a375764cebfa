import type { Color } from 'three';
import { loft } from '../../../shapes/loft.ts';
import { spaceNoise } from '../../../shapes/noise.ts';
import { type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';

interface Fruit {
  /** Breadth and height as shares of the usual. */
  readonly broad: number;
  readonly tall: number;
  readonly bend: number;
  readonly colour: Color;
  /** Cheek of an apple, tips of a banana, leaves of a strawberry. */
  readonly second: Color;
}

export type Build = (sculpture: Sculpture, fruit: Fruit) => void;

export const stalkBrown = '#5a3d22';

export function addLeaf(
  sculpture: Sculpture,
  at: Point,
  length: number,
  turn: Point,
  paint: Color | string,
): void {
  const blade = steps(0, 1, 7).map((along): Point[] => {
    const half = length * 0.24 * Math.sin(Math.PI * Math.min(0.98, along * 0.95 + 0.03));
    const lift = length * 0.25 * Math.sin(Math.PI * along * 0.8);
    return [
      [along * length, lift, half],
      [along * length, lift - 0.02, 0],
      [along * length, lift, -half],
      [along * length, lift + 0.012, 0],
    ];
  });
  sculpture.add(loft(blade), { paint, at, turn });
}

/** Colour that drifts into a second one with the direction and some noise. */
export function blushed(colour: Color, second: Color, strength: number) {
  return (x: number, y: number, z: number) =>
    colour
      .clone()
      .lerp(
        second,
        Math.min(
          1,
          Math.max(0, strength * (0.6 * x + 0.5 * z + 0.3 * y + 0.5 * spaceNoise(3 * x, 3 * y, 3 * z))),
        ),
      );
}
