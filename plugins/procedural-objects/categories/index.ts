import { createRandomStreams } from '../../../core/random/streams.ts';
import { buildAnimal, drawAnimalParameters } from './animals.ts';
import { buildFace, drawFaceParameters } from './faces.ts';
import { buildCar, drawCarParameters } from './cars.ts';
import { buildPlane, drawPlaneParameters } from './planes.ts';
const C: any = { animals: [drawAnimalParameters, buildAnimal, 0.9], faces: [drawFaceParameters, buildFace, 0],
cars: [drawCarParameters, buildCar, 0.7], planes: [drawPlaneParameters, buildPlane, 0.6] };
export const categoryNames = Object.keys(C);
export const makeObject = (n: string, i: number) => C[n][1](C[n][0](i, createRandomStreams('x').stream(`${n}-${i}`))).cast(C[n][2], 1.2);
