import type { Color } from 'three';
import { Clay } from '../../../shapes/clay.ts';
import { spaceNoise } from '../../../shapes/noise.ts';
import type { Point } from '../../../shapes/points.ts';
import { faceDepth, mouthHeight } from './head.ts';
import type { FaceParameters } from './parameters.ts';

export function strands(x: number, y: number, z: number, colour: Color): Color {
  return colour.multiplyScalar(1 + 0.3 * spaceNoise(30 * x, 5 * y, 30 * z));
}

export function shapeHair({ hair, hairColour: colour, skullWidth: width }: FaceParameters): Clay {
  const clay = new Clay();
  const bare: Point = [0, -0.12, 0.42];
  if (hair === 'afro')
    return clay
      .ball([0, 0.25, -0.12], [width + 0.2, 0.46, 0.5], { colour })
      .ball(bare, [0.36, 0.4, 0.42], { colour, carve: true, blend: 0.05 });
  clay.ball([0, 0.155, -0.085], [width + 0.055, 0.41, 0.45], { colour });
  if (hair === 'long')
    clay
      .limb(
        [
          [width * 0.85, 0.1, -0.12],
          [width + 0.06, -0.3, -0.1],
          [width + 0.05, -0.62, -0.06],
        ],
        [0.17, 0.13, 0.08],
        { colour, blend: 0.08, mirror: true },
      )
      .ball([0, -0.2, -0.3], [width, 0.42, 0.2], { colour, blend: 0.1 });
  if (hair === 'bun') clay.ball([0, 0.56, -0.2], 0.15, { colour, blend: 0.04 });
  if (hair === 'parted')
    clay.ball([0.12, 0.42, 0.12], [0.3, 0.14, 0.24], { colour, blend: 0.06, turn: [0, 0, -0.3] });
  if (hair === 'fringe')
    clay
      .ball([0, 0.33, 0.2], [width * 0.92, 0.2, 0.2], { colour, blend: 0.05 })
      .limb(
        [
          [width * 0.95, 0.1, -0.02],
          [width * 0.98, -0.3, 0.02],
        ],
        [0.13, 0.09],
        { colour, blend: 0.06, mirror: true },
      )
      .ball([0, -0.12, -0.28], [width, 0.3, 0.2], { colour, blend: 0.1 });
  const hairline = hair === 'receding' ? 0.42 : hair === 'fringe' ? 0.19 : 0.27;
  clay.ball(
    [0, hairline - 0.36, 0.34],
    [width * (hair === 'long' || hair === 'fringe' ? 0.82 : 0.95), 0.36, 0.36],
    { colour, carve: true, blend: 0.04 },
  );
  if (hair !== 'long' && hair !== 'fringe')
    clay.ball([0, -0.42, 0], [0.8, 0.42, 0.62], { colour, carve: true, blend: 0.05 });
  return clay;
}

export function shapeBeard(face: FaceParameters): Clay {
  const { beard, hairColour: colour, jawWidth: jaw, mouthWidth: half } = face;
  const y = mouthHeight(face);
  const clay = new Clay().limb(
    [
      [0, y + 0.055, faceDepth + 0.025],
      [half, y + 0.02, faceDepth - 0.04],
    ],
    [0.032, 0.02],
    { colour, mirror: true },
  );
  if (beard === 'moustache') return clay;
  const chin = -0.42 - face.chinLength;
  clay.ball([0, chin + 0.03, 0.24], [beard === 'full' ? jaw * 0.95 : half * 0.75, 0.11, 0.12], {
    colour,
    blend: 0.04,
  });
  clay.limb(
    [
      [half, y + 0.02, faceDepth - 0.05],
      [half * 0.75, chin + 0.05, 0.27],
    ],
    [0.03, 0.05],
    { colour, blend: 0.05, mirror: true },
  );
  if (beard === 'full')
    clay.limb(
      [
        [half * 0.9, chin + 0.05, 0.22],
        [jaw * 1.22, -0.27, 0.06],
        [face.skullWidth * 0.97, -0.02, 0],
      ],
      [0.1, 0.1, 0.04],
      { colour, blend: 0.08, mirror: true },
    );
  return clay.ball([0, y - 0.012, faceDepth + 0.03], [half * 0.72, 0.034, 0.12], {
    colour,
    carve: true,
    blend: 0.01,
  });
}
