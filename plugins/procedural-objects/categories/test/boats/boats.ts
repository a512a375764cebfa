import { woods } from '../../../shapes/colours.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import type { Category } from '../../category.ts';
import { type Boat, type Hull, type Kind, white } from './boat.ts';
import { addHull } from './hull.ts';
import { fitCabin, fitTug } from './motor-boats.ts';
import { fitSails, fitSquareSails } from './sails.ts';
import { fitContainers, fitLiner } from './ships.ts';
import { fitOars, fitSpeed } from './small-boats.ts';

function hull(
  halfBeam: number,
  depth: number,
  bowRise: number,
  sternRise: number,
  stern: number,
  rake: number,
  open = false,
): Hull {
  return { halfBeam, depth, bowRise, sternRise, stern, rake, open };
}

const kinds: Readonly<Record<string, Kind>> = {
  sailing: {
    hull: hull(0.17, 0.12, 0.06, 0.02, 0.75, 0.25),
    colours: [white, '#1f3a68'],
    trims: ['#c79a63'],
    fit: fitSails,
  },
  rowing: {
    hull: hull(0.2, 0.15, 0.06, 0.03, 0.65, 0.15, true),
    colours: ['#8a4a28', '#2f6b3c', '#b3202a'],
    trims: woods,
    planked: true,
    fit: fitOars,
  },
  containers: {
    hull: hull(0.11, 0.17, 0.05, 0, 0.9, 0.2),
    colours: ['#243a5e', '#7a1f1f', '#2c5a3c'],
    trims: ['#8a6a4a'],
    fit: fitContainers,
  },
  yacht: {
    hull: hull(0.16, 0.15, 0.05, 0, 0.9, 0.6),
    colours: [white, '#22304a'],
    trims: ['#c9ccd1'],
    fit: fitCabin,
  },
  galleon: {
    hull: hull(0.15, 0.17, 0.1, 0.16, 0.85, 0.3),
    colours: ['#5c3a20', '#3a2416'],
    trims: ['#8a5a33', '#6d4424'],
    planked: true,
    fit: fitSquareSails,
  },
  tug: {
    hull: hull(0.21, 0.19, 0.11, 0.02, 0.85, 0.1),
    colours: ['#b3202a', '#28282c', '#1f4e8c'],
    trims: ['#c79a63'],
    fit: fitTug,
  },
  speed: {
    hull: hull(0.18, 0.14, 0.03, -0.02, 0.95, 0.9),
    colours: ['#d0361e', '#e0b020', '#f0efe9'],
    trims: ['#26272b', '#e8e8e4'],
    fit: fitSpeed,
  },
  liner: {
    hull: hull(0.085, 0.14, 0.05, 0.02, 0.75, 0.3),
    colours: ['#1c2636', '#f0efe9'],
    trims: ['#b08a5a'],
    fit: fitLiner,
  },
};

export const boats: Category = {
  name: 'boats',
  sculpt(identity) {
    const kind = identity.kind(kinds);
    const boat: Boat = {
      hull: {
        ...kind.hull,
        halfBeam: identity.near('halfBeam', kind.hull.halfBeam, 0.15),
        depth: identity.near('depth', kind.hull.depth, 0.15),
        bowRise: identity.near('bowRise', kind.hull.bowRise, 0.25),
      },
      colour: identity.colour('colour', kind.colours),
      trim: identity.colour('trim', kind.trims),
      planked: kind.planked ?? false,
      accent: identity.colour('accent', ['#a8322a', '#1f4e8c', '#d9a520', '#7a2a20']),
    };
    const sculpture = new Sculpture();
    addHull(sculpture, boat);
    kind.fit(sculpture, boat);
    return sculpture;
  },
};
