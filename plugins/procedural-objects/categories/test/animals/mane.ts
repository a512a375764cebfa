import type { Color } from 'three';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { type Station, stem } from '../../../shapes/stem.ts';
import type { Body } from './anatomy.ts';

/** Standing hair along the back of the neck, up to between the ears. */
export function addMane(
  sculpture: Sculpture,
  { spine, headStart }: Body,
  colour: Color,
  height: number,
): void {
  const neck = spine.slice(headStart - 4, headStart + 1);
  const crest = neck.map(([x, y, z, , thick], index): Station => {
    const [, y0, z0] = neck[Math.max(0, index - 1)];
    const [, y1, z1] = neck[Math.min(neck.length - 1, index + 1)];
    const length = Math.hypot(y1 - y0, z1 - z0);
    const out = thick * 0.96;
    const size = index === 0 || index === neck.length - 1 ? 0.4 : 1;
    return [x, y + (out * (z1 - z0)) / length, z - (out * (y1 - y0)) / length, 0.022 * size, height * size];
  });
  sculpture.add(stem(crest, { sides: 8, rings: 3, colour: () => colour }), { finish: 'matte' });
}
