import type { Color } from 'three';
import type { FlatPoint } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';

interface Lamp {
  readonly height: number;
  readonly shade: number;
  readonly base: Color;
  readonly cloth: Color;
}

export type Build = (sculpture: Sculpture, lamp: Lamp) => void;

export const bulb = '#fff4d0';

/** An open shade with a wall of its own thickness. */
export function shadeProfile(low: number, high: number, height: number): FlatPoint[] {
  return [
    [low - 0.015, 0],
    [low, 0],
    [high, height],
    [high - 0.015, height],
    [low - 0.015, 0],
  ];
}
