import { paints } from '../../../shapes/colours.ts';
import { smoothCurve } from '../../../shapes/curves.ts';
import { tube } from '../../../shapes/loft.ts';
import type { FlatPoint, Point } from '../../../shapes/points.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import { cylinder, lathe } from '../../../shapes/solids.ts';
import type { Category } from '../../category.ts';
import { addLid, addSaucer } from './extras.ts';
import { kinds } from './kinds.ts';

/** Cups and mugs, the handle to the right. */
export const mugs: Category = {
  name: 'mugs',
  sculpt(identity) {
    const kind = identity.kind(kinds);
    const [broad, tall] = [identity.number('breadth', 0.9, 1.15), identity.number('height', 0.88, 1.15)];
    const outline = smoothCurve(
      kind.outline.map(([x, y]): FlatPoint => [x * broad, y * tall]),
      14,
    );
    const colour = identity.colour(
      'colour',
      kind.rim ? ['#f0eee6', '#8ab0a8', '#2a4a7a'] : [...paints, '#e8d8c8', '#d8a8a0'],
    );
    const band = identity.colour('band', ['#f0ead8', '#22304a', '#c8503a', '#d9a520']);
    const [lip, height] = outline[outline.length - 1];
    const [low, high] = kind.rim
      ? [height * 0.96, height * 2]
      : [height * identity.number('bandLow', 0.2, 0.4), height * identity.number('bandHigh', 0.55, 0.75)];
    const paint = (_x: number, y: number) => (y > low && y < high ? band : colour);
    const inside = outline
      .slice(1)
      .map(([x, y]): FlatPoint => [x - 0.035, Math.max(0.05, y)])
      .reverse();
    const sculpture = new Sculpture().add(
      lathe([[0, 0], ...outline, [lip - 0.015, height + 0.012], ...inside, [0, 0.05]], 28),
      { paint, finish: 'gloss' },
    );
    const wall = (y: number) =>
      outline.reduce((best, point) => (Math.abs(point[1] - y) < Math.abs(best[1] - y) ? point : best))[0];
    const path = kind.handle.map(
      ([out, share]): Point => [wall(share * height) + out * broad, share * height, 0],
    );
    sculpture.add(tube(path, kind.thickness, 8), { paint: colour, finish: 'gloss' });
    const surface = wall(height * 0.86) - 0.04;
    sculpture.add(cylinder(surface, surface, 0.01, 24), {
      paint: kind.drink,
      finish: 'gloss',
      at: [0, height * 0.86, 0],
    });
    if (kind.saucer) addSaucer(sculpture, 1.45 * lip, colour, band);
    if (kind.lid) addLid(sculpture, lip, height);
    return sculpture;
  },
};
