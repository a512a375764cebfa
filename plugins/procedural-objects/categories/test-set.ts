import type { Category } from './category.ts';
import { animals } from './test/animals/animals.ts';
import { boats } from './test/boats/boats.ts';
import { cars } from './test/cars/cars.ts';
import { chairs } from './test/chairs/chairs.ts';
import { faces } from './test/faces/faces.ts';
import { fruits } from './test/fruits/fruits.ts';
import { planes } from './test/planes/planes.ts';
import { tables } from './test/tables/tables.ts';

/** The categories of Yamins et al. 2014, in alphabetical order. */
export const testSet: readonly Category[] = [animals, boats, cars, chairs, faces, fruits, planes, tables];
