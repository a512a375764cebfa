import fc from 'fast-check';
import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import openblas from '../../plugins/openblas/index.ts';
import plain from '../../plugins/plain-algebra/index.ts';
import { describeEngines, startEngine, testChoice } from './support/engines.ts';

const random = createRandomStreams('linear algebra');

function randomMatrix(rows: number, columns: number, name = `${rows} x ${columns}`): Matrix {
  const stream = random.stream(name);
  return { rows, columns, data: Float64Array.from({ length: rows * columns }, () => stream.normal()) };
}

function matrix(rows: number[][]): Matrix {
  return { rows: rows.length, columns: rows[0].length, data: Float64Array.from(rows.flat()) };
}

/** The product by its definition. */
function product(a: Matrix, b: Matrix): Matrix {
  const data = new Float64Array(a.rows * b.columns);
  for (let row = 0; row < a.rows; row++)
    for (let column = 0; column < b.columns; column++)
      for (let inner = 0; inner < a.columns; inner++)
        data[row * b.columns + column] +=
          a.data[row * a.columns + inner] * b.data[inner * b.columns + column];
  return { rows: a.rows, columns: b.columns, data };
}

function transposed({ rows, columns, data }: Matrix): Matrix {
  return {
    rows: columns,
    columns: rows,
    data: Float64Array.from(data, (_, index) => data[(index % rows) * columns + Math.floor(index / rows)]),
  };
}

/** The mean of a square matrix and its transpose. */
function symmetric(a: Matrix): Matrix {
  const turned = transposed(a).data;
  return { ...a, data: a.data.map((value, index) => (value + turned[index]) / 2) };
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((largest, value, index) => Math.max(largest, Math.abs(value - b[index])), 0);
}

/** An orthogonal matrix times given eigenvalues times its transpose. */
function withEigenvalues(algebra: LinearAlgebra, values: readonly number[]): Matrix {
  const size = values.length;
  const { vectors } = algebra.symmetricEigen(algebra.gram(randomMatrix(size, size + 5)));
  const scaled = vectors.data.map((value, index) => value * values[Math.floor(index / size)]);
  return symmetric(product(transposed(vectors), { ...vectors, data: scaled }));
}

function expectEigensystem(algebra: LinearAlgebra, a: Matrix): void {
  const { values, vectors } = algebra.symmetricEigen(a);
  const scale = Math.max(1e-300, ...Array.from(values, Math.abs));
  const identity = algebra.multiply(vectors, vectors, { b: true });
  for (let row = 0; row < a.rows; row++) {
    if (row > 0) expect(values[row]).toBeGreaterThanOrEqual(values[row - 1]);
    for (let column = 0; column < a.rows; column++)
      expect(Math.abs(identity.data[row * a.rows + column] - (row === column ? 1 : 0))).toBeLessThan(1e-12);
    const vector = vectors.data.subarray(row * a.rows, (row + 1) * a.rows);
    const largest = vector.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
    expect(largest).toBeGreaterThan(0);
  }
  const images = product(vectors, a);
  const expected = vectors.data.map((value, index) => value * values[Math.floor(index / a.rows)]);
  expect(largestDifference(images.data, expected)).toBeLessThan(1e-13 * a.rows * scale);
}

await describeEngines<LinearAlgebra>([openblas, plain], (plugin) => {
  let algebra: LinearAlgebra;
  beforeAll(async () => {
    algebra = await startEngine(plugin);
  });

  test('names itself and its threads', () => {
    expect(algebra.identity).toMatch(/\S/);
    expect(algebra.threads).toBeGreaterThanOrEqual(1);
  });

  test('multiplies, with either factor transposed first', () => {
    fc.assert(
      fc.property(
        fc.tuple(
          fc.integer({ min: 1, max: 40 }),
          fc.integer({ min: 1, max: 40 }),
          fc.integer({ min: 1, max: 40 }),
        ),
        fc.boolean(),
        fc.boolean(),
        ([rows, inner, columns], turnA, turnB) => {
          const a = randomMatrix(rows, inner);
          const b = randomMatrix(inner, columns);
          const result = algebra.multiply(turnA ? transposed(a) : a, turnB ? transposed(b) : b, {
            a: turnA,
            b: turnB,
          });
          const expected = product(a, b);
          expect([result.rows, result.columns]).toEqual([rows, columns]);
          expect(largestDifference(result.data, expected.data)).toBeLessThan(1e-12);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('multiplies across its blocks', () => {
    const a = randomMatrix(45, 1100);
    const b = randomMatrix(1100, 67);
    expect(largestDifference(algebra.multiply(a, b).data, product(a, b).data)).toBeLessThan(1e-11);
  });

  test.each([1, 2, 9])('multiplies a symmetric matrix with %i columns', (columns) => {
    const a = symmetric(randomMatrix(33, 33));
    const b = randomMatrix(33, columns);
    expect(largestDifference(algebra.multiplySymmetric(a, b).data, product(a, b).data)).toBeLessThan(1e-12);
  });

  test('gives the Gram matrix, exactly symmetric, of single and double precision alike', () => {
    const x = randomMatrix(71, 1301);
    const single = { ...x, data: Float32Array.from(x.data) };
    const rounded = { ...x, data: Float64Array.from(single.data) };
    const gram = algebra.gram(rounded);
    expect(largestDifference(gram.data, product(rounded, transposed(rounded)).data)).toBeLessThan(1e-10);
    expect(largestDifference(algebra.gram(single).data, gram.data)).toBeLessThan(1e-10);
    expect(transposed(gram).data).toEqual(gram.data);
  });

  test('sums a Gram matrix of single precision in double precision', () => {
    const columns = 100_000;
    const x = { rows: 1, columns, data: new Float32Array(columns).fill(0.1) };
    expect(algebra.gram(x).data[0] / (columns * Math.fround(0.1) ** 2)).toBeCloseTo(1, 11);
  });

  test.each([1, 2, 3, 17, 80])('finds the eigensystem of a random symmetric matrix of order %i', (size) => {
    expectEigensystem(algebra, symmetric(randomMatrix(size, size)));
  });

  test.each([
    ['rank deficient', Array.from({ length: 40 }, (_, index) => (index < 30 ? 0 : index))],
    ['ill-conditioned', Array.from({ length: 30 }, (_, index) => 10 ** (index - 15))],
    ['of repeated eigenvalues', Array.from({ length: 24 }, (_, index) => Math.floor(index / 6))],
    ['indefinite', [-3, -1, -1e-8, 0, 2, 2, 5]],
  ])('finds the eigensystem of a matrix that is %s', (_, values) => {
    const a = withEigenvalues(algebra, values);
    expectEigensystem(algebra, a);
    const found = algebra.symmetricEigen(a).values;
    expect(largestDifference(found, values)).toBeLessThan(1e-13 * Math.max(...values) * values.length);
  });

  test('takes zero, diagonal and tiny matrices', () => {
    expectEigensystem(algebra, { rows: 5, columns: 5, data: new Float64Array(25) });
    expectEigensystem(
      algebra,
      matrix([
        [3, 0, 0],
        [0, -1, 0],
        [0, 0, 2],
      ]),
    );
    const x = randomMatrix(6, 6);
    expectEigensystem(algebra, algebra.gram({ ...x, data: x.data.map((value) => value * 1e-90) }));
  });

  test('knows the eigenvalues of the second difference', () => {
    const size = 50;
    const data = Float64Array.from({ length: size * size }, (_, index) => {
      const distance = Math.abs(Math.floor(index / size) - (index % size));
      return distance === 0 ? 2 : distance === 1 ? -1 : 0;
    });
    const expected = Array.from(
      { length: size },
      (_, index) => 2 - 2 * Math.cos(((index + 1) * Math.PI) / (size + 1)),
    );
    expect(
      largestDifference(algebra.symmetricEigen({ rows: size, columns: size, data }).values, expected),
    ).toBeLessThan(1e-13);
  });

  test('solves positive definite systems', () => {
    const a = withEigenvalues(
      algebra,
      Array.from({ length: 60 }, (_, index) => 0.01 + index),
    );
    const x = randomMatrix(60, 7);
    const solution = algebra.solvePositive(a, product(a, x));
    expect([solution.rows, solution.columns]).toEqual([60, 7]);
    expect(largestDifference(solution.data, x.data)).toBeLessThan(1e-9);
  });

  test('solves ill-conditioned systems with a small residual', () => {
    const a = withEigenvalues(
      algebra,
      Array.from({ length: 20 }, (_, index) => 10 ** (-index / 2)),
    );
    const b = randomMatrix(20, 3);
    const solution = algebra.solvePositive(a, b);
    const size = Math.max(...Array.from(solution.data, Math.abs));
    expect(largestDifference(product(a, solution).data, b.data)).toBeLessThan(1e-13 * size * 20);
  });

  test('solves what it multiplied, and its eigenvalues sum to the trace', () => {
    const size = fc.integer({ min: 1, max: 25 });
    fc.assert(
      fc.property(size, size, size, (rows, features, columns) => {
        const a = algebra.gram(randomMatrix(rows, features));
        for (let index = 0; index < rows; index++) a.data[index * (rows + 1)] += 1;
        const x = randomMatrix(rows, columns);
        const solution = algebra.solvePositive(a, algebra.multiply(a, x));
        expect(largestDifference(solution.data, x.data)).toBeLessThan(1e-10);
        const { values } = algebra.symmetricEigen(a);
        const trace = Array.from({ length: rows }, (_, index) => a.data[index * (rows + 1)]);
        const difference = values.reduce((sum, value, index) => sum + value - trace[index], 0);
        expect(Math.abs(difference)).toBeLessThan(1e-10);
        expect(values[0]).toBeGreaterThan(1 - 1e-10);
      }),
      { numRuns: 30 },
    );
  });

  test('refuses to solve where the matrix is not positive definite', () => {
    const b = randomMatrix(2, 1);
    expect(() =>
      algebra.solvePositive(
        matrix([
          [1, 2],
          [2, 1],
        ]),
        b,
      ),
    ).toThrow(/not positive definite/);
    expect(() =>
      algebra.solvePositive(
        matrix([
          [0, 0],
          [0, 0],
        ]),
        b,
      ),
    ).toThrow(RangeError);
  });

  test('refuses shapes that do not fit and values that are not finite', () => {
    const a = randomMatrix(2, 3);
    expect(() => algebra.multiply(a, a)).toThrow(RangeError);
    expect(() => algebra.multiplySymmetric(a, randomMatrix(3, 1))).toThrow(RangeError);
    expect(() => algebra.multiplySymmetric(symmetric(randomMatrix(3, 3)), randomMatrix(2, 1))).toThrow(
      RangeError,
    );
    expect(() => algebra.gram({ ...a, columns: 4 })).toThrow('needs 8 values, got 6');
    expect(() => algebra.symmetricEigen(a)).toThrow('square');
    expect(() =>
      algebra.symmetricEigen(
        matrix([
          [1, Number.NaN],
          [Number.NaN, 1],
        ]),
      ),
    ).toThrow('not finite');
    expect(() => algebra.solvePositive(matrix([[1]]), a)).toThrow('rows of a and b');
  });

  test('leaves its arguments as they were', () => {
    const a = algebra.gram(randomMatrix(12, 20));
    const b = randomMatrix(12, 4);
    const before = [a, b].map(({ data }) => Float64Array.from(data));
    algebra.symmetricEigen(a);
    algebra.solvePositive(a, b);
    algebra.multiply(a, b);
    expect([a.data, b.data]).toEqual(before);
  });

  test('gives the same bits again', () => {
    const x = randomMatrix(150, 400);
    const once = () => {
      const gram = algebra.gram(x);
      const { values, vectors } = algebra.symmetricEigen(gram);
      return [gram.data, values, vectors.data, algebra.solvePositive(gram, randomMatrix(150, 9)).data];
    };
    expect(once()).toEqual(once());
  });
});

const reference = await startEngine<LinearAlgebra>(plain);

await describeEngines<LinearAlgebra>([openblas], (plugin) => {
  test('agrees with plain TypeScript on eigenvectors, signs included', async () => {
    const algebra = await startEngine(plugin);
    const gram = algebra.gram(randomMatrix(60, 90));
    const [found, expected] = [algebra.symmetricEigen(gram), reference.symmetricEigen(gram)];
    expect(largestDifference(found.values, expected.values)).toBeLessThan(1e-11);
    expect(largestDifference(found.vectors.data, expected.vectors.data)).toBeLessThan(1e-10);
  });

  test('keeps its number of threads beside another part with another number', async () => {
    const one = await startEngine(plugin, { threads: 1 });
    const two = await startEngine(plugin, { threads: 2 });
    const x = randomMatrix(200, 900);
    expect([one.threads, two.threads]).toEqual([1, 2]);
    const alone = one.gram(x);
    two.gram(x);
    expect(one.gram(x)).toEqual(alone);
  });
});

describe('linear algebra: the choice', () => testChoice<LinearAlgebra>([openblas, plain]));
