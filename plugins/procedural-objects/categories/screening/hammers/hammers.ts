import { woods } from '../../../shapes/colours.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import type { Category } from '../../category.ts';
import { buildGavel, buildMallet, buildRubber, buildSledge } from './blunt-hammers.ts';
import type { Build } from './hammer.ts';
import { buildBallPeen, buildClaw, buildMason, buildPick } from './iron-hammers.ts';

const kinds: Readonly<Record<string, Build>> = {
  claw: buildClaw,
  mallet: buildMallet,
  sledge: buildSledge,
  'ball-peen': buildBallPeen,
  pick: buildPick,
  gavel: buildGavel,
  rubber: buildRubber,
  mason: buildMason,
};

/** Head up, seen from the side. */
export const hammers: Category = {
  name: 'hammers',
  sculpt(identity) {
    const build = identity.kind(kinds);
    const sculpture = new Sculpture();
    build(sculpture, {
      length: identity.number('length', 0.75, 1.1),
      head: identity.number('head', 0.36, 0.56),
      handle: identity.colour('handle', [...woods, '#c2401e', '#2a5a9a', '#d9a520']),
      iron: identity.colour('iron', ['#8c9096', '#5a5e64', '#a8acb2']),
    });
    return sculpture;
  },
};
