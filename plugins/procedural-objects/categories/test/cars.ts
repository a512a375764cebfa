import type { Color } from 'three';
import type { RandomStream } from '../../../../core/contracts/random.ts';
import { paints, pickColour, varied } from '../../shapes/colours.ts';
import { rectangle } from '../../shapes/curves.ts';
import { loft } from '../../shapes/loft.ts';
import { around, between, type FlatPoint, type Point, steps } from '../../shapes/points.ts';
import { Sculpture } from '../../shapes/sculpture.ts';
import { box, cylinder, ellipsoid, lathe, plate, torus } from '../../shapes/solids.ts';
import type { Category } from '../category.ts';

/** Everything in metres, the car driving towards +z; places along the car count from its middle. */
interface Build {
  readonly length: number;
  readonly width: number;
  readonly wheelRadius: number;
  readonly wheelBase: number;
  /** Side view of the lower body from tail to nose: heights of boot end, boot, belt line, bonnet and nose. */
  readonly tailHeight: number;
  readonly beltHeight: number;
  readonly bonnetHeight: number;
  readonly noseHeight: number;
  /** Cabin: foot of the rear window, roof end, roof start, foot of the windscreen, along z. */
  readonly cabin: readonly [rearFoot: number, roofEnd: number, roofStart: number, frontFoot: number];
  readonly roofHeight: number;
  /** Width of the roof as a share of the car's width. */
  readonly taper: number;
}

type Extra =
  | 'bed'
  | 'spoiler'
  | 'roof-rack'
  | 'taxi-sign'
  | 'open-top'
  | 'spare-wheel'
  | 'stripe'
  | 'open-wheels'
  | 'box';

interface Kind {
  readonly build: Build;
  readonly extras: readonly Extra[];
  readonly colours: readonly string[];
  /** Side windows. */
  readonly windows: number;
}

export interface CarParameters {
  readonly build: Build;
  readonly extras: readonly Extra[];
  readonly windows: number;
  readonly colour: Color;
  readonly trimColour: Color;
}

function measures(
  [length, width]: readonly [number, number],
  [wheelRadius, wheelBase]: readonly [number, number],
  [tailHeight, beltHeight, bonnetHeight, noseHeight]: readonly [number, number, number, number],
  cabin: Build['cabin'],
  [roofHeight, taper]: readonly [number, number],
): Build {
  return {
    length,
    width,
    wheelRadius,
    wheelBase,
    tailHeight,
    beltHeight,
    bonnetHeight,
    noseHeight,
    cabin,
    roofHeight,
    taper,
  };
}

const kinds: readonly Kind[] = [
  {
    extras: [],
    windows: 2,
    colours: ['#b3202a', '#2a4f8f', '#7d8790'],
    build: measures(
      [4.6, 1.85],
      [0.34, 2.7],
      [0.95, 0.95, 0.9, 0.72],
      [-1.7, -0.95, 0.3, 1.05],
      [1.45, 0.76],
    ),
  },
  {
    extras: ['roof-rack', 'spare-wheel'],
    windows: 3,
    colours: ['#3c5a3c', '#c9b68a', '#28282c'],
    build: measures(
      [4.5, 1.95],
      [0.45, 2.65],
      [1.15, 1.15, 1.12, 1.0],
      [-2.1, -1.95, 0.45, 0.95],
      [1.95, 0.86],
    ),
  },
  {
    extras: ['spoiler', 'stripe'],
    windows: 1,
    colours: ['#e0b020', '#d0361e', '#e8e8e4'],
    build: measures(
      [4.5, 1.95],
      [0.36, 2.6],
      [0.85, 0.82, 0.72, 0.5],
      [-1.75, -0.55, 0.0, 1.1],
      [1.18, 0.66],
    ),
  },
  {
    extras: ['bed'],
    windows: 2,
    colours: ['#8c8f94', '#7a1f1f', '#2c3e57'],
    build: measures(
      [5.2, 1.95],
      [0.43, 3.2],
      [1.12, 1.12, 1.1, 0.98],
      [-0.55, -0.45, 0.6, 1.15],
      [1.82, 0.82],
    ),
  },
  {
    extras: [],
    windows: 3,
    colours: ['#e9e7e0', '#3f7fae', '#c77b2a'],
    build: measures(
      [4.9, 1.95],
      [0.36, 3.0],
      [1.05, 1.1, 1.05, 0.85],
      [-2.38, -2.3, 1.25, 2.05],
      [2.15, 0.88],
    ),
  },
  {
    extras: ['open-top'],
    windows: 1,
    colours: ['#1f6b4a', '#b3202a', '#5fa6c9'],
    build: measures([4.1, 1.75], [0.33, 2.4], [0.86, 0.86, 0.82, 0.6], [0.35, 0.45, 0.55, 0.95], [1.2, 0.8]),
  },
  {
    extras: ['taxi-sign'],
    windows: 2,
    colours: ['#f2b705'],
    build: measures(
      [3.6, 1.7],
      [0.32, 2.35],
      [0.98, 0.98, 0.95, 0.78],
      [-1.72, -1.45, 0.25, 0.95],
      [1.55, 0.78],
    ),
  },
  {
    extras: ['box'],
    windows: 1,
    colours: ['#2f6fb5', '#d0361e', '#e8e8e4'],
    build: measures([5.6, 2.1], [0.46, 3.4], [0.8, 1.35, 1.35, 1.1], [0.95, 1.0, 2.0, 2.6], [2.3, 0.86]),
  },
  {
    extras: ['open-wheels', 'spoiler'],
    windows: 1,
    colours: ['#c21f26', '#1d3f8a', '#e87a1e'],
    build: measures([4.8, 0.9], [0.36, 3.1], [0.7, 0.62, 0.5, 0.28], [-1.1, -0.5, -0.35, -0.3], [0.98, 0.4]),
  },
];

/** The kind goes by the index, so that neighbours differ; measures and colours of the single car are drawn. */
export function drawCarParameters(index: number, random: RandomStream): CarParameters {
  const kind = kinds[index % kinds.length];
  const { build } = kind;
  return {
    build: {
      ...build,
      width: varied(random, build.width, 0.05),
      wheelRadius: varied(random, build.wheelRadius, 0.06),
      roofHeight: varied(random, build.roofHeight, 0.03),
      bonnetHeight: varied(random, build.bonnetHeight, 0.03),
      noseHeight: varied(random, build.noseHeight, 0.06),
      taper: varied(random, build.taper, 0.04),
    },
    extras: kind.extras,
    windows: kind.windows,
    colour: pickColour(random, index < kinds.length ? kind.colours : paints),
    trimColour: pickColour(random, ['#26272b', '#3a3d44', '#1d1e22']),
  };
}

const glass = '#232c36';
const ground = 0.17;

export function buildCar(car: CarParameters): Sculpture {
  const sculpture = new Sculpture();
  addBody(sculpture, car);
  addWheels(sculpture, car);
  if (!car.extras.includes('open-wheels')) addFaceOfCar(sculpture, car);
  if (car.extras.includes('open-top')) addOpenTop(sculpture, car);
  else addCabin(sculpture, car);
  addExtras(sculpture, car);
  return sculpture;
}

/** Side view with wheel arches, extruded across the car. */
function addBody(sculpture: Sculpture, { build, colour, trimColour }: CarParameters): void {
  const { length, width, cabin, wheelBase, wheelRadius } = build;
  const [back, front] = [-length / 2, length / 2];
  const arch = (middle: number): FlatPoint[] =>
    steps(Math.PI, 0, 13).map(
      (angle): FlatPoint => [
        middle + wheelRadius * 1.2 * Math.cos(angle),
        ground + 0.03 + wheelRadius * 1.35 * Math.sin(angle),
      ],
    );
  const outline: FlatPoint[] = [
    [back + 0.12, ground + 0.03],
    ...arch(-wheelBase / 2),
    ...arch(wheelBase / 2),
    [front - 0.1, ground + 0.03],
    [front, ground + 0.18],
    [front, build.noseHeight * 0.82],
    [front - 0.14, build.noseHeight],
    [cabin[3] + 0.35 * (front - cabin[3]), build.bonnetHeight],
    [cabin[3], build.beltHeight],
    [cabin[0], build.beltHeight],
    [back + 0.12, build.tailHeight],
    [back, build.tailHeight - 0.15],
    [back, ground + 0.25],
  ];
  sculpture.add(plate(outline, { thickness: width, bevel: 0.08 }), {
    paint: colour,
    finish: 'gloss',
    turn: [0, -Math.PI / 2, 0],
  });
  sculpture.add(box([width * 0.7, 0.3, wheelBase + 0.9 * wheelRadius]), {
    paint: '#151517',
    at: [0, ground + 0.25, 0],
  });
  for (const end of [-1, 1])
    sculpture.add(box([width * 0.96, 0.16, 0.16], 0.06), {
      paint: trimColour,
      at: [0, ground + 0.22, (end * length) / 2],
    });
}

function addWheels(
  sculpture: Sculpture,
  { build: { width, wheelBase, wheelRadius: radius }, extras }: CarParameters,
): void {
  const tyre: FlatPoint[] = [
    [radius * 0.55, -0.11],
    [radius * 0.9, -0.12],
    [radius, -0.08],
    [radius, 0.08],
    [radius * 0.9, 0.12],
    [radius * 0.55, 0.11],
  ];
  const across = extras.includes('open-wheels') ? width * 0.95 : width / 2 - 0.1;
  const fat: Point = extras.includes('open-wheels') ? [1, 1.6, 1] : [1, 1, 1];
  for (const end of [-1, 1]) {
    const at: Point = [across, radius, (end * wheelBase) / 2];
    const turn: Point = [0, 0, -Math.PI / 2];
    sculpture.add(lathe(tyre), { paint: '#19191b', finish: 'matte', at, turn, scale: fat, mirror: true });
    sculpture.add(cylinder(radius * 0.6, radius * 0.6, 0.2), {
      paint: '#5d6066',
      finish: 'metal',
      at,
      turn,
      scale: fat,
      mirror: true,
    });
    for (const angle of around(5))
      sculpture.add(box([0.23, radius * 0.16, radius * 0.5], 0.02), {
        paint: '#c9ccd1',
        finish: 'metal',
        at: [at[0], at[1] + 0.3 * radius * Math.sin(angle), at[2] + 0.3 * radius * Math.cos(angle)],
        turn: [-angle, 0, 0],
        mirror: true,
      });
    if (extras.includes('open-wheels'))
      sculpture.add(box([across * 2, 0.05, 0.1]), { paint: '#26272b', at: [0, radius, at[2]] });
  }
}

/** Headlights, grille, number plates, rear lights. */
function addFaceOfCar(sculpture: Sculpture, { build, trimColour }: CarParameters): void {
  const { length, width, noseHeight, tailHeight } = build;
  const front = length / 2;
  const light = noseHeight - 0.2;
  sculpture.add(ellipsoid([0.17, 0.1, 0.07]), {
    paint: '#f5f2e2',
    finish: 'gloss',
    at: [width * 0.36, light, front - 0.01],
    mirror: true,
  });
  sculpture.add(box([width * 0.42, 0.16, 0.06], 0.03), { paint: trimColour, at: [0, light, front] });
  sculpture.add(box([0.46, 0.1, 0.05], 0.01), { paint: '#eceae0', at: [0, ground + 0.22, front + 0.07] });
  sculpture.add(box([0.46, 0.1, 0.05], 0.01), { paint: '#eceae0', at: [0, tailHeight - 0.35, -front] });
  sculpture.add(box([0.28, 0.13, 0.06], 0.03), {
    paint: '#c01818',
    finish: 'gloss',
    at: [width * 0.36, tailHeight - 0.24, -front],
    mirror: true,
  });
}

type Face = readonly [Point, Point, Point, Point];

function addCabin(sculpture: Sculpture, car: CarParameters): void {
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

function addOpenTop(
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

function addExtras(sculpture: Sculpture, car: CarParameters): void {
  const { build, extras, colour, trimColour } = car;
  const { length, width, roofHeight, tailHeight, beltHeight, cabin } = build;
  const roofMiddle = (cabin[1] + cabin[2]) / 2;
  if (extras.includes('bed')) {
    const bed = cabin[0] + length / 2 - 0.25;
    sculpture.add(box([width * 0.8, 0.08, bed]), {
      paint: '#17181a',
      finish: 'matte',
      at: [0, tailHeight - 0.02, cabin[0] - bed / 2 - 0.1],
    });
    sculpture.add(box([0.09, 0.25, bed + 0.2], 0.03), {
      paint: colour,
      finish: 'gloss',
      at: [width * 0.44, tailHeight + 0.08, cabin[0] - bed / 2 - 0.05],
      mirror: true,
    });
    sculpture.add(box([width * 0.94, 0.25, 0.09], 0.03), {
      paint: colour,
      finish: 'gloss',
      at: [0, tailHeight + 0.08, -length / 2 + 0.08],
    });
  }
  if (extras.includes('spoiler')) {
    const span = extras.includes('open-wheels') ? width * 2 : width * 0.92;
    sculpture.add(box([span, 0.06, 0.36], 0.03), {
      paint: colour,
      finish: 'gloss',
      at: [0, tailHeight + 0.3, -length / 2 + 0.2],
    });
    sculpture.add(box([0.06, 0.4, 0.24], 0.02), {
      paint: trimColour,
      at: [width * 0.3, tailHeight + 0.1, -length / 2 + 0.22],
      mirror: true,
    });
  }
  if (extras.includes('open-wheels'))
    sculpture.add(box([width * 2, 0.05, 0.4], 0.02), {
      paint: colour,
      finish: 'gloss',
      at: [0, 0.2, length / 2 - 0.05],
    });
  if (extras.includes('roof-rack')) {
    sculpture.add(box([0.06, 0.06, 1.9], 0.02), {
      paint: trimColour,
      at: [width * 0.36, roofHeight + 0.12, roofMiddle],
      mirror: true,
    });
    for (const z of [-0.7, 0, 0.7])
      sculpture.add(box([width * 0.76, 0.05, 0.06]), {
        paint: trimColour,
        at: [0, roofHeight + 0.12, roofMiddle + z],
      });
  }
  if (extras.includes('spare-wheel'))
    sculpture.add(cylinder(0.4, 0.4, 0.22), {
      paint: '#202023',
      at: [0, 0.95, -length / 2 - 0.1],
      turn: [Math.PI / 2, 0, 0],
    });
  if (extras.includes('taxi-sign')) {
    sculpture.add(box([0.6, 0.2, 0.22], 0.05), { paint: '#fbf6e4', at: [0, roofHeight + 0.16, roofMiddle] });
    for (const [index, z] of steps(-length * 0.3, length * 0.22, 14).entries())
      sculpture.add(box([0.04, 0.1, 0.1]), {
        paint: '#1a1a1a',
        at: [width / 2 - 0.01, beltHeight - 0.28 + (index % 2) * 0.1, z],
        mirror: true,
      });
  }
  if (extras.includes('stripe')) {
    const slope = Math.atan2(build.beltHeight - build.bonnetHeight, 0.35 * (length / 2 - cabin[3]));
    sculpture.add(box([0.16, 0.03, 0.36]), {
      paint: '#1d1e22',
      at: [0.16, (build.beltHeight + build.bonnetHeight) / 2, cabin[3] + 0.2],
      turn: [slope, 0, 0],
      mirror: true,
    });
    sculpture.add(box([0.16, 0.14, cabin[2] - cabin[1]]), {
      paint: '#1d1e22',
      at: [0.16, roofHeight, roofMiddle],
      mirror: true,
    });
  }
  if (extras.includes('box')) {
    const depth = cabin[0] + length / 2;
    sculpture.add(box([width, 1.9, depth], 0.05), { paint: '#eceae4', at: [0, 1.75, cabin[0] - depth / 2] });
    sculpture.add(plate(rectangle(depth * 0.7, 0.5, 0.1), { thickness: width + 0.03 }), {
      paint: colour,
      at: [0, 1.8, cabin[0] - depth / 2],
      turn: [0, Math.PI / 2, 0],
    });
  }
}

export const cars: Category = {
  name: 'cars',
  sculpt: (index, random) => buildCar(drawCarParameters(index, random)),
};
