import { ball, box, cylinder, plate, torus } from '../../../shapes/solids.ts';
import { addDial, type Build } from './clock.ts';

export const buildWall: Build = (sculpture, clock) => {
  sculpture.add(torus(clock.radius * 1.05, 0.05), { paint: clock.case, finish: 'gloss' });
  sculpture.add(cylinder(clock.radius * 1.05, clock.radius * 1.05, 0.08, 32), {
    paint: clock.case,
    at: [0, 0, -0.04],
    turn: [Math.PI / 2, 0, 0],
  });
  addDial(sculpture, clock, [0, 0, 0]);
};

export const buildAlarm: Build = (sculpture, clock) => {
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

export const buildGrandfather: Build = (sculpture, clock) => {
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

export const buildCuckoo: Build = (sculpture, clock) => {
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

export const buildMantel: Build = (sculpture, clock) => {
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
