import { Sculpture } from '../../../shapes/sculpture.ts';
import type { Category } from '../../category.ts';
import { addEngines } from './engines.ts';
import { addCanopy, addFuselage } from './fuselage.ts';
import { addFloats, addWheels } from './gear.ts';
import { type PlaneParameters, planeParameters } from './parameters.ts';
import { addTail, addWings } from './wings.ts';

function buildPlane(plane: PlaneParameters): Sculpture {
  const sculpture = new Sculpture();
  addFuselage(sculpture, plane);
  addWings(sculpture, plane);
  addTail(sculpture, plane);
  addEngines(sculpture, plane);
  if (plane.canopy) addCanopy(sculpture, plane);
  if (plane.gear === 'wheels') addWheels(sculpture, plane);
  if (plane.gear === 'floats') addFloats(sculpture, plane);
  return sculpture;
}

export const planes: Category = {
  name: 'planes',
  sculpt: (identity) => buildPlane(planeParameters(identity)),
};
