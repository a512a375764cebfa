import { smoothCurve } from '../../../shapes/curves.ts';
import { tube } from '../../../shapes/loft.ts';
import { around, type FlatPoint, type Point } from '../../../shapes/points.ts';
import { box, cylinder, lathe } from '../../../shapes/solids.ts';
import { addRoundTop, addTop, type Build } from './table.ts';

export const buildDining: Build = (sculpture, table) => {
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
      { paint: frame, finish: 'wood', at, mirror: true },
    );
    sculpture.add(box([0.085, height * 0.2, 0.085], 0.008), {
      paint: frame,
      finish: 'wood',
      at: [at[0], height * 0.87, at[2]],
      mirror: true,
    });
    sculpture.add(box([width * 0.84, 0.09, 0.022]), {
      paint: frame,
      finish: 'wood',
      at: [0, height - 0.08, at[2]],
    });
  }
  sculpture.add(box([0.022, 0.09, depth * 0.74]), {
    paint: frame,
    finish: 'wood',
    at: [width * 0.43, height - 0.08, 0],
    mirror: true,
  });
};

export const buildPedestal: Build = (sculpture, table) => {
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
    { paint: frame, finish: 'wood' },
  );
  for (const angle of around(4, Math.PI / 4)) {
    const at = (reach: number, y: number): Point => [reach * Math.cos(angle), y, reach * Math.sin(angle)];
    sculpture.add(
      tube([at(0.04, 0.16), at(0.16, 0.15), at(0.28, 0.06), at(0.36, 0.025)], [0.045, 0.04, 0.03, 0.026], 8),
      { paint: frame, finish: 'wood' },
    );
  }
};

export const buildShelf: Build = (sculpture, table) => {
  const { width, depth, height, frame, top } = table;
  addTop(sculpture, table, 0.02);
  sculpture.add(box([width * 0.84, 0.02, depth * 0.78]), {
    paint: top,
    finish: 'wood',
    at: [0, height * 0.3, 0],
  });
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
      { paint: frame, finish: 'wood', mirror: true },
    );
};

export const buildTripod: Build = (sculpture, table) => {
  const { width, height, frame } = table;
  addRoundTop(sculpture, table);
  for (const angle of around(3, Math.PI / 2)) {
    const at = (reach: number, y: number): Point => [reach * Math.cos(angle), y, reach * Math.sin(angle)];
    sculpture.add(tube([at(width * 0.48, 0), at(width * 0.28, height - 0.03)], [0.014, 0.024], 8), {
      paint: frame,
      finish: 'wood',
    });
  }
  sculpture.add(cylinder(width * 0.3, width * 0.3, 0.02, 24), {
    paint: frame,
    finish: 'wood',
    at: [0, height * 0.42, 0],
  });
};
