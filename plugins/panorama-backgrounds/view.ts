import type { RandomStream } from '../../core/contracts/random.ts';
import type { PanoramaOptions } from './options.ts';

/** Where a crop looks; angles in radians. */
export interface View {
  /** Number of the panorama. */
  readonly panorama: number;
  /** Share of the way through the longitudes that the part of the panorama allows. */
  readonly turn: number;
  /** Above the horizon. */
  readonly pitch: number;
  /** Half the visual angle of the longer side. */
  readonly halfAngle: number;
  readonly mirror: boolean;
}

const steepest = Math.PI / 9;

export function drawView(random: RandomStream, panoramas: number, options: PanoramaOptions): View {
  const [narrow, wide] = options.fieldOfView;
  return {
    panorama: random.integer(panoramas),
    turn: random.uniform(),
    pitch: random.uniform(-steepest, steepest),
    halfAngle: (random.uniform(narrow, wide) * Math.PI) / 360,
    mirror: random.uniform() < 0.5 && options.mirror,
  };
}

/** Half width and half height of the picture plane at distance 1. */
export function planeOf({ halfAngle }: View, width: number, height: number): readonly [number, number] {
  const reach = Math.tan(halfAngle) / Math.max(width, height);
  return [reach * width, reach * height];
}

/**
 * Longitude of the middle of the view, in radians from the left edge of the panorama; in a half, so far inside
 * that the whole crop stays in it, `margin` included.
 */
export function longitudeOf(
  view: View,
  part: PanoramaOptions['part'],
  [halfWidth, halfHeight]: readonly [number, number],
  margin: number,
): number {
  if (part === 'all') return 2 * Math.PI * view.turn;
  const depth = Math.cos(view.pitch) - halfHeight * Math.abs(Math.sin(view.pitch));
  const reach = Math.atan2(halfWidth, depth) + margin;
  const start = part === 'first' ? 0 : Math.PI;
  return start + reach + view.turn * (Math.PI - 2 * reach);
}
