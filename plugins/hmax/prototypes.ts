import type { RandomStreams } from '../../core/contracts/random.ts';
import type { NamedTensor } from '../../core/contracts/training.ts';
import { orientations, patchSides } from './bands.ts';

/**
 * Patches of C1 at random places of random pictures, per size `[side, side, orientations, prototypes]`.
 * @param complex responses of one band, `[pictures, cells, cells, orientations]`
 */
export function takePrototypes(
  complex: Float32Array,
  cells: number,
  prototypes: number,
  random: RandomStreams,
): NamedTensor[] {
  const pictures = complex.length / (cells * cells * orientations);
  return patchSides.map((side) => {
    const stream = random.stream(`prototypes of ${side} x ${side}`);
    const data = new Float32Array(side * side * orientations * prototypes);
    for (let prototype = 0; prototype < prototypes; prototype++) {
      const picture = stream.integer(pictures);
      const top = stream.integer(cells - side + 1);
      const left = stream.integer(cells - side + 1);
      for (let row = 0; row < side; row++) {
        const start = ((picture * cells + top + row) * cells + left) * orientations;
        for (let item = 0; item < side * orientations; item++)
          data[(row * side * orientations + item) * prototypes + prototype] = complex[start + item];
      }
    }
    return { name: `prototypes-${side}`, shape: [side, side, orientations, prototypes], data };
  });
}
