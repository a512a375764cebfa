import type { Color } from 'three';
import { around } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { box, cylinder, lathe } from '../../../shapes/solids.ts';
import type { Kind } from './kinds.ts';

/** @param radius of the mouth */
export function addCap(
  sculpture: Sculpture,
  cap: Kind['cap'],
  radius: number,
  top: number,
  paint: Color,
): void {
  if (cap === 'cork')
    sculpture.add(cylinder(radius * 0.8, radius * 0.9, 0.08), {
      paint,
      finish: 'matte',
      at: [0, top + 0.03, 0],
    });
  if (cap === 'crown')
    sculpture.add(cylinder(radius * 1.25, radius * 1.05, 0.035, 14), {
      paint,
      finish: 'metal',
      at: [0, top, 0],
    });
  if (cap === 'screw') {
    sculpture.add(cylinder(radius * 1.15, radius * 1.12, 0.08), { paint, at: [0, top + 0.02, 0] });
    for (const angle of around(14))
      sculpture.add(box([0.008, 0.07, 0.008]), {
        paint,
        at: [radius * 1.15 * Math.cos(angle), top + 0.02, radius * 1.15 * Math.sin(angle)],
      });
  }
  if (cap === 'stopper')
    sculpture.add(
      lathe([
        [0, top - 0.05],
        [radius * 0.8, top - 0.05],
        [radius * 0.8, top + 0.02],
        [radius * 1.6, top + 0.1],
        [radius * 0.9, top + 0.2],
        [0, top + 0.22],
      ]),
      { paint, finish: 'gloss' },
    );
  if (cap === 'pump') {
    sculpture.add(cylinder(radius * 1.2, radius * 1.2, 0.06), { paint, at: [0, top + 0.02, 0] });
    sculpture.add(cylinder(0.02, 0.02, 0.16, 10), { paint, at: [0, top + 0.1, 0] });
    sculpture.add(box([0.1, 0.05, 0.3], 0.02), { paint, at: [0, top + 0.19, 0.09] });
  }
  if (cap === 'nozzle')
    sculpture.add(
      lathe([
        [0, top - 0.01],
        [radius * 0.95, top - 0.01],
        [radius * 0.85, top + 0.05],
        [radius * 0.2, top + 0.24],
        [radius * 0.12, top + 0.25],
        [0, top + 0.25],
      ]),
      { paint },
    );
}
