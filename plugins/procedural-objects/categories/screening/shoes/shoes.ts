import type { RandomStream } from '../../../../../core/contracts/random.ts';
import { pickColour } from '../../../shapes/colours.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import { box, cylinder } from '../../../shapes/solids.ts';
import type { DrawnCategory } from '../../drawn-category.ts';
import { kinds } from './kinds.ts';
import { addFoot, addLaces, addShaft, arch, type Shoe } from './parts.ts';

/** Trainers, boots, high heels, lace-up shoes, wellingtons and high-tops, toe to the front. */
export const shoes: DrawnCategory = {
  name: 'shoes',
  sculpt(index: number, random: RandomStream): Sculpture {
    const kind = kinds[index % kinds.length];
    const stretch = random.uniform(0.9, 1.12);
    const shoe: Shoe = {
      ...kind,
      upper: kind.upper.map((height) => height * stretch),
      shaft: kind.shaft * random.uniform(0.75, 1.2),
      heel: kind.heel * random.uniform(0.8, 1.15),
      breadthScale: random.uniform(0.88, 1.12),
      colour: pickColour(random, kind.colours),
      soleColour: pickColour(random, kind.soles),
      trim: pickColour(random, ['#f4f2ec', '#1c1c1e', '#e0b020']),
    };
    const sculpture = new Sculpture();
    addFoot(sculpture, shoe);
    if (shoe.shaft > 0) addShaft(sculpture, shoe);
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
    return sculpture;
  },
};
