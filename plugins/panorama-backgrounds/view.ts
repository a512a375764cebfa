import type { Part } from '../../core/backgrounds/part.ts';
import type { RandomStream } from '../../core/contracts/random.ts';
import type { PanoramaOptions } from './options.ts';

/** Where a crop looks; angles in radians. */
export interface View {
  /** Number of the panorama. */
  readonly panorama: number;
  /** Of the middle of the crop, from the left edge of the panorama. */
  readonly azimuth: number;
  /** Above the horizon. */
  readonly pitch: number;
  /** Half the visual angle of the longer side. */
  readonly halfAngle: number;
  readonly mirror: boolean;
}

const steepest = Math.PI / 9;

export function drawView(random: RandomStream, panoramas: number, options: PanoramaOptions): View {
  const [narrow, wide] = options.fieldOfView;
  const panorama = random.integer(panoramas);
  const turn = random.uniform();
  const pitch = random.uniform(-steepest, steepest);
  const halfAngle = (random.uniform(narrow, wide) * Math.PI) / 360;
  const mirror = random.uniform() < 0.5 && options.mirror;
  return { panorama, azimuth: azimuthIn(options.part, turn, pitch, halfAngle), pitch, halfAngle, mirror };
}

/** Half width and half height of the picture plane at distance 1. */
export function planeOf({ halfAngle }: View, width: number, height: number): readonly [number, number] {
  const reach = Math.tan(halfAngle) / Math.max(width, height);
  return [reach * width, reach * height];
}

/** In a half, so far inside that a square crop, the widest there is, stays in it. */
function azimuthIn(part: Part, turn: number, pitch: number, halfAngle: number): number {
  if (part === 'all') return 2 * Math.PI * turn;
  const side = Math.tan(halfAngle);
  const reach = Math.atan2(side, Math.cos(pitch) - side * Math.abs(Math.sin(pitch)));
  return (part === 'first' ? 0 : Math.PI) + reach + turn * (Math.PI - 2 * reach);
}
