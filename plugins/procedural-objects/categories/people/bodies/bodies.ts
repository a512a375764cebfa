import { Sculpture } from '../../../shapes/sculpture.ts';
import type { Category } from '../../category.ts';
import { addHead } from './head.ts';
import { addArms, addLegs } from './limbs.ts';
import { bodyParameters } from './parameters.ts';
import { postures } from './postures.ts';
import { poseSkeleton } from './skeleton.ts';
import { addSkirt } from './skirt.ts';
import { addTorso } from './torso.ts';

/** Dressed women and men in different postures, without a head or with one that has no face. */
export const bodies: Category = {
  name: 'bodies',
  sculpt(identity) {
    const posture = identity.kind(postures);
    const body = bodyParameters(identity, posture);
    const skeleton = poseSkeleton(body, posture);
    const sculpture = new Sculpture();
    addTorso(sculpture, body, skeleton);
    addArms(sculpture, body, skeleton);
    addLegs(sculpture, body, skeleton);
    if (body.bottom === 'skirt') addSkirt(sculpture, body, skeleton);
    if (body.headed) addHead(sculpture, body, skeleton);
    return sculpture;
  },
};
