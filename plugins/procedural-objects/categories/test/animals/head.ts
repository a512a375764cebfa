import { Color } from 'three';
import type { Clay } from '../../../shapes/clay.ts';
import type { Point } from '../../../shapes/points.ts';
import type { AnimalParameters } from './parameters.ts';

export function shapeHead(clay: Clay, animal: AnimalParameters, [, y, z]: Point): void {
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

export function shapeTrunk(
  clay: Clay,
  { proportions: size, colour }: AnimalParameters,
  [, y, z]: Point,
): void {
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
