import { superellipse } from '../../../shapes/curves.ts';
import { tube } from '../../../shapes/loft.ts';
import { steps } from '../../../shapes/points.ts';
import { ball, box, plate } from '../../../shapes/solids.ts';
import { addTop, type Build } from './table.ts';

export const buildPicnic: Build = (sculpture, table) => {
  const { width, depth, height, top, frame } = table;
  for (const z of steps(-0.4, 0.4, 5))
    sculpture.add(box([width, 0.045, depth * 0.18], 0.006), {
      paint: top,
      finish: 'wood',
      at: [0, height, z * depth],
    });
  for (const end of [1, -1]) {
    for (const z of [0.84, 1.04])
      sculpture.add(box([width, 0.04, depth * 0.18], 0.006), {
        paint: top,
        finish: 'wood',
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
      { paint: frame, finish: 'wood', mirror: true },
    );
  }
  sculpture.add(box([0.045, 0.09, depth * 2.1]), {
    paint: frame,
    finish: 'wood',
    at: [width * 0.34, height * 0.54, 0],
    mirror: true,
  });
};

export const buildDesk: Build = (sculpture, table) => {
  const { width, depth, height, frame, top } = table;
  addTop(sculpture, table);
  sculpture.add(box([width * 0.3, height - 0.1, depth * 0.9], 0.01), {
    paint: frame,
    finish: 'wood',
    at: [width * 0.33, height / 2 - 0.01, 0],
  });
  for (const share of [0.24, 0.52, 0.8]) {
    sculpture.add(box([width * 0.26, height * 0.23, 0.02], 0.005), {
      paint: top,
      finish: 'wood',
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
    finish: 'wood',
    at: [-width * 0.14, height * 0.66, -depth * 0.42],
  });
  for (const end of [1, -1])
    sculpture.add(box([0.05, height - 0.02, 0.05]), {
      paint: frame,
      finish: 'wood',
      at: [-width * 0.46, height / 2 - 0.01, end * depth * 0.43],
    });
};

export const buildGlass: Build = (sculpture, table) => {
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

export const buildTrestle: Build = (sculpture, table) => {
  const { width, depth, height, frame } = table;
  addTop(sculpture, table);
  for (const end of [1, -1])
    sculpture.add(box([0.05, height * 1.04, 0.06]), {
      paint: frame,
      finish: 'wood',
      at: [width * 0.36, height / 2 - 0.01, end * depth * 0.25],
      turn: [-end * 0.32, 0, 0],
      mirror: true,
    });
  sculpture.add(box([0.06, 0.06, depth * 0.8]), {
    paint: frame,
    finish: 'wood',
    at: [width * 0.36, height - 0.06, 0],
    mirror: true,
  });
  sculpture.add(box([0.05, 0.05, depth * 0.72]), {
    paint: frame,
    finish: 'wood',
    at: [width * 0.36, height * 0.3, 0],
    mirror: true,
  });
  sculpture.add(box([width * 0.72, 0.07, 0.04]), { paint: frame, finish: 'wood', at: [0, height * 0.3, 0] });
};
