import { tube } from '../../../shapes/loft.ts';
import { type Point, steps } from '../../../shapes/points.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import type { Category } from '../../category.ts';
import { blade } from './blade.ts';
import { addBlossom, createBlossom } from './blossom.ts';
import { kinds } from './kinds.ts';

/** Angle between one blossom of a spike and the next, as in nature. */
const goldenAngle = 2.39996;

/** On a stem with two leaves. */
export const flowers: Category = {
  name: 'flowers',
  sculpt(identity) {
    const kind = identity.kind(kinds);
    const head: Point = [identity.number('lean', -0.08, 0.08), 0.9, 0];
    const green = identity.colour('green', ['#4a7a34', '#5a8a3c', '#3a6a3a']);
    const bend = identity.number('bend', -0.1, 0.1);
    const sculpture = new Sculpture();
    sculpture.add(tube([[0, -0.3, 0], [bend, 0.3, -0.04], [head[0], 0.75, -0.03], head], 0.025), {
      paint: green,
    });
    for (const side of ['left', 'right']) {
      const length = kind.leafLength * identity.number(`${side}Leaf`, 0.85, 1.15);
      sculpture.add(blade(length, length * 0.16, 0.9, -0.7), {
        paint: green,
        at: [0, identity.number(`${side}LeafHeight`, -0.2, 0.15), 0],
        turn: [0, side === 'right' ? 0.2 : Math.PI - 0.2, 0],
      });
    }
    const size = identity.number('size', 0.85, 1.25);
    const petals = identity.colour('petals', kind.petals);
    const blossom = createBlossom(kind, size, petals, identity.colour('centre', kind.centres));
    if (!kind.spike) addBlossom(sculpture, blossom, head, [kind.tilt, 0]);
    else
      for (const [index, share] of steps(0, 1, kind.spike).entries()) {
        const angle = goldenAngle * index;
        const out = 0.07 * (1 - 0.6 * share);
        const at: Point = [
          head[0] * share + out * Math.sin(angle),
          0.28 + 0.66 * share,
          out * Math.cos(angle),
        ];
        addBlossom(sculpture, blossom, at, [kind.tilt * (1 - 0.5 * share), angle]);
      }
    return sculpture;
  },
};
