import type { Color } from 'three';
import { tube } from '../../../shapes/loft.ts';
import { spaceNoise } from '../../../shapes/noise.ts';
import type { Point } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';

export interface Tree {
  readonly height: number;
  readonly crown: number;
  readonly bark: Color;
  readonly leaves: Color;
  /** Place in the noise that shapes the branches. */
  readonly growth: number;
}

export type Build = (sculpture: Sculpture, tree: Tree) => void;

/** A number of the range that belongs to one detail of a tree. @param detail tells the details apart */
export function grown({ growth }: Tree, detail: number, low: number, high: number): number {
  const share = 0.5 + 0.8 * spaceNoise(growth, 7.31 * detail, 3.7);
  return low + (high - low) * Math.min(1, Math.max(0, share));
}

export function addTrunk(sculpture: Sculpture, tree: Tree, height: number, thickness: number): Point {
  const top: Point = [grown(tree, 1, -0.05, 0.05), height, grown(tree, 2, -0.05, 0.05)];
  sculpture.add(
    tube(
      [[0, 0, 0], [top[0] * 0.3, height * 0.5, 0], top],
      [thickness * 1.3, thickness * 0.9, thickness * 0.6],
      9,
    ),
    { paint: tree.bark, finish: 'matte' },
  );
  return top;
}
