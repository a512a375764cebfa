/**
 * Seconds of the float64 operations behind readouts, for every linear algebra engine of this machine.
 *
 *     node --import tsx benchmarks/linear-algebra.ts
 */
import { availableParallelism } from 'node:os';
import type { LinearAlgebra, Matrix } from '../core/contracts/linear-algebra.ts';
import { createRandomStreams } from '../core/random/streams.ts';
import openblas from '../plugins/openblas/index.ts';
import plain from '../plugins/plain-algebra/index.ts';
import { compare, instance } from './compare.ts';

const images = 2000;
const features = 4096;
const targets = 168;
const eigenOrder = 1000;

const stream = createRandomStreams('benchmark').stream('matrices');
const normal = (length: number) => Float64Array.from({ length }, () => stream.normal());
const activations = { rows: images, columns: features, data: Float32Array.from(normal(images * features)) };
const responses = { rows: images, columns: targets, data: normal(images * targets) };

function operations(algebra: LinearAlgebra, penalised: Matrix, symmetric: Matrix) {
  return {
    [`Gram matrix of ${images} x ${features}, from float32`]: () => algebra.gram(activations),
    [`Cholesky solve of order ${images}, ${targets} targets`]: () =>
      algebra.solvePositive(penalised, responses),
    [`eigensystem of order ${eigenOrder}`]: () => algebra.symmetricEigen(symmetric),
  };
}

const engines: LinearAlgebra[] = [];
if ((await openblas.availability?.())?.available)
  for (const threads of [1, availableParallelism()])
    engines.push(await openblas.create({ threads }, {}, instance));
engines.push(await plain.create({}, {}, instance));

const penalised = engines[0].gram(activations);
for (let index = 0; index < images; index++) penalised.data[index * (images + 1)] += 1;
const symmetric = engines[0].gram({
  rows: eigenOrder,
  columns: features,
  data: activations.data.subarray(0, eigenOrder * features),
});

await compare({
  unit: 'seconds',
  rounds: 2,
  engines: engines.map((algebra) => ({
    name: algebra.identity,
    operations: operations(algebra, penalised, symmetric),
  })),
});
