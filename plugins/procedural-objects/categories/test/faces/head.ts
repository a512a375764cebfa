import { Color } from 'three';
import { Clay } from '../../../shapes/clay.ts';
import type { Point } from '../../../shapes/points.ts';
import type { FaceParameters } from './parameters.ts';

/** Depth of the face's surface near the middle. */
export const faceDepth = 0.34;

export function shapeHead(face: FaceParameters): Clay {
  const { skinColour: colour, skullWidth: width, jawWidth: jaw } = face;
  const chin = -0.42 - face.chinLength;
  const clay = new Clay()
    .ball([0, 0.13, -0.06], [width, 0.37, 0.42], { colour })
    .ball([0, -0.12, 0.04], [width * 0.86, 0.33, 0.31], { colour, blend: 0.12 })
    .ball([jaw * 0.75, -0.27, 0.04], [jaw * 0.62, 0.14, 0.2], { colour, blend: 0.12, mirror: true })
    .ball([0, chin + 0.06, 0.2], [jaw * 0.55, 0.085, 0.1], { colour, blend: 0.1 })
    .ball([width * 0.55, -0.11, 0.22], face.cheekFullness, { colour, blend: 0.1, mirror: true })
    .limb(
      [
        [0, -0.25, -0.1],
        [0, -0.56, -0.13],
      ],
      [0.17, 0.2],
      { colour, blend: 0.08 },
    );
  shapeEyeRegion(clay, face);
  shapeNose(clay, face);
  shapeMouth(clay, face);
  return shapeEars(clay, face);
}

function shapeEyeRegion(
  clay: Clay,
  { skinColour: colour, eyeSpacing: across, eyeHeight: y, eyeSize, browDepth }: FaceParameters,
): void {
  const dark = colour.clone().multiplyScalar(0.72);
  clay
    .ball([across, y, faceDepth + 0.03], [eyeSize * 1.25, eyeSize * 0.95, 0.085], {
      colour: dark,
      blend: 0.06,
      mirror: true,
      carve: true,
    })
    .limb(
      [
        [0.05, y + 0.095, 0.32],
        [across + 0.09, y + 0.09, 0.235],
      ],
      [0.035 + browDepth, 0.03 + browDepth * 0.6],
      { colour, blend: 0.06, mirror: true },
    );
}

function shapeNose(
  clay: Clay,
  { skinColour: colour, eyeHeight, noseLength, noseWidth, noseDepth }: FaceParameters,
): void {
  const tip: Point = [0, eyeHeight - noseLength, faceDepth + noseDepth * 0.75];
  const flush = colour.clone().lerp(new Color('#c0564a'), 0.12);
  clay
    .limb([[0, eyeHeight + 0.04, 0.31], tip], [0.032, 0.042], { colour, blend: 0.06 })
    .ball(tip, [noseWidth * 0.95, 0.05, 0.055], { colour: flush, blend: 0.05 })
    .ball([noseWidth * 0.95, tip[1] - 0.012, tip[2] - 0.045], [0.035, 0.034, 0.045], {
      colour: flush,
      blend: 0.03,
      mirror: true,
    })
    .ball([noseWidth * 0.55, tip[1] - 0.045, tip[2] - 0.025], [0.016, 0.014, 0.02], {
      colour: '#3a1a14',
      blend: 0.01,
      mirror: true,
      carve: true,
    });
}

/** The mound around the teeth, on which the lips lie. */
function shapeMouth(clay: Clay, face: FaceParameters): void {
  const y = mouthHeight(face);
  clay.ball([0, y, faceDepth - 0.1], [face.mouthWidth * 1.2, 0.1, 0.12], {
    colour: face.skinColour,
    blend: 0.08,
  });
}

export function mouthHeight({ eyeHeight, noseLength, chinLength }: FaceParameters): number {
  return eyeHeight - noseLength - 0.1 - chinLength * 0.3;
}

function shapeEars(clay: Clay, { skinColour: colour, skullWidth, earSize, eyeHeight }: FaceParameters): Clay {
  const at: Point = [skullWidth * 0.98, eyeHeight - 0.06, -0.05];
  const turn: Point = [0.15, 0.5, 0];
  return clay
    .ball(at, [0.035, earSize, earSize * 0.62], { colour, blend: 0.03, turn, mirror: true })
    .ball([at[0] + 0.035, at[1], at[2] + 0.02], [0.025, earSize * 0.6, earSize * 0.34], {
      colour: colour.clone().multiplyScalar(0.7),
      blend: 0.02,
      turn,
      mirror: true,
      carve: true,
    });
}
