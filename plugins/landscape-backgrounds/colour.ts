import { lightOfSrgb } from '../../core/pictures/srgb.ts';

/** Linear red, green and blue light. */
export type Colour = readonly [number, number, number];

/** @param code `#rrggbb`, sRGB */
export function colourOf(code: string): Colour {
  const at = (start: number) => lightOfSrgb[Number.parseInt(code.slice(start, start + 2), 16)];
  return [at(1), at(3), at(5)];
}

export function mix(one: Colour, other: Colour, share: number): Colour {
  return map((channel) => one[channel] + (other[channel] - one[channel]) * share);
}

export function times(colour: Colour, factor: Colour | number): Colour {
  return map((channel) => colour[channel] * (typeof factor === 'number' ? factor : factor[channel]));
}

export function plus(one: Colour, other: Colour): Colour {
  return map((channel) => one[channel] + other[channel]);
}

function map(value: (channel: 0 | 1 | 2) => number): Colour {
  return [value(0), value(1), value(2)];
}
