import { Clay } from '../../../shapes/clay.ts';
import { tube } from '../../../shapes/loft.ts';
import { type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { ball, torus } from '../../../shapes/solids.ts';
import { faceDepth, mouthHeight } from './head.ts';
import type { FaceParameters } from './parameters.ts';

/** Depth of the skin seen from the front. */
type Front = (x: number, y: number) => number;

export function addMouth(sculpture: Sculpture, face: FaceParameters, front: Front): void {
  const { mouthWidth: half, lipFullness: lip, lipColour, smile } = face;
  const y = mouthHeight(face);
  const line = (lift: number, width: number, forward: number) =>
    steps(-1, 1, 7).map((share): Point => {
      const height = y + smile * share ** 2 + lift * (1 - share ** 2);
      const x = half * width * share;
      return [x, height, front(x, height) + forward * (1 - share ** 4)];
    });
  const fullness = (most: number) => [0.3, 0.8, 1, 1, 1, 0.8, 0.3].map((share) => share * most);
  sculpture.add(tube(line(lip * 0.75, 1, 0), fullness(lip * 0.8)), { paint: lipColour, finish: 'gloss' });
  sculpture.add(tube(line(-lip * 0.95, 0.9, 0.004), fullness(lip)), { paint: lipColour, finish: 'gloss' });
  sculpture.add(tube(line(-lip * 0.05, 1.04, lip * 0.62), fullness(lip * 0.4), 6), { paint: '#3a1216' });
}

export function addEyes(sculpture: Sculpture, face: FaceParameters): void {
  const { eyeSpacing: x, eyeHeight: y, eyeSize: size, irisColour, skinColour } = face;
  const z = faceDepth - 0.055;
  const iris = (px: number, py: number, pz: number) => {
    const off = Math.hypot(px, py);
    if (pz < 0 || off > size * 0.52) return '#f4f0ea';
    return off < size * 0.25 ? '#0c0a0a' : irisColour;
  };
  sculpture.add(ball(size, 14), { paint: iris, finish: 'gloss', at: [x, y, z], mirror: true });
  const lid = new Clay()
    .ball([0, 0, 0], size * 1.12, { colour: skinColour.clone().multiplyScalar(0.86) })
    .limb(
      [
        [-size * 1.5, -size * 0.14, size],
        [size * 1.5, -size * 0.14, size],
      ],
      [size * 0.46, size * 0.46],
      { colour: '#2a1a14', carve: true },
    );
  sculpture.add(lid.mesh(6), { at: [x, y, z], mirror: true });
}

export function addBrows(sculpture: Sculpture, face: FaceParameters, front: Front): void {
  const { eyeSpacing: middle, eyeHeight, browTilt, browThickness, hairColour } = face;
  const height = eyeHeight + 0.115;
  const path = steps(-1, 1, 5).map((share): Point => {
    const x = middle + 0.09 * share;
    const y = height + 0.025 * (1 - share ** 2) + (browTilt * (share + 1)) / 2;
    return [x, y, front(x, y) + browThickness * 0.3];
  });
  const paint = hairColour.clone().multiplyScalar(0.75);
  const radii = [0.9, 1.1, 1.1, 0.8, 0.3].map((share) => share * browThickness);
  sculpture.add(tube(path, radii, 6), { paint, finish: 'matte', mirror: true });
}

export function addGlasses(
  sculpture: Sculpture,
  { eyeSpacing: x, eyeHeight: y, skullWidth }: FaceParameters,
): void {
  const z = faceDepth + 0.075;
  const paint = '#1c1a1c';
  sculpture.add(torus(0.105, 0.014), {
    paint,
    finish: 'gloss',
    at: [x, y, z],
    turn: [0, 0.15, 0],
    mirror: true,
  });
  sculpture.add(
    tube(
      [
        [-x + 0.1, y + 0.02, z + 0.01],
        [0, y + 0.035, z + 0.02],
        [x - 0.1, y + 0.02, z + 0.01],
      ],
      0.012,
      6,
    ),
    { paint, finish: 'gloss' },
  );
  sculpture.add(
    tube(
      [
        [x + 0.1, y + 0.02, z - 0.02],
        [skullWidth + 0.02, y + 0.03, 0.15],
        [skullWidth + 0.03, y, -0.05],
      ],
      0.012,
      6,
    ),
    { paint, finish: 'gloss', mirror: true },
  );
}
