import type { Color } from 'three';
import { spaceNoise } from '../../../shapes/noise.ts';
import { around, type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { sheet } from '../../../shapes/sheet.ts';
import { ball, ellipsoid } from '../../../shapes/solids.ts';
import { type Station, stem } from '../../../shapes/stem.ts';

/** A place moved by another. */
export function beside([x, y, z]: Point, [dx, dy, dz]: Point, scale = 1): Point {
  return [x + dx * scale, y + dy * scale, z + dz * scale];
}

/** Two eyes that look ahead and a little aside. */
export function addEyes(sculpture: Sculpture, at: Point, radius: number, iris = '#2a1a10'): void {
  const glance: Point = beside(at, [0.25, 0.05, 0.5], radius);
  sculpture.add(ball(radius, 12), { paint: iris, finish: 'gloss', at, mirror: true });
  sculpture.add(ball(radius * 0.68, 10), { paint: '#090706', finish: 'gloss', at: glance, mirror: true });
  sculpture.add(ball(radius * 0.2, 6), {
    paint: '#ffffff',
    finish: 'gloss',
    at: beside(at, [0.35, 0.5, 0.95], radius),
    mirror: true,
  });
}

export interface EarShape {
  readonly at: Point;
  readonly turn: Point;
  readonly length: number;
  /** Half the breadth as a share of the length. */
  readonly breadth: number;
  /** 0 comes to a point, 1 is round. */
  readonly round: number;
  readonly outside: Color;
  readonly inside: Color;
}

/** Ears that grow upwards before they are turned, hollow side to the front. */
export function addEars(
  sculpture: Sculpture,
  { at, turn, length, breadth, round, outside, inside }: EarShape,
): void {
  const half = breadth * length;
  const shape = (share: number, forward: number): Station[] => [
    [0, 0, forward, half * 0.5 * share, length * 0.09],
    [0, length * 0.25, forward, half * 0.95 * share, length * 0.08],
    [0, length * 0.55, forward, half * (0.85 + 0.15 * round) * share, length * 0.07],
    [0, length * (0.7 + 0.25 * share - 0.07), forward, half * (0.3 + 0.5 * round) * share, length * 0.05],
    [0, length * (0.74 + 0.26 * share), forward, 0.001, 0.001],
  ];
  for (const [share, forward, paint] of [
    [1, 0, outside],
    [0.72, length * 0.045, inside],
  ] as const)
    sculpture.add(stem(shape(share, forward), { sides: 10, rings: 2, colour: () => paint }), {
      finish: 'matte',
      at,
      turn,
      mirror: true,
    });
}

/** A nose pad with a line down to the mouth. */
export function addNose(sculpture: Sculpture, at: Point, width: number, paint: string | Color): void {
  sculpture.add(ellipsoid([width, width * 0.7, width * 0.55], 12), { paint, finish: 'gloss', at });
  sculpture.add(ellipsoid([width * 0.12, width * 0.9, width * 0.3], 8), {
    paint,
    at: beside(at, [0, -1, -0.15], width),
  });
}

/** Shaggy hair around a middle. @param axes half axes */
export function addRuff(sculpture: Sculpture, at: Point, axes: Point, colour: Color, dark: Color): void {
  const point = (angle: number, polar: number): Point => {
    const direction: Point = [
      Math.sin(polar) * Math.cos(angle),
      Math.sin(polar) * Math.sin(angle),
      Math.cos(polar),
    ];
    const lock =
      1 +
      0.05 * Math.sin(15 * angle + 3 * polar) +
      0.1 * spaceNoise(6 * direction[0], 6 * direction[1], 5 * polar);
    return [axes[0] * direction[0] * lock, axes[1] * direction[1] * lock, axes[2] * direction[2]];
  };
  const shade = ([x, y]: Point, angle: number, polar: number) =>
    colour
      .clone()
      .lerp(dark, 0.5 + 0.5 * Math.sin(15 * angle + 3 * polar) * 0.6 - 0.25 * Math.min(1, Math.hypot(x, y)));
  sculpture.add(sheet(around(45), steps(0.02, Math.PI - 0.02, 14), point, { closed: true, colour: shade }), {
    finish: 'matte',
    at,
  });
}
