import type { RandomStream } from '../../../../../core/contracts/random.ts';
import { pickColour } from '../../../shapes/colours.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import type { Category } from '../../category.ts';
import { buildCherries, buildGrapes, buildPineapple, buildStrawberry } from './composed-fruits.ts';
import type { Build } from './fruit.ts';
import { buildApple, buildBanana, buildMelon, buildPear } from './smooth-fruits.ts';

interface Kind {
  readonly colours: readonly string[];
  readonly seconds: readonly string[];
  readonly build: Build;
}

const kinds: readonly Kind[] = [
  { colours: ['#c8c04a', '#7fa83a', '#b3202a'], seconds: ['#b8281e', '#8c1a1e'], build: buildApple },
  { colours: ['#f2cf3a', '#e8d860'], seconds: ['#5a4020', '#6a6a2a'], build: buildBanana },
  { colours: ['#5a2a6a', '#3f2f6a', '#7a1f3a'], seconds: ['#3a1a4a', '#7a3a6a'], build: buildGrapes },
  { colours: ['#d99a2a', '#c8b040'], seconds: ['#6a4a1a', '#5a5a20'], build: buildPineapple },
  { colours: ['#d0202a', '#e03a30'], seconds: ['#4a8a30', '#5a9a3a'], build: buildStrawberry },
  { colours: ['#b8c04a', '#d8c85a', '#a8883a'], seconds: ['#b8602a', '#8a9a30'], build: buildPear },
  { colours: ['#e0404a', '#e8583a'], seconds: ['#221814'], build: buildMelon },
  { colours: ['#b0141e', '#6a0f1c'], seconds: ['#6a8a34', '#7a6a30'], build: buildCherries },
];

export const fruits: Category = {
  name: 'fruits',
  sculpt(index: number, random: RandomStream): Sculpture {
    const { colours, seconds, build } = kinds[index % kinds.length];
    const sculpture = new Sculpture();
    build(sculpture, {
      broad: random.uniform(0.88, 1.14),
      tall: random.uniform(0.86, 1.14),
      bend: random.uniform(0.75, 1.2),
      colour: pickColour(random, colours),
      second: pickColour(random, seconds),
      random,
    });
    return sculpture;
  },
};
