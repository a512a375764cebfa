import type { Sculpture } from '../../../shapes/sculpture.ts';
import type { Category } from '../../category.ts';
import { buildBird } from './bird.ts';
import { type AnimalParameters, animalParameters } from './parameters.ts';
import { buildPenguin } from './penguin.ts';
import { buildQuadruped } from './quadruped.ts';
import { buildTurtle } from './turtle.ts';

function buildAnimal(animal: AnimalParameters): Sculpture {
  const builders = { quadruped: buildQuadruped, bird: buildBird, penguin: buildPenguin, turtle: buildTurtle };
  return builders[animal.body](animal);
}

export const animals: Category = {
  name: 'animals',
  sculpt: (identity) => buildAnimal(animalParameters(identity)),
};
