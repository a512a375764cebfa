import type { RandomStream } from '../../../../../core/contracts/random.ts';
import { pickColour } from '../../../shapes/colours.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import type { DrawnCategory } from '../../drawn-category.ts';
import { buildBroadleaf, buildConifer, buildPoplar } from './leafy-trees.ts';
import { buildBare, buildPalm, buildUmbrellaPine } from './other-trees.ts';
import type { Build } from './tree.ts';

const builds: readonly Build[] = [
  buildBroadleaf,
  buildConifer,
  buildPalm,
  buildPoplar,
  buildBare,
  buildUmbrellaPine,
];

/** Broad-leaved trees, conifers, palms, poplars, bare trees and umbrella pines. */
export const trees: DrawnCategory = {
  name: 'trees',
  sculpt(index: number, random: RandomStream): Sculpture {
    const sculpture = new Sculpture();
    builds[index % builds.length](sculpture, {
      height: random.uniform(0.85, 1.15),
      crown: random.uniform(0.38, 0.54),
      bark: pickColour(random, ['#5a3d24', '#7a5a3a', '#6a6058']),
      leaves: pickColour(random, ['#3f7a34', '#2f5a2c', '#6a8a3a', '#a8702a', '#4a6a4a']),
      random,
    });
    return sculpture;
  },
};
