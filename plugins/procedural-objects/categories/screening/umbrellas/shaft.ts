import { tube } from '../../../shapes/loft.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { cylinder, lathe } from '../../../shapes/solids.ts';
import type { Umbrella } from './umbrella.ts';

export function addShaft(sculpture: Sculpture, { handle, shaft, rise, wood, open }: Umbrella): void {
  const thickness = handle === 'stand' ? 0.028 : 0.016;
  const top = open > 0 ? rise + 0.08 : rise * 0.5;
  const low = top - shaft - (open > 0 ? 0.1 : 0.15);
  sculpture.add(cylinder(thickness, thickness * 0.9, top - low, 8), {
    paint: '#8c9096',
    finish: 'metal',
    at: [0, (top + low) / 2, 0],
  });
  if (handle === 'hook')
    sculpture.add(
      tube(
        [
          [0, low + 0.12, 0],
          [0, low - 0.05, 0],
          [0.06, low - 0.13, 0],
          [0.13, low - 0.07, 0],
          [0.13, low - 0.02, 0],
        ],
        0.028,
        8,
      ),
      { paint: wood, finish: 'gloss' },
    );
  if (handle === 'knob')
    sculpture.add(
      lathe(
        [
          [0, low - 0.08],
          [0.04, low - 0.06],
          [0.045, low],
          [0.03, low + 0.14],
          [0, low + 0.15],
        ],
        14,
      ),
      { paint: wood, finish: 'gloss' },
    );
  if (handle === 'pole')
    sculpture.add(cylinder(0.004, 0.022, 0.16, 10), { paint: wood, at: [0, low - 0.02, 0] });
  if (handle === 'stand')
    sculpture.add(
      lathe(
        [
          [0, low - 0.06],
          [0.26, low - 0.06],
          [0.26, low],
          [0.06, low + 0.04],
          [0.04, low + 0.16],
          [0, low + 0.16],
        ],
        20,
      ),
      { paint: '#4a4c50', finish: 'matte' },
    );
}
