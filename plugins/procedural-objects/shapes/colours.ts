import { Color } from 'three';
import type { RandomStream } from '../../../core/contracts/random.ts';

/** The colour with hue, saturation and lightness moved a little. @param amount 1 is a shade that keeps its name */
export function variedColour(random: RandomStream, colour: string, amount = 1): Color {
  const shift = (range: number) => random.uniform(-range, range) * amount;
  return new Color(colour).offsetHSL(shift(0.02), shift(0.06), shift(0.045));
}

/** A varied colour of the given ones. */
export function pickColour(random: RandomStream, colours: readonly string[], amount = 1): Color {
  return variedColour(random, random.pick(colours), amount);
}

/** The value changed by up to a share of itself, up or down. */
export function varied(random: RandomStream, value: number, share = 0.1): number {
  return value * random.uniform(1 - share, 1 + share);
}

export const woods = ['#8a5a33', '#6d4424', '#b07d4b', '#4a2f1d', '#c79a63'] as const;
export const fabrics = ['#8c2f39', '#2f4a6d', '#5d7052', '#c8b48a', '#3c3c42', '#b5602e'] as const;
export const paints = [
  '#b3202a',
  '#1f4e8c',
  '#e0b020',
  '#2f6b3c',
  '#e8e8e4',
  '#28282c',
  '#7d8790',
  '#d06a1e',
] as const;
