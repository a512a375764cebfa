import type { Color } from 'three';
import type { RandomStream } from '../../../../core/contracts/random.ts';
import { pickColour, woods } from '../../shapes/colours.ts';
import { smoothCurve, superellipse } from '../../shapes/curves.ts';
import { tube } from '../../shapes/loft.ts';
import { around, type FlatPoint, type Point, steps } from '../../shapes/points.ts';
import { Sculpture } from '../../shapes/sculpture.ts';
import { ball, box, cylinder, lathe, plate } from '../../shapes/solids.ts';
import type { Category } from '../category.ts';

/** Lengths in metres, the floor at height 0. */
interface Table {
  readonly width: number;
  readonly depth: number;
  readonly height: number;
  readonly thickness: number;
  readonly top: Color;
  readonly frame: Color;
}

type Build = (sculpture: Sculpture, table: Table) => void;

interface Kind {
  /** Width, depth, height, thickness of the top. */
  readonly size: readonly [number, number, number, number];
  readonly tops: readonly string[];
  readonly frames: readonly string[];
  readonly build: Build;
}

function addTop(
  sculpture: Sculpture,
  { width, depth, height, thickness, top }: Table,
  rounding = 0.012,
): void {
  sculpture.add(box([width, thickness, depth], rounding), { paint: top, at: [0, height - thickness / 2, 0] });
}

function addRoundTop(
  sculpture: Sculpture,
  { width, depth, height, thickness, top }: Table,
  finish: 'satin' | 'gloss' = 'satin',
): void {
  sculpture.add(cylinder(width / 2 - 0.015, width / 2, thickness, 36), {
    paint: top,
    finish,
    at: [0, height - thickness / 2, 0],
    scale: [1, 1, depth / width],
  });
}

const buildDining: Build = (sculpture, table) => {
  const { width, depth, height, frame } = table;
  addTop(sculpture, table);
  const leg: FlatPoint[] = smoothCurve(
    [
      [0.026, 0],
      [0.032, 0.06],
      [0.024, 0.12],
      [0.042, 0.3],
      [0.03, 0.48],
      [0.046, 0.54],
      [0.04, 0.58],
    ],
    16,
  );
  for (const end of [1, -1]) {
    const at: Point = [width * 0.43, 0, end * depth * 0.38];
    sculpture.add(
      lathe(
        leg.map(([x, y]): FlatPoint => [x, (y / 0.74) * height]),
        12,
      ),
      { paint: frame, at, mirror: true },
    );
    sculpture.add(box([0.085, height * 0.2, 0.085], 0.008), {
      paint: frame,
      at: [at[0], height * 0.87, at[2]],
      mirror: true,
    });
    sculpture.add(box([width * 0.84, 0.09, 0.022]), { paint: frame, at: [0, height - 0.08, at[2]] });
  }
  sculpture.add(box([0.022, 0.09, depth * 0.74]), {
    paint: frame,
    at: [width * 0.43, height - 0.08, 0],
    mirror: true,
  });
};

const buildPedestal: Build = (sculpture, table) => {
  const { height, frame } = table;
  addRoundTop(sculpture, table);
  const column = smoothCurve(
    [
      [0.07, 0.08],
      [0.085, 0.16],
      [0.04, 0.24],
      [0.075, 0.4],
      [0.04, 0.6],
      [0.1, 0.7],
    ],
    20,
  );
  sculpture.add(
    lathe(
      column.map(([x, y]): FlatPoint => [x, (y / 0.74) * height]),
      18,
    ),
    { paint: frame },
  );
  for (const angle of around(4, Math.PI / 4)) {
    const at = (reach: number, y: number): Point => [reach * Math.cos(angle), y, reach * Math.sin(angle)];
    sculpture.add(
      tube([at(0.04, 0.16), at(0.16, 0.15), at(0.28, 0.06), at(0.36, 0.025)], [0.045, 0.04, 0.03, 0.026], 8),
      { paint: frame },
    );
  }
};

const buildShelf: Build = (sculpture, table) => {
  const { width, depth, height, frame, top } = table;
  addTop(sculpture, table, 0.02);
  sculpture.add(box([width * 0.84, 0.02, depth * 0.78]), { paint: top, at: [0, height * 0.3, 0] });
  for (const end of [1, -1])
    sculpture.add(
      tube(
        [
          [width * 0.44, 0, end * depth * 0.42],
          [width * 0.4, height - 0.03, end * depth * 0.38],
        ],
        [0.016, 0.03],
        8,
      ),
      { paint: frame, mirror: true },
    );
};

const buildPicnic: Build = (sculpture, table) => {
  const { width, depth, height, top, frame } = table;
  for (const z of steps(-0.4, 0.4, 5))
    sculpture.add(box([width, 0.045, depth * 0.18], 0.006), { paint: top, at: [0, height, z * depth] });
  for (const end of [1, -1]) {
    for (const z of [0.84, 1.04])
      sculpture.add(box([width, 0.04, depth * 0.18], 0.006), {
        paint: top,
        at: [0, height * 0.6, end * z * depth],
      });
    sculpture.add(
      tube(
        [
          [width * 0.34, 0, end * depth * 0.75],
          [width * 0.34, height, end * depth * 0.22],
        ],
        0.034,
        6,
      ),
      { paint: frame, mirror: true },
    );
  }
  sculpture.add(box([0.045, 0.09, depth * 2.1]), {
    paint: frame,
    at: [width * 0.34, height * 0.54, 0],
    mirror: true,
  });
};

const buildDesk: Build = (sculpture, table) => {
  const { width, depth, height, frame, top } = table;
  addTop(sculpture, table);
  sculpture.add(box([width * 0.3, height - 0.1, depth * 0.9], 0.01), {
    paint: frame,
    at: [width * 0.33, height / 2 - 0.01, 0],
  });
  for (const share of [0.24, 0.52, 0.8]) {
    sculpture.add(box([width * 0.26, height * 0.23, 0.02], 0.005), {
      paint: top,
      at: [width * 0.33, height * share - 0.01, depth * 0.45],
    });
    sculpture.add(box([0.13, 0.02, 0.03], 0.008), {
      paint: '#c9ccd1',
      finish: 'metal',
      at: [width * 0.33, height * share + 0.02, depth * 0.47],
    });
  }
  sculpture.add(box([width * 0.62, height * 0.5, 0.02]), {
    paint: frame,
    at: [-width * 0.14, height * 0.66, -depth * 0.42],
  });
  for (const end of [1, -1])
    sculpture.add(box([0.05, height - 0.02, 0.05]), {
      paint: frame,
      at: [-width * 0.46, height / 2 - 0.01, end * depth * 0.43],
    });
};

const buildTripod: Build = (sculpture, table) => {
  const { width, height, frame } = table;
  addRoundTop(sculpture, table);
  for (const angle of around(3, Math.PI / 2)) {
    const at = (reach: number, y: number): Point => [reach * Math.cos(angle), y, reach * Math.sin(angle)];
    sculpture.add(tube([at(width * 0.48, 0), at(width * 0.28, height - 0.03)], [0.014, 0.024], 8), {
      paint: frame,
    });
  }
  sculpture.add(cylinder(width * 0.3, width * 0.3, 0.02, 24), { paint: frame, at: [0, height * 0.42, 0] });
};

const buildGlass: Build = (sculpture, table) => {
  const { width, depth, height, frame } = table;
  const outline = superellipse(width / 2, depth / 2, 5, 32);
  sculpture.add(plate(outline, { thickness: table.thickness, bevel: 0.006 }), {
    paint: table.top,
    finish: 'gloss',
    at: [0, height, 0],
    turn: [Math.PI / 2, 0, 0],
  });
  for (const end of [1, -1]) {
    sculpture.add(
      tube(
        [
          [-width * 0.4, 0, end * depth * 0.34],
          [width * 0.36, height - 0.02, end * depth * 0.34],
        ],
        0.022,
        8,
      ),
      { paint: frame, finish: 'metal' },
    );
    sculpture.add(
      tube(
        [
          [width * 0.4, 0, end * depth * 0.34],
          [-width * 0.36, height - 0.02, end * depth * 0.34],
        ],
        0.022,
        8,
      ),
      { paint: frame, finish: 'metal' },
    );
  }
  for (const y of [0.02, height - 0.03])
    sculpture.add(box([0.03, 0.03, depth * 0.7]), {
      paint: frame,
      finish: 'metal',
      at: [width * 0.38, y, 0],
      mirror: true,
    });
  sculpture.add(ball(0.035, 10), { paint: frame, finish: 'metal', at: [0, height / 2, depth * 0.34] });
};

const buildTrestle: Build = (sculpture, table) => {
  const { width, depth, height, frame } = table;
  addTop(sculpture, table);
  for (const end of [1, -1])
    sculpture.add(box([0.05, height * 1.04, 0.06]), {
      paint: frame,
      at: [width * 0.36, height / 2 - 0.01, end * depth * 0.25],
      turn: [-end * 0.32, 0, 0],
      mirror: true,
    });
  sculpture.add(box([0.06, 0.06, depth * 0.8]), {
    paint: frame,
    at: [width * 0.36, height - 0.06, 0],
    mirror: true,
  });
  sculpture.add(box([0.05, 0.05, depth * 0.72]), {
    paint: frame,
    at: [width * 0.36, height * 0.3, 0],
    mirror: true,
  });
  sculpture.add(box([width * 0.72, 0.07, 0.04]), { paint: frame, at: [0, height * 0.3, 0] });
};

const kinds: readonly Kind[] = [
  { size: [1.5, 0.85, 0.74, 0.04], tops: woods, frames: woods, build: buildDining },
  {
    size: [1.05, 1.05, 0.74, 0.04],
    tops: woods,
    frames: ['#4a2f1d', '#e9e6de', '#6d4424'],
    build: buildPedestal,
  },
  {
    size: [1.1, 0.6, 0.45, 0.035],
    tops: ['#c79a63', '#b07d4b', '#e9e6de'],
    frames: ['#8a5a33', '#2a2a2d'],
    build: buildShelf,
  },
  {
    size: [1.7, 0.72, 0.74, 0.04],
    tops: ['#b8864e', '#7a5a3a', '#8f6f4a'],
    frames: ['#6d4424', '#5a4a3a'],
    build: buildPicnic,
  },
  {
    size: [1.4, 0.68, 0.75, 0.035],
    tops: ['#e3ddd0', '#b07d4b', '#6d4424'],
    frames: ['#8a5a33', '#e9e6de', '#4a2f1d'],
    build: buildDesk,
  },
  {
    size: [0.55, 0.55, 0.56, 0.025],
    tops: ['#d9a520', '#e9e6de', '#3c6a5a', '#c79a63'],
    frames: ['#b07d4b', '#2a2a2d'],
    build: buildTripod,
  },
  {
    size: [1.3, 0.8, 0.7, 0.022],
    tops: ['#7fa8a8', '#9fb8c0'],
    frames: ['#a8acb2', '#2a2a2d', '#b08a3a'],
    build: buildGlass,
  },
  {
    size: [1.6, 0.75, 0.74, 0.045],
    tops: ['#e3c79a', '#8a5a33', '#f0efe9'],
    frames: ['#c79a63', '#2a2a2d', '#6d4424'],
    build: buildTrestle,
  },
];

export const tables: Category = {
  name: 'tables',
  sculpt(index: number, random: RandomStream): Sculpture {
    const { size, tops, frames, build } = kinds[index % kinds.length];
    const [width, depth, height, thickness] = size.map((value) => value * random.uniform(0.86, 1.14));
    const sculpture = new Sculpture();
    build(sculpture, {
      width,
      depth,
      height,
      thickness,
      top: pickColour(random, tops),
      frame: pickColour(random, frames),
    });
    return sculpture;
  },
};
