import { Clay } from '../../../shapes/clay.ts';
import type { Point } from '../../../shapes/points.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import { cylinder } from '../../../shapes/solids.ts';
import { addEyes } from './head-parts.ts';
import type { AnimalParameters } from './parameters.ts';

export function buildPenguin({
  proportions: size,
  colour,
  underColour,
  markColour,
}: AnimalParameters): Sculpture {
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
