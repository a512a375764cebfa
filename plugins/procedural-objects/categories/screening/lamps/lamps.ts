import { Sculpture } from '../../../shapes/sculpture.ts';
import type { Category } from '../../category.ts';
import type { Build } from './lamp.ts';
import { buildDesk, buildLantern, buildOil, buildStreet } from './other-lamps.ts';
import { buildBanker, buildFloor, buildPendant, buildTable } from './shaded-lamps.ts';

const kinds: Readonly<Record<string, Build>> = {
  table: buildTable,
  floor: buildFloor,
  desk: buildDesk,
  street: buildStreet,
  pendant: buildPendant,
  lantern: buildLantern,
  banker: buildBanker,
  oil: buildOil,
};

export const lamps: Category = {
  name: 'lamps',
  sculpt(identity) {
    const build = identity.kind(kinds);
    const sculpture = new Sculpture();
    build(sculpture, {
      height: identity.number('height', 0.88, 1.14),
      shade: identity.number('shade', 0.27, 0.38),
      base: identity.colour('base', ['#26272b', '#c9a83a', '#8a5a33', '#4a6a5a', '#8c9096']),
      cloth: identity.colour('cloth', ['#f0e4c8', '#c8503a', '#3c8a8c', '#d9a520', '#e8b8b0', '#2a4a7a']),
    });
    return sculpture;
  },
};
