import { Sculpture } from '../../../shapes/sculpture.ts';
import type { Category } from '../../category.ts';
import { addBody, addDoors, addFaceOfCar } from './body.ts';
import { addCabin, addOpenTop } from './cabin.ts';
import { addExtras } from './extras.ts';
import { type CarParameters, carParameters } from './parameters.ts';
import { addWheels } from './wheels.ts';

function buildCar(car: CarParameters): Sculpture {
  const sculpture = new Sculpture();
  addBody(sculpture, car);
  addWheels(sculpture, car);
  if (!car.extras.includes('open-wheels')) {
    addFaceOfCar(sculpture, car);
    addDoors(sculpture, car);
  }
  if (car.extras.includes('open-top')) addOpenTop(sculpture, car);
  else addCabin(sculpture, car);
  addExtras(sculpture, car);
  return sculpture;
}

export const cars: Category = {
  name: 'cars',
  sculpt: (identity) => buildCar(carParameters(identity)),
};
