import { Sculpture } from '../../../shapes/sculpture.ts';
import type { Category } from '../../category.ts';
import { addCanopy, addFurled } from './canopy.ts';
import { kinds } from './kinds.ts';
import { addShaft } from './shaft.ts';
import type { Umbrella } from './umbrella.ts';

/** Umbrellas and parasols, upright. */
export const umbrellas: Category = {
  name: 'umbrellas',
  sculpt(identity) {
    const kind = identity.kind(kinds);
    const umbrella: Umbrella = {
      ...kind,
      radius: identity.near('radius', kind.radius, 0.12),
      rise: identity.near('rise', kind.rise, 0.12),
      shaft: identity.near('shaft', kind.shaft, 0.08),
      colour: identity.colour('colour', ['#b3202a', '#1f2024', '#2a5a9a', '#2f7a4c', '#e0b020', '#8a3a8a']),
      second: identity.colour('second', ['#f4f0e4', '#e8b0a0', '#9ac0d8', '#f0d060']),
      wood: identity.colour('wood', ['#6d4424', '#2a2a2d', '#c79a63']),
    };
    const sculpture = new Sculpture();
    if (umbrella.open > 0) addCanopy(sculpture, umbrella);
    else addFurled(sculpture, umbrella);
    addShaft(sculpture, umbrella);
    return sculpture;
  },
};
