import type { RandomStream } from '../../../../../core/contracts/random.ts';
import { pickColour } from '../../../shapes/colours.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import type { DrawnCategory } from '../../drawn-category.ts';
import type { Build } from './building.ts';
import { buildCastle, buildDome, buildTemple } from './grand-buildings.ts';
import { buildChurch, buildHouse, buildTower } from './plain-buildings.ts';

const builds: readonly Build[] = [buildHouse, buildTower, buildChurch, buildTemple, buildCastle, buildDome];

/** Houses, towers, churches, temples, castles and domes. */
export const buildings: DrawnCategory = {
  name: 'buildings',
  sculpt(index: number, random: RandomStream): Sculpture {
    const sculpture = new Sculpture();
    builds[index % builds.length](sculpture, {
      width: random.uniform(0.85, 1.2),
      height: random.uniform(0.52, 0.72),
      depth: random.uniform(0.8, 1.1),
      wall: pickColour(random, ['#e8dcc4', '#c9b08a', '#b8b4ac', '#d8a88a', '#a0684a']),
      roof: pickColour(random, ['#8a3a2a', '#4a5058', '#5a6a4a', '#7a5a3a', '#3a6a78']),
    });
    return sculpture;
  },
};
