import { loft } from '../../../shapes/loft.ts';
import { between, type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { box, ellipsoid, torus } from '../../../shapes/solids.ts';
import type { CarParameters } from './parameters.ts';

const glass = '#232c36';

type Face = readonly [Point, Point, Point, Point];

export function addCabin(sculpture: Sculpture, car: CarParameters): void {
  const {
    build: { cabin, width, beltHeight, roofHeight, taper },
    colour,
    windows,
  } = car;
  const [foot, roof] = [width * 0.47, (width * taper) / 2];
  const low = beltHeight - 0.03;
  const lower: Face = [
    [-foot, low, cabin[3]],
    [foot, low, cabin[3]],
    [foot, low, cabin[0]],
    [-foot, low, cabin[0]],
  ];
  const upper: Face = [
    [-roof, roofHeight, cabin[2]],
    [roof, roofHeight, cabin[2]],
    [roof, roofHeight, cabin[1]],
    [-roof, roofHeight, cabin[1]],
  ];
  const crown = upper.map(
    ([x, y, z]): Point => [x * 0.85, y + 0.06, z + (z > (cabin[1] + cabin[2]) / 2 ? -0.12 : 0.12)],
  );
  sculpture.add(loft([lower, upper, crown]), { paint: colour, finish: 'gloss' });
  addPane(sculpture, [lower[0], lower[1], upper[1], upper[0]], [0.06, 0.94], [0, 0, 1]);
  addPane(sculpture, [lower[2], lower[3], upper[3], upper[2]], [0.08, 0.92], [0, 0, -1]);
  for (const part of steps(0, 1, windows + 1).slice(0, windows))
    addPane(
      sculpture,
      [lower[2], lower[1], upper[1], upper[2]],
      [part + 0.04, part + 1 / windows - 0.04],
      [1, 0, 0],
      true,
    );
  sculpture.add(ellipsoid([0.11, 0.08, 0.06]), {
    paint: colour,
    finish: 'gloss',
    at: [foot + 0.14, beltHeight + 0.1, cabin[3] - 0.35],
    mirror: true,
  });
}

/** A window set a little proud of a face of the cabin; `extent` is its share of the face's breadth. */
function addPane(
  sculpture: Sculpture,
  [a, b, c, d]: Face,
  [start, end]: readonly [number, number],
  outwards: Point,
  mirror = false,
): void {
  const corner = (across: number, up: number) => between(between(a, b, across), between(d, c, across), up);
  const outer = [corner(start, 0.14), corner(end, 0.14), corner(end, 0.9), corner(start, 0.9)];
  const moved = (by: number) =>
    outer.map(([x, y, z]): Point => [x + outwards[0] * by, y + outwards[1] * by, z + outwards[2] * by]);
  sculpture.add(loft([moved(-0.03), moved(0.025)]), { paint: glass, finish: 'gloss', mirror });
}

export function addOpenTop(
  sculpture: Sculpture,
  { build: { cabin, width, beltHeight, roofHeight } }: CarParameters,
): void {
  const [half, height] = [width * 0.4, roofHeight - beltHeight];
  const pane: Point[] = [
    [-half, beltHeight, cabin[3]],
    [half, beltHeight, cabin[3]],
    [half * 0.85, roofHeight, cabin[1]],
    [-half * 0.85, roofHeight, cabin[1]],
  ];
  sculpture.add(loft([pane, pane.map(([x, y, z]): Point => [x, y, z + 0.04])]), {
    paint: '#3a4a58',
    finish: 'gloss',
  });
  sculpture.add(box([width * 0.78, 0.1, 1.5], 0.04), { paint: '#1a1718', at: [0, beltHeight, -0.05] });
  for (const z of [-0.35, -1.1]) {
    sculpture.add(box([0.55, height * 1.1, 0.2], 0.09), {
      paint: '#8a5a3a',
      finish: 'matte',
      at: [width * 0.21, beltHeight + height * 0.4, z],
      turn: [-0.15, 0, 0],
      mirror: true,
    });
  }
  sculpture.add(torus(0.18, 0.025), {
    paint: '#1a1718',
    at: [width * 0.2, beltHeight + 0.13, 0.3],
    turn: [-0.4, 0, 0],
  });
}
