import type { RandomStream } from '../../../../../core/contracts/random.ts';
import { pickColour, woods } from '../../../shapes/colours.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import type { DrawnCategory } from '../../drawn-category.ts';
import type { Build } from './clock.ts';
import { buildAlarm, buildCuckoo, buildGrandfather, buildMantel, buildWall } from './clock-cases.ts';

const kinds: readonly { build: Build; radius: number; cases: readonly string[] }[] = [
  { build: buildWall, radius: 0.5, cases: ['#26272b', '#b3202a', '#e8e6e0', '#2f6fb5'] },
  { build: buildAlarm, radius: 0.4, cases: ['#b3202a', '#3c8a8c', '#e0b020'] },
  { build: buildGrandfather, radius: 0.22, cases: woods },
  { build: buildCuckoo, radius: 0.24, cases: woods },
  { build: buildMantel, radius: 0.26, cases: woods },
];

/** Wall, alarm, grandfather, cuckoo and mantel clocks. */
export const clocks: DrawnCategory = {
  name: 'clocks',
  sculpt(index: number, random: RandomStream): Sculpture {
    const { build, radius, cases } = kinds[index % kinds.length];
    const sculpture = new Sculpture();
    build(sculpture, {
      radius: radius * random.uniform(0.85, 1.15),
      case: pickColour(random, cases),
      dial: pickColour(random, ['#f4f0e4', '#e8dcc0', '#f8f8f6']),
      hands: pickColour(random, ['#1c1c1e', '#3a2414', '#22304a']),
      hour: random.uniform(0, 2 * Math.PI),
      minute: random.uniform(0, 2 * Math.PI),
    });
    return sculpture;
  },
};
