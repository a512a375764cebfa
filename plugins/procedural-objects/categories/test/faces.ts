import { Color } from 'three';
import type { RandomStream } from '../../../../core/contracts/random.ts';
import { Clay } from '../../shapes/clay.ts';
import { pickColour, variedColour } from '../../shapes/colours.ts';
import { tube } from '../../shapes/loft.ts';
import { spaceNoise } from '../../shapes/noise.ts';
import { type Point, steps } from '../../shapes/points.ts';
import { Sculpture } from '../../shapes/sculpture.ts';
import { ball, torus } from '../../shapes/solids.ts';
import type { Category } from '../category.ts';

type Hair = 'short' | 'bald' | 'long' | 'afro' | 'bun' | 'parted' | 'fringe' | 'receding';
type Beard = 'none' | 'full' | 'moustache' | 'goatee';

/** A head about 1 unit high: chin at -0.5, crown at 0.5, face towards +z. */
export interface FaceParameters {
  /** Half widths of the head. */
  readonly skullWidth: number;
  readonly jawWidth: number;
  readonly chinLength: number;
  readonly cheekFullness: number;
  readonly browDepth: number;
  readonly eyeSpacing: number;
  readonly eyeSize: number;
  readonly eyeHeight: number;
  /** Lift of the outer corner of the eyebrow. */
  readonly browTilt: number;
  readonly browThickness: number;
  readonly noseLength: number;
  readonly noseWidth: number;
  readonly noseDepth: number;
  readonly mouthWidth: number;
  readonly lipFullness: number;
  /** Lift of the corners of the mouth. */
  readonly smile: number;
  readonly earSize: number;
  readonly hair: Hair;
  readonly beard: Beard;
  readonly glasses: boolean;
  readonly skinColour: Color;
  readonly hairColour: Color;
  readonly irisColour: Color;
  readonly lipColour: Color;
}

const looks: readonly { hair: Hair; beard: Beard; glasses: boolean; skin: string; hairColour: string }[] = [
  { hair: 'short', beard: 'none', glasses: false, skin: '#e0ac89', hairColour: '#4a2e1a' },
  { hair: 'long', beard: 'none', glasses: false, skin: '#f0c8a8', hairColour: '#c99a4a' },
  { hair: 'bald', beard: 'full', glasses: false, skin: '#d8a07a', hairColour: '#5a3a20' },
  { hair: 'afro', beard: 'none', glasses: false, skin: '#7a4a2c', hairColour: '#1a1412' },
  { hair: 'bun', beard: 'none', glasses: true, skin: '#e8bd98', hairColour: '#8f8b88' },
  { hair: 'parted', beard: 'moustache', glasses: false, skin: '#c98f64', hairColour: '#17120f' },
  { hair: 'fringe', beard: 'none', glasses: false, skin: '#ecc49c', hairColour: '#1c1614' },
  { hair: 'receding', beard: 'goatee', glasses: true, skin: '#5c3822', hairColour: '#2a2422' },
];

const irises = ['#4a2e18', '#3a6a96', '#4f7a4a', '#6b4a22'] as const;

/** Hair, beard and skin go by the index, so that neighbours differ; the features of the face are drawn. */
export function drawFaceParameters(index: number, random: RandomStream): FaceParameters {
  const look = looks[index % looks.length];
  const skinColour = variedColour(random, look.skin);
  return {
    skullWidth: random.uniform(0.335, 0.385),
    jawWidth: random.uniform(0.17, 0.27),
    chinLength: random.uniform(-0.03, 0.05),
    cheekFullness: random.uniform(0.06, 0.13),
    browDepth: random.uniform(0, 0.04),
    eyeSpacing: random.uniform(0.13, 0.165),
    eyeSize: random.uniform(0.066, 0.082),
    eyeHeight: random.uniform(0.01, 0.05),
    browTilt: random.uniform(-0.03, 0.035),
    browThickness: random.uniform(0.014, 0.026),
    noseLength: random.uniform(0.17, 0.25),
    noseWidth: random.uniform(0.035, 0.07),
    noseDepth: random.uniform(0.07, 0.14),
    mouthWidth: random.uniform(0.105, 0.155),
    lipFullness: random.uniform(0.024, 0.042),
    smile: random.uniform(-0.015, 0.045),
    earSize: random.uniform(0.1, 0.14),
    hair: look.hair,
    beard: look.beard,
    glasses: look.glasses,
    skinColour,
    hairColour: variedColour(random, look.hairColour),
    irisColour: pickColour(random, irises),
    lipColour: skinColour.clone().lerp(new Color('#a03038'), random.uniform(0.5, 0.75)),
  };
}

export function buildFace(face: FaceParameters): Sculpture {
  const skin = shapeHead(face);
  const sculpture = new Sculpture().add(
    skin.mesh(21, (x, y, z, colour) => colour.multiplyScalar(1 + 0.03 * spaceNoise(12 * x, 12 * y, 12 * z))),
    { finish: 'satin' },
  );
  const front = (x: number, y: number) => skin.front(x, y);
  addEyes(sculpture, face);
  addBrows(sculpture, face, front);
  addMouth(sculpture, face, front);
  if (face.hair !== 'bald') sculpture.add(shapeHair(face).mesh(12, strands), { finish: 'matte' });
  if (face.beard !== 'none') sculpture.add(shapeBeard(face).mesh(10, strands), { finish: 'matte' });
  if (face.glasses) addGlasses(sculpture, face);
  return sculpture;
}

function strands(x: number, y: number, z: number, colour: Color): Color {
  return colour.multiplyScalar(1 + 0.3 * spaceNoise(30 * x, 5 * y, 30 * z));
}

/** Depth of the skin seen from the front. */
type Front = (x: number, y: number) => number;

/** Depth of the face's surface near the middle. */
const faceDepth = 0.34;

function shapeHead(face: FaceParameters): Clay {
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

function addMouth(sculpture: Sculpture, face: FaceParameters, front: Front): void {
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

function mouthHeight({ eyeHeight, noseLength, chinLength }: FaceParameters): number {
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

function addEyes(sculpture: Sculpture, face: FaceParameters): void {
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

function addBrows(sculpture: Sculpture, face: FaceParameters, front: Front): void {
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

function shapeHair({ hair, hairColour: colour, skullWidth: width }: FaceParameters): Clay {
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

function shapeBeard(face: FaceParameters): Clay {
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

function addGlasses(sculpture: Sculpture, { eyeSpacing: x, eyeHeight: y, skullWidth }: FaceParameters): void {
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

export const faces: Category = {
  name: 'faces',
  sculpt: (index, random) => buildFace(drawFaceParameters(index, random)),
};
