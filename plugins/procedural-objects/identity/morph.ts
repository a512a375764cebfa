import { Color } from 'three';
import type { ObjectParameters } from '../../../core/contracts/object-source.ts';

type Value = ObjectParameters[string];

/**
 * Parameters a share of the way from one object to another: numbers and colours (as sRGB) are interpolated, choices and
 * flags switch at one half. What only one of the two has keeps its value.
 */
export function morph(from: ObjectParameters, to: ObjectParameters, share: number): ObjectParameters {
  const blended = Object.entries(from).map(([name, start]) => [
    name,
    Object.hasOwn(to, name) ? blend(start, to[name], share) : start,
  ]);
  return { ...to, ...Object.fromEntries(blended) };
}

function blend(start: Value, end: Value, share: number): Value {
  if (typeof start === 'number' && typeof end === 'number') return (1 - share) * start + share * end;
  if (isColour(start) && isColour(end)) return blendColours(start, end, share);
  return share < 0.5 ? start : end;
}

function isColour(value: Value): value is string {
  return typeof value === 'string' && value.startsWith('#');
}

function blendColours(start: string, end: string, share: number): string {
  const encoded = (colour: string) => new Color(colour).convertLinearToSRGB();
  const mixed = encoded(start).lerp(encoded(end), share);
  return `#${mixed.convertSRGBToLinear().getHexString()}`;
}
