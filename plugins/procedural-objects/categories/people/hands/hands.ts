import { Sculpture } from '../../../shapes/sculpture.ts';
import { lathe } from '../../../shapes/solids.ts';
import type { Category } from '../../category.ts';
import { gestures } from './gestures.ts';
import { addHand } from './hand.ts';
import { handParameters } from './parameters.ts';

/** The end of a sleeve: radius and height. */
const cuff = [
  [0, -0.46],
  [0.16, -0.46],
  [0.15, -0.14],
  [0.135, -0.13],
  [0.125, -0.16],
] as const;

/** Left and right hands that do different things, some with a sleeve. */
export const hands: Category = {
  name: 'hands',
  sculpt(identity) {
    const gesture = identity.kind(gestures);
    const hand = handParameters(identity);
    const [x, y, z] = gesture.turn ?? [0, 0, 0];
    const turn = hand.side === 'left' ? ([x, -y, -z] as const) : ([x, y, z] as const);
    const sculpture = new Sculpture();
    addHand(sculpture, hand, gesture, { turn });
    if (hand.sleeve) sculpture.add(lathe(cuff), { paint: hand.sleeve, finish: 'matte', turn });
    return sculpture;
  },
};
