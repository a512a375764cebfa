import type { RandomStream } from '../../../../../core/contracts/random.ts';
import { pickColour } from '../../../shapes/colours.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import type { DrawnCategory } from '../../drawn-category.ts';
import type { Build } from './lamp.ts';
import { buildDesk, buildLantern, buildStreet } from './other-lamps.ts';
import { buildFloor, buildPendant, buildTable } from './shaded-lamps.ts';

const builds: readonly Build[] = [buildTable, buildFloor, buildDesk, buildStreet, buildPendant, buildLantern];

/** Table, floor, desk, street and pendant lamps, and lanterns. */
export const lamps: DrawnCategory = {
  name: 'lamps',
  sculpt(index: number, random: RandomStream): Sculpture {
    const sculpture = new Sculpture();
    builds[index % builds.length](sculpture, {
      height: random.uniform(0.88, 1.14),
      shade: random.uniform(0.27, 0.38),
      base: pickColour(random, ['#26272b', '#c9a83a', '#8a5a33', '#4a6a5a', '#8c9096']),
      cloth: pickColour(random, ['#f0e4c8', '#c8503a', '#3c8a8c', '#d9a520', '#e8b8b0', '#2a4a7a']),
    });
    return sculpture;
  },
};
