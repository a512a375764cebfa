import { Clay } from '../../../shapes/clay.ts';
import type { Point } from '../../../shapes/points.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import { coatPattern } from './coat.ts';
import { shapeHead, shapeTrunk } from './head.ts';
import { addDiscNose, addEyes, addHorns, addOssicones, addTusks } from './head-parts.ts';
import type { AnimalParameters } from './parameters.ts';

export function buildQuadruped(animal: AnimalParameters): Sculpture {
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
