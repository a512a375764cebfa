import type { Color } from 'three';
import type { Pattern } from '../../../shapes/clay.ts';
import { cellNoise, spaceNoise } from '../../../shapes/noise.ts';
import type { AnimalParameters } from './parameters.ts';

export function coatPattern({ coat, markColour, underColour }: AnimalParameters, back: number): Pattern {
  const mottle = (x: number, y: number, z: number, colour: Color) =>
    colour.multiplyScalar(1 + 0.07 * spaceNoise(9 * x, 9 * y, 9 * z));
  if (coat === 'stripes')
    return (x, y, z, colour) => {
      const along = y > back * 1.12 ? z * 0.6 - y : y < back * 0.62 ? y * 1.4 : z + 0.25 * y;
      const wave = Math.sin(36 * along + 1.6 * spaceNoise(4 * x, 4 * y, 4 * z));
      return wave > 0.12 ? colour.copy(markColour) : colour;
    };
  if (coat === 'giraffe-patches')
    return (x, y, z, colour) => {
      const { distance, second } = cellNoise(6.5 * x + 0.3, 6.5 * y, 6.5 * z);
      return second - distance > 0.16 && y > back * 0.45 ? colour.copy(markColour) : colour;
    };
  if (coat === 'cow-patches')
    return (x, y, z, colour) =>
      y > back * 0.5 &&
      colour.getHex() !== underColour.getHex() &&
      spaceNoise(2.6 * x + 4, 2.6 * y, 2.6 * z) > 0.12
        ? colour.copy(markColour)
        : colour;
  return mottle;
}
