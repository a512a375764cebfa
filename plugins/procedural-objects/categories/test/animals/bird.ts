import { Clay } from '../../../shapes/clay.ts';
import type { Point } from '../../../shapes/points.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import { cylinder, ellipsoid } from '../../../shapes/solids.ts';
import { addEyes } from './head-parts.ts';
import type { AnimalParameters } from './parameters.ts';

export function buildBird({
  proportions: size,
  colour,
  underColour,
  markColour,
}: AnimalParameters): Sculpture {
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
