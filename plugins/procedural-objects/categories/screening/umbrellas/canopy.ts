import { loft, tube } from '../../../shapes/loft.ts';
import { around, type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { ball, cylinder } from '../../../shapes/solids.ts';
import type { Umbrella } from './umbrella.ts';

export function addCanopy(
  sculpture: Sculpture,
  { panels, slope, radius, rise, scallop, pattern, colour, second, wood }: Umbrella,
): void {
  const sides = panels * 4;
  const surface = (share: number, lift: number) =>
    around(sides).map((angle): Point => {
      const between = Math.abs(Math.sin((angle * panels) / 2));
      const reach = radius * share * (1 - scallop * between * share ** 2);
      return [
        reach * Math.cos(angle),
        rise * (1 - share ** slope) + lift - 0.04 * between * share,
        reach * Math.sin(angle),
      ];
    });
  for (const [index, angle] of around(panels).entries()) {
    const other = pattern === 'wedges' && index % 2 === 1;
    const shares = steps(0.02, 1, 7);
    const wedge = (share: number, lift: number) => {
      const ring = surface(share, lift);
      return steps(0, 4, 5).map((step) => ring[(index * 4 + step) % sides]);
    };
    const panel = loft(shares.map((share) => [...wedge(share, 0), ...wedge(share, -0.012).reverse()]));
    const paint = (x: number, _y: number, z: number) =>
      pattern === 'rings' && Math.floor((Math.hypot(x, z) / radius) * 4.99) % 2 === 1
        ? second
        : other
          ? second
          : colour;
    sculpture.add(panel, { paint });
    const edge: Point = [radius * Math.cos(angle), -0.005, radius * Math.sin(angle)];
    sculpture.add(
      tube(
        [
          [0, -0.02, 0],
          [edge[0] * 0.5, rise * (0.97 - 0.5 ** slope), edge[2] * 0.5],
        ],
        0.008,
        5,
      ),
      { paint: wood },
    );
    sculpture.add(ball(0.014, 6), { paint: wood, at: edge });
  }
}

export function addFurled(
  sculpture: Sculpture,
  { panels, radius, rise, scallop, colour, second }: Umbrella,
): void {
  const rings = steps(0, 1, 10).map((share): Point[] =>
    around(panels * 3).map((angle): Point => {
      const fold = 1 + scallop * 2 * Math.sin(angle * panels + 5 * share);
      const reach = radius * (0.25 + 0.75 * Math.sin(Math.PI * (0.12 + 0.75 * (1 - share)))) * fold;
      return [reach * Math.cos(angle), rise * share - rise * 0.6, reach * Math.sin(angle)];
    }),
  );
  sculpture.add(loft(rings), { paint: colour });
  sculpture.add(cylinder(radius * 0.98, radius * 0.9, 0.04, 16), { paint: second, at: [0, -rise * 0.1, 0] });
}
