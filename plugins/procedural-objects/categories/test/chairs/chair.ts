import type { Color } from 'three';
import type { Finish } from '../../../shapes/finishes.ts';
import { tube } from '../../../shapes/loft.ts';
import type { Point } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';

/** Lengths in metres; the seat's middle lies above the origin, its front edge towards +z. */
interface Chair {
  readonly width: number;
  readonly depth: number;
  readonly seat: number;
  /** Height of the back above the seat. */
  readonly back: number;
  /** Backward lean of the back, in radians. */
  readonly lean: number;
  readonly frame: Color;
  readonly cover: Color;
}

export type Build = (sculpture: Sculpture, chair: Chair) => void;

/** A place on the leaning back. @param across -1 … 1 @param up share of the back's height */
export function onBack({ width, depth, seat, back, lean }: Chair, across: number, up: number): Point {
  return [(across * width) / 2, seat + back * up * Math.cos(lean), -depth / 2 - back * up * Math.sin(lean)];
}

export function addLegs(
  sculpture: Sculpture,
  { width, depth, seat, frame }: Chair,
  thickness: number,
  splay = 0,
  finish: Finish = 'wood',
): void {
  for (const end of [1, -1]) {
    const top: Point = [width * 0.44, seat, end * depth * 0.44];
    const foot: Point = [width * 0.44 + splay, 0, end * (depth * 0.44 + splay)];
    sculpture.add(tube([foot, top], [thickness * 0.75, thickness], 8), {
      paint: frame,
      finish,
      mirror: true,
    });
  }
}

export function addPosts(sculpture: Sculpture, chair: Chair, thickness: number): void {
  sculpture.add(tube([onBack(chair, 0.9, -0.05), onBack(chair, 0.94, 1)], thickness, 8), {
    paint: chair.frame,
    finish: 'wood',
    mirror: true,
  });
}
