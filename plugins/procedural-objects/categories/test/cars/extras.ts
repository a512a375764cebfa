import { rectangle } from '../../../shapes/curves.ts';
import { steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { box, cylinder, plate } from '../../../shapes/solids.ts';
import type { CarParameters } from './parameters.ts';

export function addExtras(sculpture: Sculpture, car: CarParameters): void {
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
