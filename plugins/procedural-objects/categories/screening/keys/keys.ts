import { Sculpture } from '../../../shapes/sculpture.ts';
import type { Category } from '../../category.ts';
import { buildCarKey, buildHotel, buildHouseKey, buildRing, buildTagKey } from './flat-keys.ts';
import type { Build } from './key.ts';
import { buildCloverKey, buildHeart, buildRingKey } from './old-keys.ts';

const kinds: Readonly<Record<string, Build>> = {
  house: buildHouseKey,
  old: buildRingKey,
  car: buildCarKey,
  clover: buildCloverKey,
  covered: buildTagKey,
  heart: buildHeart,
  ring: buildRing,
  hotel: buildHotel,
};

/** Flat side to the front. */
export const keys: Category = {
  name: 'keys',
  sculpt(identity) {
    const build = identity.kind(kinds);
    const sculpture = new Sculpture();
    build(sculpture, {
      length: identity.number('length', 0.75, 1.05),
      bow: identity.number('bow', 0.24, 0.33),
      metal: identity.colour('metal', ['#c9a83a', '#b8bcc2', '#a87a4a', '#8a8e94']),
      cover: identity.colour('cover', ['#1f2024', '#2a4a8a', '#b3202a', '#2f6b3c']),
      notches: [1, 2, 3, 4, 5, 6].map((notch) => identity.number(`notch${notch}`, 0.25, 0.75)),
    });
    return sculpture;
  },
};
