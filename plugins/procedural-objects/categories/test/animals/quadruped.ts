import { Color } from 'three';
import type { Point } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { ellipsoid } from '../../../shapes/solids.ts';
import { stem } from '../../../shapes/stem.ts';
import { type Anatomy, type Body, stretch } from './anatomy.ts';
import type { Coat } from './coats.ts';
import type { Individual } from './parameters.ts';

export interface Quadruped {
  readonly anatomy: Anatomy;
  readonly coat: (animal: Individual, body: Body) => Coat;
  /** Half axes of a foot, and its colour where it is not that of the coat. */
  readonly foot: Point;
  readonly hoof?: string;
  /** Ears, eyes, nose and what else the species has. */
  readonly features: (sculpture: Sculpture, animal: Individual, body: Body) => void;
}

export function buildQuadruped(
  sculpture: Sculpture,
  animal: Individual,
  { anatomy, coat, foot, hoof, features }: Quadruped,
): void {
  const body = stretch(anatomy, animal);
  const colour = coat(animal, body);
  sculpture.add(stem(body.spine, { sides: 20, rings: 4, colour: colour.spine }), { finish: 'matte' });
  for (const leg of [body.foreleg, body.hindleg]) {
    sculpture.add(stem(leg, { sides: 10, rings: 2, colour: colour.leg }), { finish: 'matte', mirror: true });
    const [x, y, z] = leg[leg.length - 1];
    sculpture.add(ellipsoid(foot, 10), {
      paint: hoof ? new Color(hoof) : colour.leg([x, y, z], 99),
      finish: 'matte',
      at: [x, foot[1] * 0.9, z + foot[2] * 0.3],
      mirror: true,
    });
  }
  sculpture.add(stem(body.tail, { sides: 8, rings: 2, colour: colour.tail }), { finish: 'matte' });
  features(sculpture, animal, body);
}
