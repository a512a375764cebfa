import type { Color } from 'three';
import type { RandomStream } from '../../../../core/contracts/random.ts';
import { pickColour, woods } from '../../shapes/colours.ts';
import { superellipse } from '../../shapes/curves.ts';
import { loft, tube } from '../../shapes/loft.ts';
import { type Point, steps } from '../../shapes/points.ts';
import { Sculpture } from '../../shapes/sculpture.ts';
import { box, cylinder, lathe } from '../../shapes/solids.ts';
import type { DrawnCategory } from '../drawn-category.ts';

interface Hammer {
  readonly length: number;
  readonly head: number;
  readonly handle: Color;
  readonly iron: Color;
}

type Build = (sculpture: Sculpture, hammer: Hammer) => void;

function addHandle(sculpture: Sculpture, { length, handle }: Hammer, thickness: number, grip?: Color): void {
  const swell = [1.15, 1.2, 1, 0.85, 0.8, 0.9, 1];
  const rings = swell.map((share, index): Point[] =>
    superellipse(thickness * share, thickness * share * 0.75, 3, 12).map(
      ([x, z]): Point => [x, -length + (length * index) / (swell.length - 1), z],
    ),
  );
  sculpture.add(loft(rings), { paint: grip ? (_x, y) => (y < -length * 0.55 ? grip : handle) : handle });
}

const buildClaw: Build = (sculpture, hammer) => {
  const { head, iron } = hammer;
  addHandle(sculpture, hammer, 0.05, iron.clone().multiplyScalar(0.3));
  sculpture.add(box([0.13, 0.16, 0.13], 0.02), { paint: iron, finish: 'metal' });
  sculpture.add(cylinder(0.05, 0.045, 0.14), {
    paint: iron,
    finish: 'metal',
    at: [head * 0.42, 0.02, 0],
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

const buildMallet: Build = (sculpture, hammer) => {
  const { head, handle } = hammer;
  addHandle(sculpture, hammer, 0.045);
  sculpture.add(cylinder(head * 0.34, head * 0.34, head * 1.25, 24), {
    paint: handle.clone().multiplyScalar(1.25),
    at: [0, 0.05, 0],
    turn: [0, 0, Math.PI / 2],
  });
  for (const side of [1, -1])
    sculpture.add(cylinder(head * 0.35, head * 0.35, 0.04, 24), {
      paint: handle.clone().multiplyScalar(0.55),
      at: [side * head * 0.5, 0.05, 0],
      turn: [0, 0, Math.PI / 2],
    });
};

const buildSledge: Build = (sculpture, hammer) => {
  const { head, iron } = hammer;
  addHandle(sculpture, { ...hammer, length: hammer.length * 1.15 }, 0.042);
  sculpture.add(box([head * 1.1, 0.2, 0.2], 0.05), { paint: iron, finish: 'metal', at: [0, 0.02, 0] });
  for (const side of [1, -1])
    sculpture.add(cylinder(0.105, 0.085, 0.06, 8), {
      paint: iron.clone().multiplyScalar(1.5),
      finish: 'metal',
      at: [side * head * 0.56, 0.02, 0],
      turn: [0, 0, (-side * Math.PI) / 2],
    });
};

const buildBallPeen: Build = (sculpture, hammer) => {
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

const buildPick: Build = (sculpture, hammer) => {
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

const builds: readonly Build[] = [buildClaw, buildMallet, buildSledge, buildBallPeen, buildPick];

/** Claw hammers, mallets, sledgehammers, ball-peen hammers and picks, head up. */
export const hammers: DrawnCategory = {
  name: 'hammers',
  sculpt(index: number, random: RandomStream): Sculpture {
    const sculpture = new Sculpture();
    builds[index % builds.length](sculpture, {
      length: random.uniform(0.75, 1.1),
      head: random.uniform(0.36, 0.56),
      handle: pickColour(random, [...woods, '#c2401e', '#2a5a9a', '#d9a520']),
      iron: pickColour(random, ['#8c9096', '#5a5e64', '#a8acb2']),
    });
    return sculpture;
  },
};
