import type { PictureFormat } from '../../core/contracts/pictures.ts';
import { type Gabor, gaborPatch } from '../../core/neurons/gabor.ts';
import type { V1Neuroid } from './neuroids.ts';

/** A rectangle of pixels; `left` and `top` belong to it. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a neuroid looks, in pixels of the picture, and its two filters a quarter cycle apart, `[height, width]`. */
export interface ReceptiveField {
  readonly window: Window;
  readonly even: Float64Array;
  readonly odd: Float64Array;
  /** Where the cells lie that inhibit it. */
  readonly pool: Window;
}

/** Standard deviations after which the envelope is cut, and half-side of the pool in standard deviations. */
const reach = 3;
const poolReach = 2.5;

/**
 * A uniform picture drives no filter; the best full-contrast grating drives it to about pi / 4, as the absolute
 * weights add up to one.
 */
export const gratingDrive = Math.PI / 4;

export function receptiveField(neuroid: V1Neuroid, format: PictureFormat): ReceptiveField {
  const pixelsPerDegree = format.width / format.degrees;
  const orientation = (neuroid.orientation * Math.PI) / 180;
  const x = format.width / 2 + neuroid.x * pixelsPerDegree - 0.5;
  const y = format.height / 2 - neuroid.y * pixelsPerDegree - 0.5;
  const along = neuroid.along * pixelsPerDegree;
  const across = neuroid.across * pixelsPerDegree;
  const halfWidth = reach * Math.hypot(along * Math.cos(orientation), across * Math.sin(orientation));
  const halfHeight = reach * Math.hypot(along * Math.sin(orientation), across * Math.cos(orientation));
  const window = around(x, y, halfWidth, halfHeight, format);
  const gabor: Gabor = {
    x: x - window.left,
    y: y - window.top,
    frequency: neuroid.frequency / pixelsPerDegree,
    orientation,
    phase: (neuroid.phase * Math.PI) / 180,
    along,
    across,
  };
  const poolHalf = poolReach * Math.max(along, across);
  return {
    window,
    even: gaborPatch(window.width, window.height, gabor),
    odd: gaborPatch(window.width, window.height, { ...gabor, phase: gabor.phase + Math.PI / 2 }),
    pool: around(x, y, poolHalf, poolHalf, format),
  };
}

/** The part inside the picture of a rectangle around a point; at least three pixels to a side where there are. */
function around(x: number, y: number, halfWidth: number, halfHeight: number, format: PictureFormat): Window {
  const [left, right] = span(x, halfWidth, format.width);
  const [top, bottom] = span(y, halfHeight, format.height);
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

function span(centre: number, half: number, length: number): [first: number, last: number] {
  const reached = Math.max(1, half);
  return [Math.max(0, Math.round(centre - reached)), Math.min(length - 1, Math.round(centre + reached))];
}
