import type { Sculpture } from '../../../shapes/sculpture.ts';
import { ellipsoid } from '../../../shapes/solids.ts';
import type { Head } from './head.ts';

export function addNostrils(sculpture: Sculpture, head: Head): void {
  const { noseWidth, skinColour, at } = head.face;
  const y = at.noseBase + 0.012;
  const x = noseWidth * 0.5;
  sculpture.add(ellipsoid([noseWidth * 0.26, 0.007, 0.02], 8), {
    paint: skinColour.clone().multiplyScalar(0.2),
    finish: 'matte',
    at: [x, y, head.front(x, y)[2] - 0.004],
    turn: [0.4, 0, 0.15],
    mirror: true,
  });
}
