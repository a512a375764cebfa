import { Clay, type Pattern } from '../../../shapes/clay.ts';
import { cellNoise } from '../../../shapes/noise.ts';
import type { Point } from '../../../shapes/points.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import { addEyes } from './head-parts.ts';
import type { AnimalParameters } from './parameters.ts';

export function buildTurtle({
  proportions: size,
  colour,
  underColour,
  markColour,
}: AnimalParameters): Sculpture {
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
