import type { Color } from 'three';
import type { RandomStream } from '../../../../core/contracts/random.ts';
import { pickColour, woods } from '../../shapes/colours.ts';
import { around, type Point } from '../../shapes/points.ts';
import { Sculpture } from '../../shapes/sculpture.ts';
import { ball, box, cylinder, plate, torus } from '../../shapes/solids.ts';
import type { Category } from '../category.ts';

interface Clock {
  readonly radius: number;
  readonly case: Color;
  readonly dial: Color;
  readonly hands: Color;
  /** Angles of the hands in radians, clockwise from twelve. */
  readonly hour: number;
  readonly minute: number;
}

type Build = (sculpture: Sculpture, clock: Clock) => void;

function addDial(
  sculpture: Sculpture,
  { radius, dial, hands, hour, minute }: Clock,
  [x, y, z]: Point,
  marks = 12,
): void {
  sculpture.add(cylinder(radius, radius, 0.02, 32), {
    paint: dial,
    at: [x, y, z],
    turn: [Math.PI / 2, 0, 0],
  });
  for (const [mark, angle] of around(marks).entries())
    sculpture.add(box([radius * 0.05, radius * (mark % (marks / 4) === 0 ? 0.2 : 0.11), 0.012]), {
      paint: hands,
      at: [x + radius * 0.84 * Math.sin(angle), y + radius * 0.84 * Math.cos(angle), z + 0.012],
      turn: [0, 0, -angle],
    });
  for (const [angle, length, width] of [
    [hour, 0.5, 0.09],
    [minute, 0.75, 0.06],
  ] as const)
    sculpture.add(box([radius * width, radius * length, 0.012]), {
      paint: hands,
      at: [
        x + radius * length * 0.42 * Math.sin(angle),
        y + radius * length * 0.42 * Math.cos(angle),
        z + 0.024,
      ],
      turn: [0, 0, -angle],
    });
  sculpture.add(ball(radius * 0.07, 8), { paint: hands, at: [x, y, z + 0.025] });
}

const buildWall: Build = (sculpture, clock) => {
  sculpture.add(torus(clock.radius * 1.05, 0.05), { paint: clock.case, finish: 'gloss' });
  sculpture.add(cylinder(clock.radius * 1.05, clock.radius * 1.05, 0.08, 32), {
    paint: clock.case,
    at: [0, 0, -0.04],
    turn: [Math.PI / 2, 0, 0],
  });
  addDial(sculpture, clock, [0, 0, 0]);
};

const buildAlarm: Build = (sculpture, clock) => {
  const { radius } = clock;
  sculpture.add(cylinder(radius * 1.1, radius * 1.1, 0.24, 32), {
    paint: clock.case,
    finish: 'gloss',
    at: [0, 0, -0.12],
    turn: [Math.PI / 2, 0, 0],
  });
  addDial(sculpture, clock, [0, 0, 0]);
  sculpture.add(ball(radius * 0.42, 14), {
    paint: clock.case,
    finish: 'metal',
    at: [radius * 0.62, radius * 1.12, -0.12],
    scale: [1, 0.7, 1],
    turn: [0, 0, -0.5],
    mirror: true,
  });
  sculpture.add(box([0.05, radius * 0.5, 0.04]), { paint: clock.hands, at: [0, radius * 1.3, -0.12] });
  sculpture.add(cylinder(0.02, 0.04, radius * 0.5, 8), {
    paint: clock.hands,
    at: [radius * 0.65, -radius * 1.12, -0.12],
    turn: [0, 0, 0.5],
    mirror: true,
  });
};

const buildGrandfather: Build = (sculpture, clock) => {
  const { radius } = clock;
  const wide = radius * 2.4;
  sculpture.add(box([wide * 1.15, radius, 0.4], 0.02), { paint: clock.case, at: [0, -radius * 4.9, -0.22] });
  sculpture.add(box([wide * 0.82, radius * 4, 0.32]), { paint: clock.case, at: [0, -radius * 3, -0.22] });
  sculpture.add(box([wide * 0.5, radius * 2.6, 0.02]), {
    paint: clock.case.clone().multiplyScalar(0.35),
    at: [0, -radius * 3, -0.055],
  });
  sculpture.add(box([0.02, radius * 2, 0.02]), {
    paint: '#c9a83a',
    finish: 'metal',
    at: [0.03, -radius * 2.7, -0.03],
  });
  sculpture.add(cylinder(radius * 0.36, radius * 0.36, 0.02), {
    paint: '#c9a83a',
    finish: 'metal',
    at: [0.03, -radius * 3.8, -0.03],
    turn: [Math.PI / 2, 0, 0],
  });
  sculpture.add(box([wide, radius * 2.5, 0.4], 0.02), { paint: clock.case, at: [0, 0, -0.22] });
  sculpture.add(
    plate(
      [
        [-wide * 0.55, 0],
        [wide * 0.55, 0],
        [0, radius * 0.9],
      ],
      { thickness: 0.4 },
    ),
    { paint: clock.case, at: [0, radius * 1.25, -0.22] },
  );
  addDial(sculpture, clock, [0, 0, 0]);
};

const buildCuckoo: Build = (sculpture, clock) => {
  const { radius } = clock;
  sculpture.add(box([radius * 3, radius * 3, 0.35]), { paint: clock.case, at: [0, 0.05, -0.18] });
  for (const side of [-1, 1])
    sculpture.add(box([radius * 2.9, 0.08, 0.5]), {
      paint: clock.case.clone().multiplyScalar(0.6),
      at: [side * radius * 0.9, radius * 2.1, -0.15],
      turn: [0, 0, -side * 0.72],
    });
  sculpture.add(
    plate(
      [
        [-radius * 1.5, 0],
        [radius * 1.5, 0],
        [0, radius * 1.35],
      ],
      { thickness: 0.33 },
    ),
    { paint: clock.case, at: [0, radius * 1.5, -0.18] },
  );
  sculpture.add(box([radius * 0.6, radius * 0.6, 0.03]), { paint: clock.hands, at: [0, radius * 1.75, 0] });
  addDial(sculpture, clock, [0, 0, 0.005]);
  for (const [x, length] of [
    [-0.5, 2],
    [0.5, 2.9],
  ] as const) {
    sculpture.add(cylinder(0.008, 0.008, radius * length, 6), {
      paint: '#8a7a4a',
      at: [x * radius, -radius * (1.4 + length / 2), -0.1],
    });
    sculpture.add(cylinder(0.02, 0.06, radius * 0.8, 10), {
      paint: '#5a4630',
      at: [x * radius, -radius * (1.4 + length), -0.1],
    });
  }
};

const buildMantel: Build = (sculpture, clock) => {
  const { radius } = clock;
  const outline = [
    [-3, -1.3],
    [3, -1.3],
    [2.4, -1],
    [1.6, -0.6],
    [1.25, 0.5],
    [0.8, 1.1],
    [0, 1.35],
    [-0.8, 1.1],
    [-1.25, 0.5],
    [-1.6, -0.6],
    [-2.4, -1],
  ] as const;
  sculpture.add(
    plate(
      outline.map(([x, y]) => [x * radius, y * radius] as const),
      { thickness: 0.3, bevel: 0.02 },
    ),
    { paint: clock.case, at: [0, 0, -0.16] },
  );
  sculpture.add(box([radius * 6.3, radius * 0.3, 0.38]), {
    paint: clock.case.clone().multiplyScalar(0.7),
    at: [0, -radius * 1.42, -0.16],
  });
  sculpture.add(torus(radius, 0.025), { paint: '#c9a83a', finish: 'metal', at: [0, 0, 0.005] });
  addDial(sculpture, { ...clock, radius: radius * 0.95 }, [0, 0, 0]);
};

const kinds: readonly { build: Build; radius: number; cases: readonly string[] }[] = [
  { build: buildWall, radius: 0.5, cases: ['#26272b', '#b3202a', '#e8e6e0', '#2f6fb5'] },
  { build: buildAlarm, radius: 0.4, cases: ['#b3202a', '#3c8a8c', '#e0b020'] },
  { build: buildGrandfather, radius: 0.22, cases: woods },
  { build: buildCuckoo, radius: 0.24, cases: woods },
  { build: buildMantel, radius: 0.26, cases: woods },
];

/** Wall, alarm, grandfather, cuckoo and mantel clocks. */
export const clocks: Category = {
  name: 'clocks',
  sculpt(index: number, random: RandomStream): Sculpture {
    const { build, radius, cases } = kinds[index % kinds.length];
    const sculpture = new Sculpture();
    build(sculpture, {
      radius: radius * random.uniform(0.85, 1.15),
      case: pickColour(random, cases),
      dial: pickColour(random, ['#f4f0e4', '#e8dcc0', '#f8f8f6']),
      hands: pickColour(random, ['#1c1c1e', '#3a2414', '#22304a']),
      hour: random.uniform(0, 2 * Math.PI),
      minute: random.uniform(0, 2 * Math.PI),
    });
    return sculpture;
  },
};
