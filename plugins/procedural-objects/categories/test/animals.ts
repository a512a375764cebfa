import { Color } from 'three';
import type { RandomStream } from '../../../../core/contracts/random.ts';
import { Clay, type Pattern } from '../../shapes/clay.ts';
import { pickColour, varied } from '../../shapes/colours.ts';
import { tube } from '../../shapes/loft.ts';
import { cellNoise, spaceNoise } from '../../shapes/noise.ts';
import type { Point } from '../../shapes/points.ts';
import { Sculpture } from '../../shapes/sculpture.ts';
import { ball, cylinder, ellipsoid } from '../../shapes/solids.ts';
import type { Category } from '../category.ts';

/** Lengths share one unit: a body of length 1 is that of a horse-like animal. */
interface Proportions {
  readonly bodyLength: number;
  readonly bodyRadius: number;
  readonly legLength: number;
  readonly legRadius: number;
  readonly neckLength: number;
  /** Radians above the horizontal. */
  readonly neckRise: number;
  readonly neckRadius: number;
  readonly headRadius: number;
  readonly snoutLength: number;
  readonly snoutRadius: number;
  readonly earLength: number;
  readonly tailLength: number;
  /** Radians above the horizontal. */
  readonly tailRise: number;
}

type Ears = 'round' | 'pointed' | 'hanging' | 'upright' | 'fan';
type Coat = 'plain' | 'stripes' | 'giraffe-patches' | 'cow-patches';
type Extra = 'trunk' | 'mane' | 'crest' | 'horns' | 'ossicones' | 'tuft' | 'disc-nose';

interface Kind {
  readonly body: 'quadruped' | 'bird' | 'penguin' | 'turtle';
  readonly proportions: Proportions;
  readonly ears: Ears;
  readonly coat: Coat;
  readonly extras: readonly Extra[];
  readonly colours: readonly string[];
  readonly under: readonly string[];
  readonly marks: readonly string[];
}

export interface AnimalParameters {
  readonly body: Kind['body'];
  readonly proportions: Proportions;
  readonly ears: Ears;
  readonly coat: Coat;
  readonly extras: readonly Extra[];
  readonly colour: Color;
  /** Belly and snout. */
  readonly underColour: Color;
  /** Stripes, patches, mane, feet. */
  readonly markColour: Color;
}

function proportions(
  [bodyLength, bodyRadius]: readonly [number, number],
  [legLength, legRadius]: readonly [number, number],
  [neckLength, neckRise, neckRadius]: readonly [number, number, number],
  [headRadius, snoutLength, snoutRadius, earLength]: readonly [number, number, number, number],
  [tailLength, tailRise]: readonly [number, number],
): Proportions {
  return {
    bodyLength,
    bodyRadius,
    legLength,
    legRadius,
    neckLength,
    neckRise,
    neckRadius,
    headRadius,
    snoutLength,
    snoutRadius,
    earLength,
    tailLength,
    tailRise,
  };
}

const kinds: readonly Kind[] = [
  {
    body: 'quadruped',
    ears: 'fan',
    coat: 'plain',
    extras: ['trunk'],
    proportions: proportions(
      [0.85, 0.42],
      [0.62, 0.15],
      [0.2, 0.5, 0.27],
      [0.29, 0.1, 0.14, 0.36],
      [0.5, -1.2],
    ),
    colours: ['#85868c', '#77736f'],
    under: ['#8f9096'],
    marks: ['#e8e2d0'],
  },
  {
    body: 'quadruped',
    ears: 'pointed',
    coat: 'giraffe-patches',
    extras: ['ossicones', 'crest', 'tuft'],
    proportions: proportions(
      [0.62, 0.23],
      [0.98, 0.06],
      [1.15, 1.18, 0.1],
      [0.14, 0.24, 0.075, 0.13],
      [0.5, -1.3],
    ),
    colours: ['#e3c483'],
    under: ['#ecd9a8'],
    marks: ['#8a4b1e', '#75401d'],
  },
  {
    body: 'quadruped',
    ears: 'hanging',
    coat: 'plain',
    extras: [],
    proportions: proportions(
      [0.72, 0.2],
      [0.42, 0.07],
      [0.24, 0.95, 0.125],
      [0.18, 0.2, 0.085, 0.2],
      [0.42, 0.9],
    ),
    colours: ['#a8682f', '#d9b47a', '#5b3a22', '#c9a06a'],
    under: ['#ecdcc0'],
    marks: ['#4a2d18'],
  },
  {
    body: 'bird',
    ears: 'round',
    coat: 'plain',
    extras: [],
    proportions: proportions([0.7, 0.26], [0.25, 0.02], [0.1, 0.9, 0.16], [0.19, 0.16, 0.05, 0], [0.5, 0.05]),
    colours: ['#2f6fb5', '#b83232', '#3c8a4c', '#d9a520'],
    under: ['#f0d9a8', '#f2efe6'],
    marks: ['#1f2a38'],
  },
  {
    body: 'quadruped',
    ears: 'round',
    coat: 'plain',
    extras: ['mane', 'tuft'],
    proportions: proportions(
      [0.85, 0.24],
      [0.45, 0.095],
      [0.22, 0.7, 0.19],
      [0.2, 0.15, 0.11, 0.08],
      [0.75, -0.5],
    ),
    colours: ['#d3a05a'],
    under: ['#ead2a4'],
    marks: ['#6e3a16', '#8a4a1a'],
  },
  {
    body: 'quadruped',
    ears: 'pointed',
    coat: 'stripes',
    extras: ['crest', 'tuft'],
    proportions: proportions(
      [0.85, 0.26],
      [0.62, 0.075],
      [0.5, 0.85, 0.15],
      [0.165, 0.32, 0.095, 0.17],
      [0.5, -1.25],
    ),
    colours: ['#f2f0ea'],
    under: ['#f2f0ea'],
    marks: ['#1b1a1c'],
  },
  {
    body: 'turtle',
    ears: 'round',
    coat: 'plain',
    extras: [],
    proportions: proportions([0.9, 0.34], [0.22, 0.1], [0.3, 0.55, 0.1], [0.15, 0.08, 0.09, 0], [0.2, -0.3]),
    colours: ['#6f8f3c', '#87a04a'],
    under: ['#c9c07a'],
    marks: ['#5b4425', '#4a5a2a'],
  },
  {
    body: 'quadruped',
    ears: 'upright',
    coat: 'plain',
    extras: [],
    proportions: proportions(
      [0.42, 0.26],
      [0.16, 0.08],
      [0.14, 0.9, 0.14],
      [0.2, 0.1, 0.12, 0.46],
      [0.1, 0.5],
    ),
    colours: ['#e9e6e0', '#9a8671', '#7d7a78'],
    under: ['#f7f4ee'],
    marks: ['#e0a5a0'],
  },
  {
    body: 'quadruped',
    ears: 'pointed',
    coat: 'cow-patches',
    extras: ['horns', 'tuft'],
    proportions: proportions(
      [0.95, 0.31],
      [0.45, 0.09],
      [0.32, 0.4, 0.19],
      [0.18, 0.26, 0.125, 0.17],
      [0.55, -1.35],
    ),
    colours: ['#f1ede6'],
    under: ['#e6b3a6'],
    marks: ['#221d1c', '#7a3f20'],
  },
  {
    body: 'quadruped',
    ears: 'pointed',
    coat: 'plain',
    extras: ['disc-nose'],
    proportions: proportions(
      [0.72, 0.32],
      [0.26, 0.085],
      [0.16, 0.3, 0.25],
      [0.23, 0.14, 0.12, 0.15],
      [0.16, 0.6],
    ),
    colours: ['#e8a7a0', '#dc8f8a'],
    under: ['#e8a7a0'],
    marks: ['#c9736c'],
  },
  {
    body: 'quadruped',
    ears: 'round',
    coat: 'plain',
    extras: [],
    proportions: proportions(
      [0.85, 0.33],
      [0.42, 0.14],
      [0.26, 0.5, 0.24],
      [0.235, 0.18, 0.11, 0.1],
      [0.1, 0.3],
    ),
    colours: ['#5a3a22', '#2c2422', '#ece8de'],
    under: ['#b08a5c'],
    marks: ['#2a1c12'],
  },
  {
    body: 'penguin',
    ears: 'round',
    coat: 'plain',
    extras: [],
    proportions: proportions([0.95, 0.3], [0.1, 0.05], [0.1, 1.5, 0.2], [0.2, 0.2, 0.045, 0], [0.15, -0.5]),
    colours: ['#1d2430', '#26282e'],
    under: ['#f4f1ea'],
    marks: ['#e8962e'],
  },
];

/** The kind goes by the index, so that neighbours differ; size and colour of the single animal are drawn. */
export function drawAnimalParameters(index: number, random: RandomStream): AnimalParameters {
  const kind = kinds[index % kinds.length];
  const drawn = Object.entries(kind.proportions).map(([name, value]) => [name, varied(random, value, 0.09)]);
  return {
    body: kind.body,
    proportions: Object.fromEntries(drawn) as unknown as Proportions,
    ears: kind.ears,
    coat: kind.coat,
    extras: kind.extras,
    colour: pickColour(random, kind.colours),
    underColour: pickColour(random, kind.under),
    markColour: pickColour(random, kind.marks),
  };
}

export function buildAnimal(animal: AnimalParameters): Sculpture {
  const builders = { quadruped: buildQuadruped, bird: buildBird, penguin: buildPenguin, turtle: buildTurtle };
  return builders[animal.body](animal);
}

function buildQuadruped(animal: AnimalParameters): Sculpture {
  const { proportions: size, colour, underColour, markColour, extras } = animal;
  const back = size.legLength + size.bodyRadius * 0.6;
  const half = size.bodyLength / 2;
  const shoulder: Point = [0, back, half];
  const head: Point = [
    0,
    back + size.bodyRadius * 0.25 + size.neckLength * Math.sin(size.neckRise),
    half + size.bodyRadius * 0.4 + size.neckLength * Math.cos(size.neckRise),
  ];
  const clay = new Clay()
    .ball([0, back - size.bodyRadius * 0.12, 0], [size.bodyRadius * 0.86, size.bodyRadius, half * 1.1], {
      colour,
      blend: 0.1,
    })
    .ball([0, back, -half], [size.bodyRadius * 0.8, size.bodyRadius * 0.95, size.bodyRadius], {
      colour,
      blend: 0.15,
    })
    .ball(shoulder, [size.bodyRadius * 0.8, size.bodyRadius, size.bodyRadius * 0.9], { colour, blend: 0.15 })
    .limb([[0, back + size.bodyRadius * 0.15, half * 0.9], head], [size.neckRadius * 1.5, size.neckRadius], {
      colour,
      blend: 0.12,
    });
  shapeLegs(clay, animal, back);
  shapeHead(clay, animal, head);
  shapeTail(clay, animal, [0, back + size.bodyRadius * 0.4, -half - size.bodyRadius * 0.75]);
  if (extras.includes('mane')) shapeMane(clay, animal, head, shoulder);
  if (extras.includes('crest')) shapeCrest(clay, animal, head, shoulder);
  if (extras.includes('trunk')) shapeTrunk(clay, animal, head);
  const sculpture = new Sculpture().add(clay.mesh(meshDetail(animal), coatPattern(animal, back)), {
    finish: 'matte',
  });
  addEyes(sculpture, head, size.headRadius);
  if (extras.includes('horns')) addHorns(sculpture, head, size.headRadius, '#d8cdb4');
  if (extras.includes('ossicones')) addOssicones(sculpture, head, size.headRadius, markColour);
  if (extras.includes('trunk')) addTusks(sculpture, head, size.headRadius, markColour);
  if (extras.includes('disc-nose')) addDiscNose(sculpture, animal, head, underColour);
  return sculpture;
}

/** Thin legs need smaller triangles than stout ones. */
function meshDetail({ proportions: { legLength, neckLength, bodyRadius } }: AnimalParameters): number {
  return Math.min(44, 24 + 4.5 * ((legLength + neckLength) / bodyRadius));
}

function shapeLegs(
  clay: Clay,
  { proportions: size, colour, markColour, coat }: AnimalParameters,
  back: number,
): void {
  const across = size.bodyRadius * 0.55;
  const hoof = coat === 'plain' ? colour : markColour;
  for (const [along, bend] of [
    [0.46, 0.02],
    [-0.5, -0.09],
  ] as const) {
    const z = along * size.bodyLength;
    const knee: Point = [across, size.legLength * 0.5, z + bend * size.legLength];
    clay.limb(
      [[across, back - size.bodyRadius * 0.3, z], knee, [across, size.legRadius * 0.8, z]],
      [size.legRadius * 1.9, size.legRadius * 1.1, size.legRadius],
      { colour, blend: 0.05, mirror: true },
    );
    clay.ball(
      [across, size.legRadius * 0.55, z + size.legRadius * 0.45],
      [size.legRadius * 1.15, size.legRadius * 0.7, size.legRadius * 1.5],
      { colour: hoof, blend: 0.03, mirror: true },
    );
  }
}

function shapeHead(clay: Clay, animal: AnimalParameters, [, y, z]: Point): void {
  const { proportions: size, colour, underColour, coat } = animal;
  const radius = size.headRadius;
  const dark = coat === 'stripes' || coat === 'giraffe-patches' ? animal.markColour : new Color('#2a2020');
  const tip: Point = [0, y - radius * 0.35 - size.snoutLength * 0.35, z + radius * 0.6 + size.snoutLength];
  clay
    .ball([0, y, z], [radius * 0.9, radius, radius], { colour, blend: 0.08 })
    .limb([[0, y - radius * 0.15, z + radius * 0.5], tip], [radius * 0.62, size.snoutRadius], {
      colour: animal.extras.includes('trunk') ? colour : underColour,
      blend: 0.08,
    });
  if (!animal.extras.includes('trunk'))
    clay.ball(
      [0, tip[1] + size.snoutRadius * 0.5, tip[2] + size.snoutRadius * 0.7],
      [size.snoutRadius * 0.55, size.snoutRadius * 0.4, size.snoutRadius * 0.4],
      { colour: dark, blend: 0.02 },
    );
  shapeEars(clay, animal, [0, y, z]);
}

function shapeEars(
  clay: Clay,
  { ears, colour, markColour, proportions: size }: AnimalParameters,
  [, y, z]: Point,
): void {
  const radius = size.headRadius;
  const length = size.earLength;
  if (ears === 'fan') {
    const at: Point = [radius * 0.8 + length * 0.62, y + length * 0.05, z - radius * 0.3];
    clay.ball(at, [length * 0.8, length, 0.05], { colour, blend: 0.04, turn: [0, 0.55, -0.2], mirror: true });
  } else if (ears === 'round') {
    clay.ball([radius * 0.72, y + radius * 0.75, z], [length, length, length * 0.5], {
      colour,
      blend: 0.02,
      mirror: true,
    });
  } else if (ears === 'hanging') {
    clay.ball([radius * 0.92, y + radius * 0.15, z - radius * 0.05], [0.04, length * 0.72, length * 0.42], {
      colour: markColour,
      blend: 0.03,
      turn: [0, 0, 0.25],
      mirror: true,
    });
  } else if (ears === 'upright') {
    const at: Point = [radius * 0.45, y + radius * 0.7 + length * 0.45, z - radius * 0.25];
    const turn: Point = [-0.2, 0, -0.16];
    clay
      .ball(at, [length * 0.19, length * 0.6, 0.06], { colour, blend: 0.03, turn, mirror: true })
      .ball([at[0], at[1], at[2] + 0.045], [length * 0.11, length * 0.45, 0.025], {
        colour: markColour,
        blend: 0.01,
        turn,
        mirror: true,
      });
  } else {
    clay.ball([radius * 0.85, y + radius * 0.8, z - radius * 0.15], [length * 0.34, length * 0.8, 0.045], {
      colour,
      blend: 0.03,
      turn: [0, 0, -0.75],
      mirror: true,
    });
  }
}

function shapeTail(
  clay: Clay,
  { proportions: size, colour, markColour, extras }: AnimalParameters,
  [, y, z]: Point,
): void {
  const [rise, length] = [size.tailRise, size.tailLength];
  const middle: Point = [
    0,
    y + Math.sin(rise) * length * 0.5,
    z - Math.cos(rise) * length * 0.5 - length * 0.08,
  ];
  const tip: Point = [0, y + Math.sin(rise) * length, z - Math.cos(rise) * length];
  const radius = length < 0.2 ? 0.08 : 0.035;
  clay.limb([[0, y, z + 0.12], middle, tip], [radius * 1.4, radius, radius * 0.8], { colour, blend: 0.04 });
  if (extras.includes('tuft')) clay.ball(tip, [0.06, 0.11, 0.06], { colour: markColour, blend: 0.02 });
}

function shapeMane(
  clay: Clay,
  { proportions: size, markColour }: AnimalParameters,
  [, y, z]: Point,
  shoulder: Point,
): void {
  const radius = size.headRadius;
  const options = { colour: markColour, blend: 0.06 };
  clay.ball([0, y - radius * 0.2, z - radius * 0.4], [radius * 1.9, radius * 2, radius * 0.62], options);
  clay.ball(
    [0, shoulder[1] + radius * 0.2, shoulder[2] + radius * 0.3],
    [radius * 1.35, radius * 1.7, radius * 1.2],
    options,
  );
}

function shapeCrest(
  clay: Clay,
  { proportions: size, markColour }: AnimalParameters,
  [, y, z]: Point,
  shoulder: Point,
): void {
  const start: Point = [0, y + size.headRadius * 0.75, z - size.headRadius * 0.5];
  const end: Point = [0, shoulder[1] + size.bodyRadius * 0.85, shoulder[2] - size.bodyRadius * 0.1];
  clay.limb([start, end], [0.045, 0.05], { colour: markColour, blend: 0.02 });
}

function shapeTrunk(clay: Clay, { proportions: size, colour }: AnimalParameters, [, y, z]: Point): void {
  const front = z + size.headRadius;
  const path: Point[] = [
    [0, y - 0.1, front - 0.05],
    [0, y - 0.32, front + 0.14],
    [0, y - 0.58, front + 0.16],
    [0, y - 0.8, front + 0.12],
    [0, y - 0.9, front + 0.26],
  ];
  clay.limb(path, [0.15, 0.11, 0.085, 0.07, 0.055], { colour, blend: 0.05 });
}

function coatPattern({ coat, markColour, underColour }: AnimalParameters, back: number): Pattern {
  const mottle = (x: number, y: number, z: number, colour: Color) =>
    colour.multiplyScalar(1 + 0.07 * spaceNoise(9 * x, 9 * y, 9 * z));
  if (coat === 'stripes')
    return (x, y, z, colour) => {
      const along = y > back * 1.12 ? z * 0.6 - y : y < back * 0.62 ? y * 1.4 : z + 0.25 * y;
      const wave = Math.sin(36 * along + 1.6 * spaceNoise(4 * x, 4 * y, 4 * z));
      return wave > 0.12 ? colour.copy(markColour) : colour;
    };
  if (coat === 'giraffe-patches')
    return (x, y, z, colour) => {
      const { distance, second } = cellNoise(6.5 * x + 0.3, 6.5 * y, 6.5 * z);
      return second - distance > 0.16 && y > back * 0.45 ? colour.copy(markColour) : colour;
    };
  if (coat === 'cow-patches')
    return (x, y, z, colour) =>
      y > back * 0.5 &&
      colour.getHex() !== underColour.getHex() &&
      spaceNoise(2.6 * x + 4, 2.6 * y, 2.6 * z) > 0.12
        ? colour.copy(markColour)
        : colour;
  return mottle;
}

function addEyes(sculpture: Sculpture, [, y, z]: Point, radius: number): void {
  const at: Point = [radius * 0.62, y + radius * 0.3, z + radius * 0.62];
  sculpture.add(ball(radius * 0.17, 14), { paint: '#15110f', finish: 'gloss', at, mirror: true });
  sculpture.add(ball(radius * 0.055, 8), {
    paint: '#ffffff',
    finish: 'gloss',
    at: [at[0] * 1.04, at[1] + radius * 0.07, at[2] + radius * 0.14],
    mirror: true,
  });
}

function addHorns(sculpture: Sculpture, [, y, z]: Point, radius: number, paint: string): void {
  const path: Point[] = [
    [radius * 0.4, y + radius * 0.75, z - radius * 0.1],
    [radius * 1.05, y + radius * 1.15, z],
    [radius * 1.1, y + radius * 1.75, z + radius * 0.2],
  ];
  sculpture.add(tube(path, [radius * 0.2, radius * 0.15, radius * 0.03]), { paint, mirror: true });
}

function addOssicones(sculpture: Sculpture, [, y, z]: Point, radius: number, paint: Color): void {
  const at: Point = [radius * 0.4, y + radius * 1.25, z - radius * 0.15];
  sculpture.add(cylinder(radius * 0.17, radius * 0.13, radius * 0.9, 12), { paint, at, mirror: true });
  sculpture.add(ball(radius * 0.22, 12), { paint, at: [at[0], at[1] + radius * 0.45, at[2]], mirror: true });
}

function addTusks(sculpture: Sculpture, [, y, z]: Point, radius: number, paint: Color): void {
  const path: Point[] = [
    [radius * 0.6, y - radius * 0.7, z + radius * 0.75],
    [radius * 0.68, y - radius * 1.15, z + radius * 1.3],
    [radius * 0.6, y - radius * 1.1, z + radius * 1.95],
  ];
  sculpture.add(tube(path, [0.05, 0.042, 0.008]), { paint, finish: 'gloss', mirror: true });
}

function addDiscNose(
  sculpture: Sculpture,
  { proportions: size }: AnimalParameters,
  [, y, z]: Point,
  paint: Color,
): void {
  const radius = size.snoutRadius;
  const at: Point = [
    0,
    y - size.headRadius * 0.35 - size.snoutLength * 0.35,
    z + size.headRadius * 0.6 + size.snoutLength + radius * 0.75,
  ];
  sculpture.add(cylinder(radius * 1.05, radius * 0.95, radius * 0.5), { paint, at, turn: [1.4, 0, 0] });
  sculpture.add(ball(radius * 0.22, 10), {
    paint: '#7a3f3c',
    at: [radius * 0.4, at[1], at[2] + radius * 0.2],
    mirror: true,
  });
}

function buildBird({ proportions: size, colour, underColour, markColour }: AnimalParameters): Sculpture {
  const back = size.legLength + size.bodyRadius;
  const half = size.bodyLength / 2;
  const head: Point = [0, back + size.bodyRadius * 0.95, half * 0.75];
  const radius = size.bodyRadius;
  const clay = new Clay()
    .ball([0, back, 0], [radius * 0.9, radius, half], { colour, turn: [-0.35, 0, 0] })
    .ball([0, back - radius * 0.12, half * 0.35], [radius * 0.78, radius * 0.85, half * 0.62], {
      colour: underColour,
      blend: 0.05,
      turn: [-0.3, 0, 0],
    })
    .ball(head, size.headRadius, { colour, blend: 0.12 })
    .limb(
      [
        [0, back - radius * 0.2, -half * 0.7],
        [0, back - radius * 0.5, -half - size.tailLength],
      ],
      [0.13, 0.07],
      { colour: markColour, blend: 0.06 },
    )
    .ball([radius * 0.85, back + radius * 0.02, -half * 0.28], [0.06, radius * 0.55, half * 0.85], {
      colour: markColour,
      blend: 0.03,
      turn: [-0.3, -0.12, 0.12],
      mirror: true,
    });
  const sculpture = new Sculpture().add(clay.mesh(30), { finish: 'matte' });
  const beak: Point = [
    0,
    head[1] - size.headRadius * 0.1,
    head[2] + size.headRadius * 0.85 + size.snoutLength * 0.5,
  ];
  sculpture.add(cylinder(size.snoutRadius * 1.6, 0.006, size.snoutLength * 1.5, 16), {
    paint: '#e0912a',
    at: beak,
    turn: [Math.PI / 2, 0, 0],
  });
  addEyes(sculpture, head, size.headRadius);
  addBirdLegs(sculpture, size.legLength, radius * 0.42, '#c27a2a');
  return sculpture;
}

function addBirdLegs(sculpture: Sculpture, length: number, across: number, paint: string): void {
  sculpture.add(cylinder(0.022, 0.026, length * 1.4, 10), {
    paint,
    at: [across, length * 0.7, 0],
    mirror: true,
  });
  for (const angle of [-0.5, 0, 0.5, Math.PI])
    sculpture.add(ellipsoid([0.022, 0.018, 0.1], 10), {
      paint,
      at: [across + 0.08 * Math.sin(angle), 0.015, 0.08 * Math.cos(angle)],
      turn: [0, angle, 0],
      mirror: true,
    });
}

function buildPenguin({ proportions: size, colour, underColour, markColour }: AnimalParameters): Sculpture {
  const radius = size.bodyRadius;
  const middle = size.bodyLength / 2 + size.legLength;
  const head: Point = [0, middle + size.bodyLength * 0.55, 0.03];
  const clay = new Clay()
    .ball([0, middle, 0], [radius, size.bodyLength * 0.52, radius * 0.9], { colour })
    .ball([0, middle - 0.04, radius * 0.38], [radius * 0.75, size.bodyLength * 0.45, radius * 0.62], {
      colour: underColour,
      blend: 0.03,
    })
    .ball(head, size.headRadius, { colour, blend: 0.1 })
    .ball([size.headRadius * 0.55, head[1] - 0.02, head[2] + size.headRadius * 0.45], size.headRadius * 0.5, {
      colour: underColour,
      blend: 0.02,
      mirror: true,
    })
    .ball([radius * 1.08, middle + 0.05, 0], [0.05, size.bodyLength * 0.34, 0.13], {
      colour,
      blend: 0.03,
      turn: [0, 0, 0.25],
      mirror: true,
    })
    .limb(
      [
        [0, 0.16, -radius * 0.7],
        [0, 0.04, -radius * 1.25],
      ],
      [0.1, 0.05],
      { colour, blend: 0.05 },
    )
    .ball([radius * 0.48, 0.04, radius * 0.5], [0.13, 0.05, 0.2], {
      colour: markColour,
      blend: 0.02,
      mirror: true,
    });
  const sculpture = new Sculpture().add(clay.mesh(30), { finish: 'satin' });
  const beak: Point = [0, head[1] - 0.02, head[2] + size.headRadius + size.snoutLength * 0.35];
  sculpture.add(cylinder(size.snoutRadius * 1.3, 0.006, size.snoutLength * 1.1, 16), {
    paint: markColour,
    at: beak,
    turn: [Math.PI / 2, 0, 0],
  });
  addEyes(sculpture, head, size.headRadius);
  return sculpture;
}

function buildTurtle({ proportions: size, colour, underColour, markColour }: AnimalParameters): Sculpture {
  const half = size.bodyLength / 2;
  const floor = size.legLength * 0.75;
  const head: Point = [0, floor + size.neckLength * 0.75, half + size.neckLength];
  const clay = new Clay()
    .ball([0, floor, 0], [half * 0.82, 0.13, half * 0.98], { colour: underColour })
    .limb([[0, floor + 0.02, half * 0.7], head], [size.neckRadius * 1.2, size.neckRadius], {
      colour,
      blend: 0.05,
    })
    .ball(head, [size.headRadius * 0.85, size.headRadius * 0.85, size.headRadius * 1.15], {
      colour,
      blend: 0.05,
    })
    .limb(
      [
        [half * 0.55, floor, half * 0.55],
        [half * 0.98, 0.06, half * 0.82],
      ],
      [size.legRadius, size.legRadius * 0.95],
      { colour, blend: 0.03, mirror: true },
    )
    .limb(
      [
        [half * 0.5, floor, -half * 0.6],
        [half * 0.82, 0.06, -half * 0.92],
      ],
      [size.legRadius, size.legRadius * 0.95],
      { colour, blend: 0.03, mirror: true },
    )
    .limb(
      [
        [0, floor, -half * 0.8],
        [0, floor * 0.6, -half - size.tailLength],
      ],
      [0.07, 0.02],
      { colour, blend: 0.04 },
    );
  const shell = new Clay()
    .ball([0, floor, 0], [half * 0.9, size.bodyRadius * 1.35, half * 1.05], { colour: markColour })
    .ball([0, floor - 0.5, 0], [1.2, 0.5, 1.2], { colour: markColour, carve: true });
  const seam = markColour.clone().multiplyScalar(0.35);
  const plates: Pattern = (x, y, z, own) => {
    const { distance, second, value } = cellNoise(4.4 * x + 0.5, 2.2 * y, 4.4 * z);
    return second - distance < 0.12 ? own.copy(seam) : own.multiplyScalar(0.8 + 0.5 * value);
  };
  const sculpture = new Sculpture()
    .add(clay.mesh(26), { finish: 'matte' })
    .add(shell.mesh(22, plates), { finish: 'satin' });
  addEyes(sculpture, head, size.headRadius);
  return sculpture;
}

export const animals: Category = {
  name: 'animals',
  sculpt: (index, random) => buildAnimal(drawAnimalParameters(index, random)),
};
