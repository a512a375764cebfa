import type { BufferGeometry, Color } from 'three';
import type { FlatPoint } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { lathe } from '../../../shapes/solids.ts';

export interface Hat {
  readonly height: number;
  /** Width of the brim beyond the crown. */
  readonly brim: number;
  readonly felt: Color;
  readonly band: Color;
}

export type Build = (sculpture: Sculpture, hat: Hat) => void;

/** Half width of a crown, and how much longer than wide it is. */
export const crown = 0.3;
const oval = 1.15;

/** Moves the height of a point. */
type Warp = (x: number, y: number, z: number) => number;

/** An oval solid of revolution, then bent. @param profile radius and height, from the bottom up */
export function felted(profile: readonly FlatPoint[], warp: Warp = (_x, y) => y): BufferGeometry {
  const geometry = lathe(profile, 36).scale(1, 1, oval);
  const positions = geometry.getAttribute('position');
  for (let index = 0; index < positions.count; index++)
    positions.setY(index, warp(positions.getX(index), positions.getY(index), positions.getZ(index)));
  geometry.deleteAttribute('normal');
  return geometry;
}

/** A ribbon around the crown. @param radii at its lower and upper edge */
export function addBand(
  sculpture: Sculpture,
  { band }: Hat,
  [lower, upper]: FlatPoint,
  low: number,
  high: number,
): void {
  const profile: FlatPoint[] = [
    [lower, low],
    [lower + 0.012, low],
    [upper + 0.012, high],
    [upper, high],
  ];
  sculpture.add(felted(profile), { paint: band, finish: 'matte' });
}
