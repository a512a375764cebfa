import {
  mirrorUpperTriangle,
  requireEqualLengths,
  requireFilled,
  zeroMatrix,
} from '../../core/assembly/matrix.ts';
import type { LinearAlgebra, Matrix, SingleMatrix } from '../../core/contracts/linear-algebra.ts';
import { solvePositive } from './cholesky.ts';
import { symmetricEigen } from './eigen.ts';
import { describeLibrary, loadLibrary } from './library.ts';
import { bindRoutines, cblas, type Routines } from './routines.ts';

/** Values converted to double precision at a time: 64 MB of them. */
const blockValues = 8_388_608;

/** OpenBLAS in this process. The number of threads is set before every call, as other parts may use another. */
export function createOpenblasAlgebra(wanted: number): LinearAlgebra {
  const library = loadLibrary();
  const routines = bindRoutines(library);
  routines.setThreads(wanted);
  const threads = routines.threads();
  const prepared = () => {
    routines.setThreads(threads);
    return routines;
  };
  return {
    identity: `openblas ${describeLibrary(library)} (${threads} thread${threads === 1 ? '' : 's'})`,
    threads,
    multiply: (a, b, transpose = {}) =>
      multiply(prepared(), a, b, transpose.a ?? false, transpose.b ?? false),
    multiplySymmetric: (a, b) => multiplySymmetric(prepared(), a, b),
    gram: (x) => gram(prepared(), x),
    symmetricEigen: (a) => symmetricEigen(prepared(), a),
    solvePositive: (a, b) => solvePositive(prepared(), a, b),
  };
}

function multiply(
  routines: Routines,
  a: Matrix,
  b: Matrix,
  transposeA: boolean,
  transposeB: boolean,
): Matrix {
  requireFilled(a);
  requireFilled(b);
  const [rows, inner] = transposeA ? [a.columns, a.rows] : [a.rows, a.columns];
  const [innerOfB, columns] = transposeB ? [b.columns, b.rows] : [b.rows, b.columns];
  requireEqualLengths('inner lengths of a product', inner, innerOfB);
  const product = zeroMatrix(rows, columns);
  if (product.data.length === 0 || inner === 0) return product;
  routines.dgemm(
    ...[cblas.rowMajor, transposition(transposeA), transposition(transposeB), rows, columns, inner],
    ...[1, a.data, a.columns, b.data, b.columns, 0, product.data, columns],
  );
  return product;
}

/** A product with one vector takes as long as reading the matrix, so that half of it takes half as long. */
function multiplySymmetric(routines: Routines, a: Matrix, b: Matrix): Matrix {
  requireEqualLengths('rows and columns of a symmetric matrix', a.rows, a.columns);
  if (b.columns !== 1 || a.rows === 0) return multiply(routines, a, b, false, false);
  requireFilled(a);
  requireFilled(b);
  requireEqualLengths('inner lengths of a product', a.columns, b.rows);
  const product = zeroMatrix(a.rows, 1);
  routines.dsymv(
    ...[cblas.rowMajor, cblas.lower, a.rows],
    ...[1, a.data, a.columns, b.data, 1, 0, product.data, 1],
  );
  return product;
}

function transposition(wanted: boolean): number {
  return wanted ? cblas.transposed : cblas.plain;
}

/** Sums the products of blocks of columns, so that only one block at a time is held in double precision. */
function gram(routines: Routines, x: Matrix | SingleMatrix): Matrix {
  requireFilled(x);
  const { rows, columns, data } = x;
  const result = zeroMatrix(rows, rows);
  if (data.length === 0) return result;
  if (data instanceof Float64Array) addGram(routines, data, rows, columns, result);
  else
    for (const block of columnBlocks(data, rows, columns))
      addGram(routines, block.data, rows, block.columns, result);
  mirrorUpperTriangle(result);
  return result;
}

function addGram(routines: Routines, data: Float64Array, rows: number, columns: number, into: Matrix): void {
  routines.dsyrk(
    ...[cblas.rowMajor, cblas.upper, cblas.plain, rows, columns],
    ...[1, data, columns, 1, into.data, rows],
  );
}

function* columnBlocks(data: Float32Array, rows: number, columns: number) {
  const width = Math.min(columns, Math.max(1, Math.floor(blockValues / rows)));
  const buffer = new Float64Array(rows * width);
  for (let start = 0; start < columns; start += width) {
    const blockColumns = Math.min(width, columns - start);
    for (let row = 0; row < rows; row++) {
      const from = row * columns + start;
      buffer.set(data.subarray(from, from + blockColumns), row * blockColumns);
    }
    yield { data: buffer, columns: blockColumns };
  }
}
