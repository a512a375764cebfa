import { Sculpture } from '../../../shapes/sculpture.ts';
import type { Category } from '../../category.ts';
import type { Build } from './building.ts';
import { buildCastle, buildDome, buildTemple } from './grand-buildings.ts';
import { buildChurch, buildHouse, buildTower } from './plain-buildings.ts';
import { buildLighthouse, buildWindmill } from './round-buildings.ts';

const kinds: Readonly<Record<string, Build>> = {
  house: buildHouse,
  skyscraper: buildTower,
  church: buildChurch,
  temple: buildTemple,
  castle: buildCastle,
  mosque: buildDome,
  lighthouse: buildLighthouse,
  windmill: buildWindmill,
};

export const buildings: Category = {
  name: 'buildings',
  sculpt(identity) {
    const build = identity.kind(kinds);
    const sculpture = new Sculpture();
    build(sculpture, {
      width: identity.number('width', 0.85, 1.2),
      height: identity.number('height', 0.52, 0.72),
      depth: identity.number('depth', 0.8, 1.1),
      wall: identity.colour('wall', ['#e8dcc4', '#c9b08a', '#b8b4ac', '#d8a88a', '#a0684a']),
      roof: identity.colour('roof', ['#8a3a2a', '#4a5058', '#5a6a4a', '#7a5a3a', '#3a6a78']),
    });
    return sculpture;
  },
};
