import type { Color } from 'three';
import type { RandomStream } from '../../../../../core/contracts/random.ts';
import { tube } from '../../../shapes/loft.ts';
import type { Point } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';

export interface Tree {
  readonly height: number;
  readonly crown: number;
  readonly bark: Color;
  readonly leaves: Color;
  readonly random: RandomStream;
}

export type Build = (sculpture: Sculpture, tree: Tree) => void;

export function addTrunk(
  sculpture: Sculpture,
  { bark, random }: Tree,
  height: number,
  thickness: number,
): Point {
  const top: Point = [random.uniform(-0.05, 0.05), height, random.uniform(-0.05, 0.05)];
  sculpture.add(
    tube(
      [[0, 0, 0], [top[0] * 0.3, height * 0.5, 0], top],
      [thickness * 1.3, thickness * 0.9, thickness * 0.6],
      9,
    ),
    { paint: bark, finish: 'matte' },
  );
  return top;
}
