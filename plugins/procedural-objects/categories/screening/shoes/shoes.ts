import { Sculpture } from '../../../shapes/sculpture.ts';
import { box, cylinder } from '../../../shapes/solids.ts';
import type { Category } from '../../category.ts';
import { kinds } from './kinds.ts';
import { addLaces, addShaft, addSole, addUpper, arch, type Shoe } from './parts.ts';
import { addFlipFlop, addSandal } from './straps.ts';

/** Toe to the front. */
export const shoes: Category = {
  name: 'shoes',
  sculpt(identity) {
    const kind = identity.kind(kinds);
    const stretch = identity.number('height', 0.9, 1.12);
    const shoe: Shoe = {
      ...kind,
      upper: kind.upper.map((height) => height * stretch),
      shaft: kind.shaft && identity.near('shaft', kind.shaft, 0.22),
      heel: identity.near('heel', kind.heel, 0.18),
      breadthScale: identity.number('breadth', 0.88, 1.12),
      colour: identity.colour('colour', kind.colours),
      soleColour: identity.colour('sole', kind.soles),
      trim: identity.colour('trim', ['#f4f2ec', '#1c1c1e', '#e0b020']),
    };
    const sculpture = new Sculpture();
    addSole(sculpture, shoe);
    if (shoe.straps === 'sandal') addSandal(sculpture, shoe);
    else if (shoe.straps === 'flip-flop') addFlipFlop(sculpture, shoe);
    else addClosed(sculpture, shoe);
    return sculpture;
  },
};

function addClosed(sculpture: Sculpture, shoe: Shoe): void {
  addUpper(sculpture, shoe);
  if (shoe.shaft) addShaft(sculpture, shoe);
  else
    sculpture.add(cylinder(0.1, 0.1, 0.01, 18), {
      paint: '#14110f',
      finish: 'matte',
      at: [0, arch(shoe, 0.16) + shoe.sole + shoe.upper[1] * 0.985, -0.33],
      scale: [shoe.breadthScale, 1, 1.5],
      turn: [0.06, 0, 0],
    });
  if (shoe.laces) addLaces(sculpture, shoe);
  if (shoe.stripes)
    for (const z of [-0.08, 0.02, 0.12])
      sculpture.add(box([0.33 * shoe.breadthScale, 0.16, 0.035]), {
        paint: shoe.trim,
        at: [0, shoe.sole + 0.14, z],
        turn: [0.5, 0, 0],
      });
}
