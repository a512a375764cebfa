import { smoothCurve } from '../../../shapes/curves.ts';
import type { FlatPoint } from '../../../shapes/points.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import { lathe } from '../../../shapes/solids.ts';
import type { Category } from '../../category.ts';
import { addCap } from './caps.ts';
import { kinds } from './kinds.ts';

export const bottles: Category = {
  name: 'bottles',
  sculpt(identity) {
    const kind = identity.kind(kinds);
    const [broad, tall] = [identity.number('breadth', 0.8, 1.25), identity.number('height', 0.9, 1.12)];
    const scaled = kind.outline.map(([x, y]): FlatPoint => [x * broad, y * tall]);
    const outline = kind.smooth ? smoothCurve(scaled, 24) : scaled;
    const turn = [0, kind.sides === 4 ? Math.PI / 4 : 0, 0] as const;
    const sculpture = new Sculpture().add(lathe(outline, kind.sides), {
      paint: identity.colour('glass', kind.glass),
      finish: 'gloss',
      turn,
    });
    if (kind.label) {
      const [low, high] = [kind.label[0] * tall, kind.label[1] * tall];
      const band = outline.filter(([, y]) => y > low && y < high);
      const ends = [low, high].map((y): FlatPoint => [radiusAt(outline, y), y]);
      const strip = [ends[0], ...band, ends[1]].map(([x, y]): FlatPoint => [x + 0.005, y]);
      const paint = identity.colour('label', ['#f0ead8', '#d8c080', '#b03028', '#2a4a7a']);
      sculpture.add(lathe(strip, kind.sides), { paint, finish: 'matte', turn });
    }
    const caps = kind.cap === 'cork' ? ['#b08a5a'] : ['#c9a83a', '#b03028', '#26272b', '#e8e6e0'];
    addCap(sculpture, kind.cap, ...outline[outline.length - 1], identity.colour('cap', caps));
    return sculpture;
  },
};

function radiusAt(outline: readonly FlatPoint[], y: number): number {
  const above = outline.findIndex((point) => point[1] >= y);
  const [[x0, y0], [x1, y1]] = [outline[above - 1], outline[above]];
  return y1 > y0 ? x0 + ((x1 - x0) * (y - y0)) / (y1 - y0) : x1;
}
