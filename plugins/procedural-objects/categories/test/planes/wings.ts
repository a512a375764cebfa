import { loft } from '../../../shapes/loft.ts';
import { around, type FlatPoint, type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { cylinder } from '../../../shapes/solids.ts';
import type { PlaneParameters, Wing } from './parameters.ts';

/** Outline of an aerofoil of chord 1 from the leading edge (0) backwards, thickness 0.17. */
const aerofoil: readonly FlatPoint[] = around(14).map((angle) => {
  const back = (1 - Math.cos(angle)) / 2;
  const thickness =
    0.85 *
    (0.2969 * Math.sqrt(back) - 0.126 * back - 0.3516 * back ** 2 + 0.2843 * back ** 3 - 0.1015 * back ** 4);
  return [back, Math.sign(Math.sin(angle)) * thickness + 0.015];
});

function wingGeometry({ halfSpan, rootChord, tipChord, sweep, dihedral }: Wing, sections = 4) {
  return loft(
    steps(0, 1, sections).map((share) => {
      const taper = share > 0.99 ? 0.8 : 1;
      const chord = (rootChord + (tipChord - rootChord) * share) * taper;
      return aerofoil.map(
        ([back, up]): Point => [
          halfSpan * share,
          dihedral * share + up * chord,
          rootChord / 2 - sweep * share - back * chord,
        ],
      );
    }),
  );
}

export function addWings(
  sculpture: Sculpture,
  { wing, upperWing, fuselageRadius: radius, colour, accentColour }: PlaneParameters,
): void {
  const at: Point = [0, wing.height * radius, wing.along];
  const tipped = (x: number) => (x > wing.halfSpan * 0.86 ? accentColour : colour);
  sculpture.add(wingGeometry(wing, 8), { paint: tipped, at, mirror: true });
  if (!upperWing) return;
  const gap = radius * 2.6;
  sculpture.add(wingGeometry(wing, 8), { paint: tipped, at: [0, at[1] + gap, at[2] + 0.03], mirror: true });
  for (const share of [0.16, 0.75])
    for (const z of [-0.05, 0.06])
      sculpture.add(cylinder(0.007, 0.007, gap, 8), {
        paint: '#5a4630',
        at: [wing.halfSpan * share, at[1] + gap / 2, at[2] + z + 0.02],
        mirror: true,
      });
}

export function addTail(
  sculpture: Sculpture,
  { tail, fuselageRadius: radius, accentColour, colour, engines }: PlaneParameters,
): void {
  const scale = engines === 'none' ? 0.8 : 1;
  const fin: Wing = {
    halfSpan: 0.18 * scale,
    rootChord: 0.16,
    tipChord: 0.08,
    sweep: 0.1,
    dihedral: 0,
    along: 0,
    height: 0,
  };
  const stabiliser: Wing = { ...fin, halfSpan: 0.19 * scale, rootChord: 0.12, tipChord: 0.06, sweep: 0.06 };
  const base: Point = [0, radius * 0.5, -0.41];
  if (tail === 'twin')
    sculpture.add(wingGeometry(fin), {
      paint: accentColour,
      at: [radius * 1.1, radius * 0.4, -0.36],
      turn: [0, 0, Math.PI / 2 - 0.25],
      mirror: true,
    });
  else sculpture.add(wingGeometry(fin), { paint: accentColour, at: base, turn: [0, 0, Math.PI / 2] });
  const height = tail === 'high' ? base[1] + fin.halfSpan * 0.95 : base[1];
  const back = tail === 'high' ? -0.49 : -0.43;
  sculpture.add(wingGeometry(stabiliser), {
    paint: tail === 'high' ? accentColour : colour,
    at: [0, height, back],
    mirror: true,
  });
}
