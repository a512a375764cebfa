import { loft } from '../../../shapes/loft.ts';
import { type FlatPoint, type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import type { Boat, Hull } from './boat.ts';

/** Height of the deck edge. @param along -0.5 at the stern … 0.5 at the bow */
export function sheer({ depth, bowRise, sternRise }: Hull, along: number): number {
  return depth + (along > 0 ? bowRise : sternRise) * (2 * along) ** 2;
}

export function halfBeamAt({ halfBeam, stern }: Hull, along: number): number {
  const fore =
    along > 0 ? Math.sqrt(Math.max(0, 1 - (2 * along) ** 2.4)) : 1 - (1 - stern) * (2 * along) ** 2;
  return Math.max(halfBeam * fore, 0.004);
}

export function addHull(sculpture: Sculpture, { hull: shape, colour, trim, accent, planked }: Boat): void {
  const waterline = shape.depth * 0.36;
  const paint = (_x: number, y: number) => (y < waterline ? accent : colour);
  sculpture.add(loft(steps(-0.5, 0.5, 17).map((along) => hullRing(shape, along, waterline))), {
    paint,
    finish: planked ? 'wood' : 'gloss',
  });
  if (!shape.open) sculpture.add(deck(shape), { paint: trim, finish: 'wood' });
}

/** Cross-section of the hull, from the keel up one side and down the other. */
function hullRing(shape: Hull, along: number, waterline: number): Point[] {
  const [half, top] = [halfBeamAt(shape, along), sheer(shape, along)];
  const keel = along > 0 ? shape.depth * 0.9 * (2 * along) ** 5 : shape.depth * 0.25 * (2 * along) ** 4;
  const at = (share: number) => keel + share * (top - keel);
  const heights = [keel, at(0.06), waterline - 0.001, waterline + 0.001, at(0.66), top].sort(
    (first, second) => first - second,
  );
  const side = heights.map((height): FlatPoint => {
    const share = Math.max(0, (height - keel) / (top - keel));
    return [half * Math.min(1, 1 - (1 - share) ** 3.2), Math.max(keel, height)];
  });
  const inside: FlatPoint[] = shape.open
    ? [
        [half * 0.85, top],
        [half * 0.75, at(0.45)],
        [0, at(0.3)],
      ]
    : [
        [half * 0.9, top],
        [half * 0.5, top],
        [0, top],
      ];
  const right = [[0, keel] as const, ...side.slice(1), ...inside];
  const left = right
    .slice(1, -1)
    .reverse()
    .map(([x, y]): FlatPoint => [-x, y]);
  const rake = shape.rake * Math.max(0, along) ** 2;
  return [...right, ...left].map(([x, y]): Point => [x, y, along + rake * (y / shape.depth - 1)]);
}

function deck(shape: Hull) {
  return loft(
    steps(-0.49, 0.46, 9).map((along): Point[] => {
      const [half, top] = [halfBeamAt(shape, along) * 0.9, sheer(shape, along)];
      return [
        [half, top - 0.02, along],
        [half, top + 0.004, along],
        [-half, top + 0.004, along],
        [-half, top - 0.02, along],
      ];
    }),
  );
}
