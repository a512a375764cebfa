import { Sculpture } from '../../../shapes/sculpture.ts';
import type { Category } from '../../category.ts';
import { addBeard } from './beard.ts';
import { addBrows } from './brows.ts';
import { addEars } from './ears.ts';
import { addEyes } from './eyes.ts';
import { addGlasses } from './glasses.ts';
import { addHair } from './hair.ts';
import { Head } from './head.ts';
import { addNostrils } from './nostrils.ts';
import { faceParameters } from './parameters.ts';
import { skinMesh } from './skin.ts';

export const faces: Category = {
  name: 'faces',
  sculpt(identity) {
    const face = faceParameters(identity);
    const head = new Head(face);
    const sculpture = new Sculpture().add(skinMesh(head), { finish: 'satin' });
    addEyes(sculpture, head);
    addEars(sculpture, head);
    addNostrils(sculpture, head);
    addBrows(sculpture, head);
    addHair(sculpture, head);
    addBeard(sculpture, head);
    if (face.glasses) addGlasses(sculpture, head);
    return sculpture;
  },
};
