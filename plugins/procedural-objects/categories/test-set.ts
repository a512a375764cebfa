import type { Category } from './category.ts';
import { animals } from './test/animals.ts';
import { boats } from './test/boats.ts';
import { cars } from './test/cars.ts';
import { chairs } from './test/chairs.ts';
import { faces } from './test/faces.ts';
import { fruits } from './test/fruits.ts';
import { planes } from './test/planes.ts';
import { tables } from './test/tables.ts';

/** The categories of Yamins et al. 2014, in alphabetical order. */
export const testSet: readonly Category[] = [animals, boats, cars, chairs, faces, fruits, planes, tables];
