import type { RandomStream } from '../../../../../core/contracts/random.ts';
import { pickColour } from '../../../shapes/colours.ts';
import { smoothCurve } from '../../../shapes/curves.ts';
import { around, type FlatPoint } from '../../../shapes/points.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import { box, cylinder, lathe } from '../../../shapes/solids.ts';
import type { DrawnCategory } from '../../drawn-category.ts';
import { type Kind, kinds } from './kinds.ts';

/** Wine, beer, water, soap, carafe and square bottles. */
export const bottles: DrawnCategory = {
  name: 'bottles',
  sculpt(index: number, random: RandomStream): Sculpture {
    const kind = kinds[index % kinds.length];
    const [broad, tall] = [random.uniform(0.8, 1.25), random.uniform(0.9, 1.12)];
    const scaled = kind.outline.map(([x, y]): FlatPoint => [x * broad, y * tall]);
    const outline = kind.smooth ? smoothCurve(scaled, 24) : scaled;
    const glass = pickColour(random, kind.glass);
    const label = pickColour(random, ['#f0ead8', '#d8c080', '#b03028', '#2a4a7a']);
    const turn = [0, kind.sides === 4 ? Math.PI / 4 : 0, 0] as const;
    const sculpture = new Sculpture().add(lathe(outline, kind.sides), {
      paint: glass,
      finish: 'gloss',
      turn,
    });
    if (kind.label) {
      const [low, high] = [kind.label[0] * tall, kind.label[1] * tall];
      const band = outline.filter(([, y]) => y > low && y < high);
      const ends = [low, high].map((y): FlatPoint => [radiusAt(outline, y), y]);
      const strip = [ends[0], ...band, ends[1]].map(([x, y]): FlatPoint => [x + 0.005, y]);
      sculpture.add(lathe(strip, kind.sides), { paint: label, finish: 'matte', turn });
    }
    const [mouth, top] = outline[outline.length - 1];
    addCap(sculpture, kind.cap, mouth, top, random);
    return sculpture;
  },
};

function radiusAt(outline: readonly FlatPoint[], y: number): number {
  const above = outline.findIndex((point) => point[1] >= y);
  const [[x0, y0], [x1, y1]] = [outline[above - 1], outline[above]];
  return y1 > y0 ? x0 + ((x1 - x0) * (y - y0)) / (y1 - y0) : x1;
}

function addCap(
  sculpture: Sculpture,
  cap: Kind['cap'],
  radius: number,
  top: number,
  random: RandomStream,
): void {
  const paint = pickColour(
    random,
    cap === 'cork' ? ['#b08a5a'] : ['#c9a83a', '#b03028', '#26272b', '#e8e6e0'],
  );
  if (cap === 'cork')
    sculpture.add(cylinder(radius * 0.8, radius * 0.9, 0.08), {
      paint,
      finish: 'matte',
      at: [0, top + 0.03, 0],
    });
  if (cap === 'crown')
    sculpture.add(cylinder(radius * 1.25, radius * 1.05, 0.035, 14), {
      paint,
      finish: 'metal',
      at: [0, top, 0],
    });
  if (cap === 'screw') {
    sculpture.add(cylinder(radius * 1.15, radius * 1.12, 0.08), { paint, at: [0, top + 0.02, 0] });
    for (const angle of around(14))
      sculpture.add(box([0.008, 0.07, 0.008]), {
        paint,
        at: [radius * 1.15 * Math.cos(angle), top + 0.02, radius * 1.15 * Math.sin(angle)],
      });
  }
  if (cap === 'stopper')
    sculpture.add(
      lathe([
        [0, top - 0.05],
        [radius * 0.8, top - 0.05],
        [radius * 0.8, top + 0.02],
        [radius * 1.6, top + 0.1],
        [radius * 0.9, top + 0.2],
        [0, top + 0.22],
      ]),
      { paint, finish: 'gloss' },
    );
  if (cap === 'pump') {
    sculpture.add(cylinder(radius * 1.2, radius * 1.2, 0.06), { paint, at: [0, top + 0.02, 0] });
    sculpture.add(cylinder(0.02, 0.02, 0.16, 10), { paint, at: [0, top + 0.1, 0] });
    sculpture.add(box([0.1, 0.05, 0.3], 0.02), { paint, at: [0, top + 0.19, 0.09] });
  }
}
