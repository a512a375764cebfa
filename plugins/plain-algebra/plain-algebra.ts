import type { LinearAlgebra } from '../../core/contracts/linear-algebra.ts';
import { solvePositive } from './cholesky.ts';
import { symmetricEigen } from './eigen.ts';
import { gram, multiply, multiplySymmetric } from './products.ts';

export function createPlainAlgebra(): LinearAlgebra {
  return {
    identity: 'plain-algebra 1',
    threads: 1,
    degraded:
      'Linear algebra runs in plain TypeScript, on one core and some 20 times slower than OpenBLAS, which `npm run setup` fetches.',
    multiply: (a, b, transpose = {}) => multiply(a, b, transpose.a ?? false, transpose.b ?? false),
    multiplySymmetric,
    gram,
    symmetricEigen,
    solvePositive,
  };
}
