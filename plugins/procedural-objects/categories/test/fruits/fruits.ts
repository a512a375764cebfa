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

const kinds: Readonly<Record<string, Kind>> = {
  apple: { colours: ['#c8c04a', '#7fa83a', '#b3202a'], seconds: ['#b8281e', '#8c1a1e'], build: buildApple },
  banana: { colours: ['#f2cf3a', '#e8d860'], seconds: ['#5a4020', '#6a6a2a'], build: buildBanana },
  grapes: { colours: ['#5a2a6a', '#3f2f6a', '#7a1f3a'], seconds: ['#3a1a4a', '#7a3a6a'], build: buildGrapes },
  pineapple: { colours: ['#d99a2a', '#c8b040'], seconds: ['#6a4a1a', '#5a5a20'], build: buildPineapple },
  strawberry: { colours: ['#d0202a', '#e03a30'], seconds: ['#4a8a30', '#5a9a3a'], build: buildStrawberry },
  pear: { colours: ['#b8c84a', '#d0cc58', '#c4b048'], seconds: ['#b87a3a', '#8a9a30'], build: buildPear },
  melon: { colours: ['#e0404a', '#e8583a'], seconds: ['#221814'], build: buildMelon },
  cherries: { colours: ['#b0141e', '#6a0f1c'], seconds: ['#6a8a34', '#7a6a30'], build: buildCherries },
};

export const fruits: Category = {
  name: 'fruits',
  sculpt(identity) {
    const { colours, seconds, build } = identity.kind(kinds);
    const sculpture = new Sculpture();
    build(sculpture, {
      broad: identity.number('broad', 0.88, 1.14),
      tall: identity.number('tall', 0.86, 1.14),
      bend: identity.number('bend', 0.75, 1.2),
      colour: identity.colour('colour', colours),
      second: identity.colour('second', seconds),
    });
    return sculpture;
  },
};
