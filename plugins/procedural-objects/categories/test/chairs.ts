import type { Color } from 'three';
import type { RandomStream } from '../../../../core/contracts/random.ts';
import { fabrics, paints, pickColour, woods } from '../../shapes/colours.ts';
import { superellipse } from '../../shapes/curves.ts';
import { loft, tube } from '../../shapes/loft.ts';
import { around, type Point, steps } from '../../shapes/points.ts';
import { Sculpture } from '../../shapes/sculpture.ts';
import { box, cylinder, ellipsoid, plate, torus } from '../../shapes/solids.ts';
import type { Category } from '../category.ts';

/** Lengths in metres; the seat's middle lies above the origin, its front edge towards +z. */
interface Chair {
  readonly width: number;
  readonly depth: number;
  readonly seat: number;
  /** Height of the back above the seat. */
  readonly back: number;
  /** Backward lean of the back, in radians. */
  readonly lean: number;
  readonly frame: Color;
  readonly cover: Color;
}

type Build = (sculpture: Sculpture, chair: Chair) => void;

interface Kind {
  /** Width, depth, seat height, back height, lean. */
  readonly size: readonly [number, number, number, number, number];
  readonly frames: readonly string[];
  readonly covers: readonly string[];
  readonly build: Build;
}

/** A place on the leaning back. @param across -1 … 1 @param up share of the back's height */
function onBack({ width, depth, seat, back, lean }: Chair, across: number, up: number): Point {
  return [(across * width) / 2, seat + back * up * Math.cos(lean), -depth / 2 - back * up * Math.sin(lean)];
}

function addLegs(
  sculpture: Sculpture,
  { width, depth, seat, frame }: Chair,
  thickness: number,
  splay = 0,
): void {
  for (const end of [1, -1]) {
    const top: Point = [width * 0.44, seat, end * depth * 0.44];
    const foot: Point = [width * 0.44 + splay, 0, end * (depth * 0.44 + splay)];
    sculpture.add(tube([foot, top], [thickness * 0.75, thickness], 8), { paint: frame, mirror: true });
  }
}

function addPosts(sculpture: Sculpture, chair: Chair, thickness: number): void {
  sculpture.add(tube([onBack(chair, 0.9, -0.05), onBack(chair, 0.94, 1)], thickness, 8), {
    paint: chair.frame,
    mirror: true,
  });
}

const buildSlatted: Build = (sculpture, chair) => {
  addLegs(sculpture, chair, 0.025);
  addPosts(sculpture, chair, 0.022);
  sculpture.add(box([chair.width, 0.045, chair.depth], 0.015), {
    paint: chair.cover,
    at: [0, chair.seat, 0],
  });
  for (const up of [0.95, 0.3])
    sculpture.add(box([chair.width, 0.075, 0.028], 0.01), {
      paint: chair.frame,
      at: onBack(chair, 0, up),
      turn: [-chair.lean, 0, 0],
    });
  for (const across of steps(-0.6, 0.6, 4))
    sculpture.add(box([0.03, chair.back * 0.68, 0.015]), {
      paint: chair.frame,
      at: onBack(chair, across, 0.62),
      turn: [-chair.lean, 0, 0],
    });
  for (const z of [0.4, -0.4])
    sculpture.add(box([chair.width * 0.88, 0.025, 0.02]), {
      paint: chair.frame,
      at: [0, chair.seat * 0.4, z * chair.depth],
    });
};

const buildArmchair: Build = (sculpture, chair) => {
  const { width, depth, seat, back, cover, frame } = chair;
  const arm = width * 0.17;
  sculpture.add(box([width, seat * 0.62, depth], 0.05), {
    paint: cover,
    finish: 'matte',
    at: [0, seat * 0.5, 0],
  });
  sculpture.add(box([width - 2 * arm, 0.16, depth * 0.95], 0.06), {
    paint: cover.clone().multiplyScalar(1.2),
    finish: 'matte',
    at: [0, seat + 0.02, 0.03],
  });
  sculpture.add(box([arm, seat + 0.1, depth * 1.02], 0.06), {
    paint: cover,
    finish: 'matte',
    at: [width / 2 - arm / 2, seat * 0.68, 0.01],
    mirror: true,
  });
  sculpture.add(cylinder(arm * 0.62, arm * 0.62, depth * 1.03), {
    paint: cover,
    finish: 'matte',
    at: [width / 2 - arm * 0.45, seat * 1.28, 0.01],
    turn: [Math.PI / 2, 0, 0],
    mirror: true,
  });
  sculpture.add(box([width * 0.96, back + 0.25, 0.2], 0.08), {
    paint: cover,
    finish: 'matte',
    at: [0, seat + back / 2 - 0.1, -depth / 2 + 0.02],
    turn: [-chair.lean, 0, 0],
  });
  for (const z of [0.4, -0.4])
    sculpture.add(cylinder(0.025, 0.035, seat * 0.24, 10), {
      paint: frame,
      at: [width * 0.42, seat * 0.1, z * depth],
      mirror: true,
    });
};

const buildOffice: Build = (sculpture, chair) => {
  const { width, depth, seat, cover, frame } = chair;
  for (const angle of around(5, 0.3)) {
    const [x, z] = [0.31 * Math.sin(angle), 0.31 * Math.cos(angle)];
    sculpture.add(
      tube(
        [
          [0, 0.11, 0],
          [x, 0.07, z],
        ],
        [0.032, 0.02],
        8,
      ),
      { paint: frame, finish: 'metal' },
    );
    sculpture.add(cylinder(0.032, 0.032, 0.045, 12), {
      paint: '#17171a',
      at: [x, 0.032, z],
      turn: [0, angle, Math.PI / 2],
    });
  }
  sculpture.add(cylinder(0.03, 0.025, seat - 0.1, 12), {
    paint: '#8c9096',
    finish: 'metal',
    at: [0, seat / 2 + 0.05, 0],
  });
  sculpture.add(box([width, 0.09, depth], 0.04), { paint: cover, finish: 'matte', at: [0, seat, 0.02] });
  sculpture.add(box([width * 0.92, chair.back * 0.78, 0.08], 0.04), {
    paint: cover,
    finish: 'matte',
    at: onBack(chair, 0, 0.66),
    turn: [-chair.lean, 0, 0],
  });
  sculpture.add(
    tube([[0, seat - 0.03, -depth * 0.3], [0, seat, -depth * 0.62], onBack(chair, 0, 0.5)], 0.026),
    { paint: frame, finish: 'metal' },
  );
  sculpture.add(
    tube(
      [
        [width * 0.5, seat, 0],
        [width * 0.58, seat + 0.05, 0],
        [width * 0.58, seat + 0.2, 0],
      ],
      0.018,
    ),
    { paint: frame, mirror: true },
  );
  sculpture.add(box([0.07, 0.03, 0.26], 0.014), {
    paint: frame,
    at: [width * 0.57, seat + 0.21, 0.02],
    mirror: true,
  });
};

const buildShell: Build = (sculpture, chair) => {
  const { width, depth, seat, back } = chair;
  const rings = steps(0, 1, 11).map((share): Point[] => {
    const [front, turn] = [Math.min(1, share / 0.5), Math.max(0, (share - 0.5) / 0.5)];
    const half = (width / 2) * (share < 0.5 ? 0.92 + 0.08 * front : 1 - 0.22 * turn ** 2);
    const y = seat - 0.03 * Math.sin(Math.PI * front) + back * turn ** 1.4;
    const z = depth / 2 - depth * 0.92 * front - back * Math.sin(chair.lean) * turn;
    const edge = steps(-1, 1, 9).map(
      (x): Point => [x * half, y + 0.09 * x ** 4 * (1 - turn), z + 0.1 * x ** 4 * Math.min(1, 2 * turn)],
    );
    return [
      ...edge,
      ...edge.toReversed().map(([ex, ey, ez]): Point => [ex, ey - 0.02 * (1 - turn), ez - 0.02 * turn]),
    ];
  });
  sculpture.add(loft(rings), { paint: chair.cover, finish: 'gloss' });
  for (const end of [1, -1]) {
    sculpture.add(
      tube(
        [
          [width * 0.2, seat - 0.04, end * 0.08],
          [width * 0.5, 0, end * depth * 0.5],
        ],
        [0.022, 0.013],
        8,
      ),
      { paint: chair.frame, mirror: true },
    );
    sculpture.add(
      tube(
        [
          [-width * 0.33, seat * 0.55, end * depth * 0.3],
          [width * 0.33, seat * 0.55, -end * depth * 0.3],
        ],
        0.008,
        6,
      ),
      { paint: '#2a2a2d', finish: 'metal' },
    );
  }
};

const buildRocker: Build = (sculpture, chair) => {
  const { width, depth, seat, frame, cover } = chair;
  addLegs(sculpture, chair, 0.024);
  addPosts(sculpture, chair, 0.024);
  const rocker = steps(-0.55, 0.5, 7).map((z): Point => [width * 0.44, -0.02 + 0.34 * z * z, z * 0.95]);
  sculpture.add(tube(rocker, 0.026, 8), { paint: frame, mirror: true });
  sculpture.add(box([width, 0.05, depth], 0.02), { paint: cover, at: [0, seat, 0] });
  for (const up of steps(0.22, 0.98, 4))
    sculpture.add(box([width * 0.92, 0.085, 0.022], 0.01), {
      paint: frame,
      at: onBack(chair, 0, up),
      turn: [-chair.lean, 0, 0],
    });
  sculpture.add(tube([onBack(chair, 0.94, 0.36), [width * 0.52, seat + 0.25, depth * 0.45]], 0.022, 8), {
    paint: frame,
    mirror: true,
  });
  sculpture.add(
    tube(
      [
        [width * 0.5, seat + 0.25, depth * 0.4],
        [width * 0.44, seat, depth * 0.4],
      ],
      0.016,
      8,
    ),
    { paint: frame, mirror: true },
  );
};

const buildBentwood: Build = (sculpture, chair) => {
  const { width, depth, seat, back, frame, cover } = chair;
  addLegs(sculpture, { ...chair, width: width * 0.82, depth: depth * 0.82 }, 0.02, 0.05);
  sculpture.add(cylinder(width * 0.47, width * 0.5, 0.04, 24), {
    paint: cover,
    at: [0, seat, 0],
    scale: [1, 1, depth / width],
  });
  sculpture.add(torus(width * 0.42, 0.013), {
    paint: frame,
    at: [0, seat * 0.5, 0],
    turn: [Math.PI / 2, 0, 0],
  });
  for (const [half, height] of [
    [0.92, 1],
    [0.56, 0.8],
  ] as const) {
    const arch = steps(0, Math.PI, 9).map(
      (angle): Point => onBack(chair, half * Math.cos(angle), height * Math.sin(angle) ** 0.8),
    );
    sculpture.add(
      tube(
        arch.map(([x, y, z]): Point => [x, y, z + 0.06 * (1 - (y - seat) / back)]),
        0.016,
        8,
      ),
      { paint: frame },
    );
  }
};

const buildBar: Build = (sculpture, chair) => {
  const { width, depth, seat, frame, cover } = chair;
  addLegs(sculpture, chair, 0.018, 0.06);
  for (const height of [0.3, 0.62]) {
    const [x, z] = [width * 0.44 + 0.06 * (1 - height), depth * 0.44 + 0.06 * (1 - height)];
    for (const end of [1, -1])
      sculpture.add(box([2 * x, 0.022, 0.022]), {
        paint: frame,
        finish: 'metal',
        at: [0, seat * height, end * z],
      });
    sculpture.add(box([0.022, 0.022, 2 * z]), {
      paint: frame,
      finish: 'metal',
      at: [x, seat * height + 0.03, 0],
      mirror: true,
    });
  }
  sculpture.add(box([width, 0.07, depth], 0.03), { paint: cover, finish: 'matte', at: [0, seat, 0] });
  sculpture.add(
    plate(superellipse(width * 0.5, chair.back * 0.38, 4, 24), { thickness: 0.04, bevel: 0.012 }),
    { paint: cover, finish: 'matte', at: onBack(chair, 0, 0.72), turn: [-chair.lean, 0, 0] },
  );
  sculpture.add(tube([onBack(chair, 0.6, 0), onBack(chair, 0.6, 0.6)], 0.016, 8), {
    paint: frame,
    finish: 'metal',
    mirror: true,
  });
};

const buildWing: Build = (sculpture, chair) => {
  const { width, depth, seat, back, cover, frame } = chair;
  addLegs(sculpture, { ...chair, seat: seat * 0.6 }, 0.03, 0.03);
  sculpture.add(box([width, 0.14, depth], 0.04), { paint: cover, finish: 'matte', at: [0, seat * 0.72, 0] });
  sculpture.add(box([width * 0.76, 0.13, depth * 0.9], 0.05), {
    paint: cover.clone().multiplyScalar(1.25),
    finish: 'matte',
    at: [0, seat, 0.04],
  });
  sculpture.add(box([0.09, 0.32, depth * 0.95], 0.04), {
    paint: cover,
    finish: 'matte',
    at: [width * 0.45, seat + 0.06, 0],
    mirror: true,
  });
  const wing = plate(
    [
      [0, 0],
      [0.32, 0],
      [0.2, back * 0.4],
      [0.26, back * 0.78],
      [0.12, back],
      [0, back],
    ],
    { thickness: 0.08, bevel: 0.02 },
  );
  sculpture.add(wing, {
    paint: cover,
    finish: 'matte',
    at: [width * 0.45, seat + 0.1, -depth * 0.52],
    turn: [0, -Math.PI / 2, 0],
    mirror: true,
  });
  const crest = plate(
    [
      [-width * 0.46, -0.1],
      [width * 0.46, -0.1],
      [width * 0.46, back],
      [width * 0.2, back * 1.12],
      [0, back * 1.16],
      [-width * 0.2, back * 1.12],
      [-width * 0.46, back],
    ],
    { thickness: 0.12, bevel: 0.04 },
  );
  sculpture.add(crest, {
    paint: cover,
    finish: 'matte',
    at: [0, seat, -depth * 0.5],
    turn: [-chair.lean, 0, 0],
  });
  for (const [x, up] of [
    [0, 0.85],
    [0.4, 0.85],
    [-0.4, 0.85],
    [0.2, 0.6],
    [-0.2, 0.6],
    [0, 0.35],
  ] as const) {
    const [bx, y, z] = onBack(chair, x, up);
    sculpture.add(ellipsoid([0.02, 0.02, 0.012], 8), { paint: frame, at: [bx, y, z + 0.11] });
  }
};

const kinds: readonly Kind[] = [
  { size: [0.44, 0.42, 0.46, 0.5, 0.12], frames: woods, covers: woods, build: buildSlatted },
  { size: [0.9, 0.8, 0.42, 0.5, 0.15], frames: woods, covers: fabrics, build: buildArmchair },
  {
    size: [0.5, 0.48, 0.5, 0.56, 0.12],
    frames: ['#26272b', '#8c9096'],
    covers: ['#2b2d33', '#2f4a6d', '#8c2f39'],
    build: buildOffice,
  },
  {
    size: [0.5, 0.46, 0.45, 0.42, 0.3],
    frames: ['#c79a63', '#b07d4b'],
    covers: ['#e8e6df', '#d0561e', '#3c8a8c'],
    build: buildShell,
  },
  {
    size: [0.54, 0.5, 0.44, 0.72, 0.22],
    frames: ['#6d4424', '#4a2f1d'],
    covers: ['#6d4424', '#8a5a33'],
    build: buildRocker,
  },
  {
    size: [0.42, 0.42, 0.46, 0.48, 0.1],
    frames: ['#2a1a12', '#5a3018'],
    covers: ['#c8a06a', '#8a5a33'],
    build: buildBentwood,
  },
  {
    size: [0.4, 0.38, 0.76, 0.3, 0.1],
    frames: ['#8c9096', '#1f2024'],
    covers: ['#b3202a', '#e8e6df', '#3c3c42'],
    build: buildBar,
  },
  {
    size: [0.76, 0.66, 0.44, 0.68, 0.14],
    frames: ['#4a2f1d'],
    covers: ['#5d7052', '#2f4a6d', '#7a2430'],
    build: buildWing,
  },
];

export const chairs: Category = {
  name: 'chairs',
  sculpt(index: number, random: RandomStream): Sculpture {
    const { size, frames, covers, build } = kinds[index % kinds.length];
    const [width, depth, seat, back] = size.map((value) => value * random.uniform(0.9, 1.12));
    const sculpture = new Sculpture();
    build(sculpture, {
      width,
      depth,
      seat,
      back,
      lean: size[4] * random.uniform(0.8, 1.2),
      frame: pickColour(random, frames),
      cover: pickColour(random, index < kinds.length ? covers : [...covers, ...paints]),
    });
    return sculpture;
  },
};
