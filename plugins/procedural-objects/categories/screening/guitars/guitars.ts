import { woods } from '../../../shapes/colours.ts';
import { smoothOutline } from '../../../shapes/curves.ts';
import type { FlatPoint } from '../../../shapes/points.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import { plate } from '../../../shapes/solids.ts';
import type { Category } from '../../category.ts';
import { kinds } from './kinds.ts';
import { addFront, addNeck } from './parts.ts';

/** Upright, strings to the front. */
export const guitars: Category = {
  name: 'guitars',
  sculpt(identity) {
    const kind = identity.kind(kinds);
    const [broad, long] = [identity.number('breadth', 0.88, 1.14), identity.number('neckLength', 0.9, 1.12)];
    const mirrored = kind.body
      .slice(1, -1)
      .reverse()
      .map(([x, y]): FlatPoint => [-x, y]);
    const whole = kind.symmetric ? [...kind.body, ...mirrored] : kind.body;
    const outline = smoothOutline(
      whole.map(([x, y]): FlatPoint => [x * broad, y]),
      44,
    );
    const body = identity.colour('body', kind.bodies);
    const front = kind.thickness / 2;
    const sculpture = new Sculpture().add(plate(outline, { thickness: kind.thickness, bevel: 0.012 }), {
      paint: body,
      finish: 'gloss',
    });
    addFront(sculpture, kind, front, body);
    addNeck(sculpture, kind, front, kind.neck * long, identity.colour('neck', woods));
    return sculpture;
  },
};
