import { ball, box, cylinder, lathe } from '../../../shapes/solids.ts';
import { addHandle, type Build } from './hammer.ts';

export const buildMallet: Build = (sculpture, hammer) => {
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

export const buildSledge: Build = (sculpture, hammer) => {
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

/** A turned wooden head with rings, as judges have. */
export const buildGavel: Build = (sculpture, hammer) => {
  const { head, handle, length } = hammer;
  const half = [
    [0, 0.62],
    [0.25, 0.62],
    [0.3, 0.56],
    [0.3, 0.42],
    [0.24, 0.36],
    [0.3, 0.3],
    [0.25, 0.1],
  ] as const;
  const profile = [...half.map(([x, y]) => [x, -y] as const), ...half.toReversed()];
  sculpture.add(lathe(profile.map(([x, y]) => [x * head, y * head] as const)), {
    paint: handle,
    finish: 'gloss',
    turn: [0, 0, Math.PI / 2],
  });
  for (const side of [1, -1])
    sculpture.add(cylinder(head * 0.305, head * 0.305, head * 0.07, 24), {
      paint: '#c9a83a',
      finish: 'metal',
      at: [side * head * 0.48, 0, 0],
      turn: [0, 0, Math.PI / 2],
    });
  sculpture.add(cylinder(0.034, 0.026, length * 0.75, 12), {
    paint: handle,
    finish: 'gloss',
    at: [0, -length * 0.37, 0],
  });
  sculpture.add(ball(0.055, 12), { paint: handle, finish: 'gloss', at: [0, -length * 0.75, 0] });
};

/** A black drum of rubber. */
export const buildRubber: Build = (sculpture, hammer) => {
  const { head } = hammer;
  addHandle(sculpture, hammer, 0.04);
  for (const side of [1, -1])
    sculpture.add(cylinder(head * 0.24, head * 0.3, head * 0.5, 24), {
      paint: '#26262a',
      finish: 'matte',
      at: [side * head * 0.25, 0.03, 0],
      turn: [0, 0, (-side * Math.PI) / 2],
    });
  sculpture.add(cylinder(head * 0.25, head * 0.25, head * 0.12, 24), {
    paint: '#4a4a50',
    finish: 'matte',
    at: [0, 0.03, 0],
    turn: [0, 0, Math.PI / 2],
  });
};
