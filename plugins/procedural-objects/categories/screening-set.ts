import type { Category } from './category.ts';
import { bottles } from './screening/bottles/bottles.ts';
import { buildings } from './screening/buildings/buildings.ts';
import { clocks } from './screening/clocks/clocks.ts';
import { flowers } from './screening/flowers/flowers.ts';
import { guitars } from './screening/guitars/guitars.ts';
import { hammers } from './screening/hammers/hammers.ts';
import { hats } from './screening/hats/hats.ts';
import { keys } from './screening/keys/keys.ts';
import { lamps } from './screening/lamps/lamps.ts';
import { mugs } from './screening/mugs/mugs.ts';
import { shoes } from './screening/shoes/shoes.ts';
import { trees } from './screening/trees/trees.ts';
import { umbrellas } from './screening/umbrellas/umbrellas.ts';

/** Categories to train on before testing on others; none of them is animate. */
export const screeningSet: readonly Category[] = [
  bottles,
  buildings,
  clocks,
  flowers,
  guitars,
  hammers,
  hats,
  keys,
  lamps,
  mugs,
  shoes,
  trees,
  umbrellas,
];
