import { Sculpture } from '../../../shapes/sculpture.ts';
import type { Category } from '../../category.ts';
import { individual } from './parameters.ts';
import { bear } from './species/bear.ts';
import { cow } from './species/cow.ts';
import { dog } from './species/dog.ts';
import { elephant } from './species/elephant.ts';
import { giraffe } from './species/giraffe.ts';
import { lion } from './species/lion.ts';
import { penguin } from './species/penguin.ts';
import { pig } from './species/pig.ts';
import { rabbit } from './species/rabbit.ts';
import { songbird } from './species/songbird.ts';
import { turtle } from './species/turtle.ts';
import { zebra } from './species/zebra.ts';

const species = { elephant, giraffe, dog, songbird, lion, zebra, turtle, rabbit, cow, pig, bear, penguin };

export const animals: Category = {
  name: 'animals',
  sculpt(identity) {
    const { colours, build } = identity.kind(species);
    const sculpture = new Sculpture();
    build(sculpture, individual(identity, colours));
    return sculpture;
  },
};
