import { Sculpture } from '../../../shapes/sculpture.ts';
import type { Category } from '../../category.ts';
import { buildBlossom, buildBroadleaf, buildConifer, buildPoplar } from './leafy-trees.ts';
import { buildBare, buildPalm, buildUmbrellaPine, buildWillow } from './other-trees.ts';
import type { Build } from './tree.ts';

interface Kind {
  readonly build: Build;
  readonly leaves: readonly string[];
}

const greens = ['#3f7a34', '#2f5a2c', '#6a8a3a', '#4a6a4a'];

const kinds: Readonly<Record<string, Kind>> = {
  broadleaf: { build: buildBroadleaf, leaves: [...greens, '#a8702a'] },
  conifer: { build: buildConifer, leaves: ['#2f5a2c', '#3f6a44', '#2a4a3a'] },
  palm: { build: buildPalm, leaves: greens },
  poplar: { build: buildPoplar, leaves: greens },
  bare: { build: buildBare, leaves: greens },
  pine: { build: buildUmbrellaPine, leaves: greens },
  willow: { build: buildWillow, leaves: ['#7a9a4a', '#8aa05a'] },
  blossom: { build: buildBlossom, leaves: ['#f0b8c8', '#f4d8e0', '#e890b0'] },
};

export const trees: Category = {
  name: 'trees',
  sculpt(identity) {
    const { build, leaves } = identity.kind(kinds);
    const sculpture = new Sculpture();
    build(sculpture, {
      height: identity.number('height', 0.85, 1.15),
      crown: identity.number('crown', 0.38, 0.54),
      bark: identity.colour('bark', ['#5a3d24', '#7a5a3a', '#6a6058']),
      leaves: identity.colour('leaves', leaves),
      growth: identity.number('growth', 0, 40),
    });
    return sculpture;
  },
};
