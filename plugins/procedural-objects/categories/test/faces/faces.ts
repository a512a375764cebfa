import { spaceNoise } from '../../../shapes/noise.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import type { Category } from '../../category.ts';
import { addBrows, addEyes, addGlasses, addMouth } from './features.ts';
import { shapeBeard, shapeHair, strands } from './hair.ts';
import { shapeHead } from './head.ts';
import { type FaceParameters, faceParameters } from './parameters.ts';

function buildFace(face: FaceParameters): Sculpture {
  const skin = shapeHead(face);
  const sculpture = new Sculpture().add(
    skin.mesh(21, (x, y, z, colour) => colour.multiplyScalar(1 + 0.03 * spaceNoise(12 * x, 12 * y, 12 * z))),
    { finish: 'satin' },
  );
  const front = (x: number, y: number) => skin.front(x, y);
  addEyes(sculpture, face);
  addBrows(sculpture, face, front);
  addMouth(sculpture, face, front);
  if (face.hair !== 'bald') sculpture.add(shapeHair(face).mesh(12, strands), { finish: 'matte' });
  if (face.beard !== 'none') sculpture.add(shapeBeard(face).mesh(10, strands), { finish: 'matte' });
  if (face.glasses) addGlasses(sculpture, face);
  return sculpture;
}

export const faces: Category = {
  name: 'faces',
  sculpt: (identity) => buildFace(faceParameters(identity)),
};
