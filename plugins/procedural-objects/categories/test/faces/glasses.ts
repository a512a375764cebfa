import { superellipse } from '../../../shapes/curves.ts';
import { tube } from '../../../shapes/loft.ts';
import type { Point } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import type { Head } from './head.ts';

export function addGlasses(sculpture: Sculpture, head: Head): void {
  const { eyeSpacing: x, eyeHeight: y, skullWidth } = head.face;
  const z = head.front(0, y + 0.02)[2] + 0.02;
  const placement = { paint: '#1c1a1c', finish: 'gloss' } as const;
  const outline = superellipse(0.108, 0.085, 3, 8);
  const rim = [...outline, outline[0]].map(
    ([px, py]): Point => [x + px, y - 0.012 + py, z - 0.35 * px ** 2 - 0.12 * px],
  );
  sculpture.add(tube(rim, 0.0095, 4), { ...placement, mirror: true });
  const bridge: Point[] = [
    [x - 0.105, y + 0.01, z + 0.008],
    [0, y + 0.03, z + 0.02],
    [0.105 - x, y + 0.01, z + 0.008],
  ];
  sculpture.add(tube(bridge, 0.009, 5), placement);
  const temple: Point[] = [
    [x + 0.105, y + 0.015, z - 0.015],
    [skullWidth + 0.025, y + 0.025, 0.15],
    [skullWidth + 0.035, y + 0.01, -0.08],
  ];
  sculpture.add(tube(temple, 0.009, 5), { ...placement, mirror: true });
}
