import { loft, tube } from '../../../shapes/loft.ts';
import { around, type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { sheet } from '../../../shapes/sheet.ts';
import { box, ellipsoid, torus } from '../../../shapes/solids.ts';
import type { CarParameters } from './parameters.ts';

const { abs, cos, sign, sin, PI } = Math;

/** Windows all around, a roof, and pillars between them in the colour of the car. */
export function addCabin(sculpture: Sculpture, car: CarParameters): void {
  const { build, colour, windows } = car;
  const { cabin, width, beltHeight } = build;
  const surface = cabinSurface(car);
  sculpture.add(
    sheet(around(24, 0.05), [0, 0.3, 0.6, 0.93], (angle, up) => surface(angle, up, 0), {
      closed: true,
      colour: () => car.glassColour,
    }),
    { finish: 'gloss' },
  );
  const roof = [0.88, 0.92, 0.97, 1, 1.015, 1.02];
  const inset = [-0.012, -0.02, -0.02, 0.06, 0.35, 1];
  sculpture.add(
    sheet(around(24, 0.05), [...roof.keys()], (angle, row) => surface(angle, roof[row], inset[row]), {
      closed: true,
      colour: () => colour,
    }),
    { finish: 'gloss' },
  );
  const side = (along: number) => {
    const reach = 2 * along - 1;
    return Math.atan2(sign(reach) * abs(reach) ** 4, (1 - abs(reach) ** 8) ** 0.5);
  };
  const pillars = [
    PI / 4,
    -PI / 4,
    ...steps(0, 1, windows + 1)
      .slice(1, -1)
      .map(side),
  ];
  for (const angle of pillars)
    sculpture.add(
      tube(
        [0, 0.95].map((up) => surface(angle, up, 0.012)),
        0.045,
        6,
      ),
      {
        paint: colour,
        finish: 'gloss',
        mirror: true,
      },
    );
  sculpture.add(ellipsoid([0.1, 0.08, 0.05], 8), {
    paint: colour,
    finish: 'gloss',
    at: [width * 0.47 + 0.12, beltHeight + 0.1, cabin[3] - 0.35],
    mirror: true,
  });
}

/** A place of the cabin. @param angle from the right (0) to the front (π / 2) @param up share of its height @param inset share of the way inwards */
function cabinSurface({ build: { cabin, width, beltHeight, roofHeight, taper } }: CarParameters) {
  const bend = (value: number) => sign(value) * abs(value) ** 0.25;
  return (angle: number, up: number, inset: number): Point => {
    const lean = Math.min(up, 1);
    const half = (width / 2) * (0.94 + (taper - 0.94) * lean);
    const [rear, front] = [cabin[0] + (cabin[1] - cabin[0]) * lean, cabin[3] + (cabin[2] - cabin[3]) * lean];
    const y = beltHeight - 0.04 + (roofHeight - beltHeight + 0.09) * up;
    const reach = ((front - rear) / 2) * (1 - inset);
    return [half * (1 - inset) * bend(cos(angle)), y, (front + rear) / 2 + reach * bend(sin(angle))];
  };
}

export function addOpenTop(
  sculpture: Sculpture,
  { build: { cabin, width, beltHeight, roofHeight }, glassColour }: CarParameters,
): void {
  const [half, height] = [width * 0.4, roofHeight - beltHeight];
  const pane: Point[] = [
    [-half, beltHeight, cabin[3]],
    [half, beltHeight, cabin[3]],
    [half * 0.85, roofHeight, cabin[1]],
    [-half * 0.85, roofHeight, cabin[1]],
  ];
  sculpture.add(loft([pane, pane.map(([x, y, z]): Point => [x, y, z + 0.04])]), {
    paint: glassColour,
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
