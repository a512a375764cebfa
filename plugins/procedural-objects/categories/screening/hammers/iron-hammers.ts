import { loft, tube } from '../../../shapes/loft.ts';
import { type Point, steps } from '../../../shapes/points.ts';
import { box, cylinder, lathe } from '../../../shapes/solids.ts';
import { addHandle, type Build } from './hammer.ts';

export const buildClaw: Build = (sculpture, hammer) => {
  const { head, iron } = hammer;
  addHandle(sculpture, hammer, 0.05, iron.clone().multiplyScalar(0.3));
  sculpture.add(box([0.13, 0.16, 0.13], 0.02), { paint: iron, finish: 'metal' });
  sculpture.add(cylinder(0.05, 0.045, head * 0.45), {
    paint: iron,
    finish: 'metal',
    at: [head * 0.23, 0.02, 0],
    turn: [0, 0, Math.PI / 2],
  });
  sculpture.add(cylinder(0.075, 0.08, 0.09), {
    paint: iron,
    finish: 'metal',
    at: [head * 0.42 + 0.1, 0.02, 0],
    turn: [0, 0, -Math.PI / 2],
  });
  for (const side of [1, -1])
    sculpture.add(
      tube(
        [
          [-0.03, 0.04, side * 0.03],
          [-head * 0.5, 0.04, side * 0.04],
          [-head * 0.85, -0.1, side * 0.06],
        ],
        [0.055, 0.045, 0.014],
        8,
      ),
      { paint: iron, finish: 'metal' },
    );
};

export const buildBallPeen: Build = (sculpture, hammer) => {
  const { head, iron } = hammer;
  addHandle(sculpture, hammer, 0.042);
  const profile = [
    [0, -0.5],
    [0.085, -0.5],
    [0.09, -0.34],
    [0.05, -0.26],
    [0.07, -0.1],
    [0.07, 0.1],
    [0.04, 0.22],
    [0.075, 0.34],
    [0.06, 0.43],
    [0, 0.46],
  ] as const;
  sculpture.add(lathe(profile.map(([x, y]) => [x, y * head] as const)), {
    paint: iron,
    finish: 'metal',
    at: [0, 0.03, 0],
    turn: [0, 0, Math.PI / 2],
  });
};

export const buildPick: Build = (sculpture, hammer) => {
  const { head, iron } = hammer;
  addHandle(sculpture, hammer, 0.045);
  sculpture.add(box([0.14, 0.16, 0.12], 0.02), { paint: iron, finish: 'metal', at: [0, 0.02, 0] });
  const spike = steps(0, 1, 4).map(
    (share): Point => [0.05 + share * head * 0.95, 0.04 - 0.14 * share ** 2, 0],
  );
  sculpture.add(tube(spike, [0.055, 0.045, 0.03, 0.006], 8), { paint: iron, finish: 'metal' });
  sculpture.add(box([head * 0.4, 0.12, 0.12], 0.02), {
    paint: iron,
    finish: 'metal',
    at: [-head * 0.24, 0.02, 0],
  });
};

/** A square face, and a long blade that hangs down on the other side. */
export const buildMason: Build = (sculpture, hammer) => {
  const { head, iron } = hammer;
  addHandle(sculpture, hammer, 0.045, iron.clone().multiplyScalar(0.3));
  sculpture.add(box([head * 0.75, 0.14, 0.14], 0.01), {
    paint: iron,
    finish: 'metal',
    at: [head * 0.3, 0.02, 0],
  });
  const blade = steps(0, 1, 5).map((share): Point[] => {
    const [x, y, half] = [-share * head * 1.05, 0.02 - 0.16 * share ** 2, 0.07 - 0.058 * share];
    return [
      [x, y - half, 0.07],
      [x, y - half, -0.07],
      [x, y + half, -0.07],
      [x, y + half, 0.07],
    ];
  });
  sculpture.add(loft(blade), { paint: iron, finish: 'metal' });
};
