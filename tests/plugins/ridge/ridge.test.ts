import { describe, expect, test } from '@jest/globals';
import { selectRows } from '../../../core/assembly/matrix.ts';
import type { Matrix } from '../../../core/contracts/linear-algebra.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { createPlainAlgebra } from '../../../plugins/plain-algebra/plain-algebra.ts';
import plugin from '../../../plugins/ridge/index.ts';
import { createRidge } from '../../../plugins/ridge/ridge.ts';
import { featuresOf, largestDifference, matrixOf, normalMatrix, range } from '../../support/matrices.ts';
import { readoutOracle } from '../../support/readout-oracle.ts';

const algebra = createPlainAlgebra();
const names = ['fewUnits', 'manyUnits', 'oneTarget'] as const;

function fitOracle(name: (typeof names)[number], penalty: number | 'leave-one-out') {
  const { features, responses, train } = readoutOracle.readouts[name];
  return createRidge({ penalty }, algebra).fit(
    featuresOf(matrixOf(features), algebra),
    train,
    selectRows(matrixOf(responses), train),
  );
}

/** Squared error over all rows, each predicted by a fit to the others. */
async function leaveOneOutError(x: Matrix, y: Matrix, penalty: number): Promise<number> {
  const features = featuresOf(x, algebra);
  let error = 0;
  for (let row = 0; row < x.rows; row++) {
    const others = range(0, x.rows).filter((other) => other !== row);
    const fitted = await createRidge({ penalty }, algebra).fit(features, others, selectRows(y, others));
    fitted.predict([row]).data.forEach((value, target) => {
      error += (value - y.data[row * y.columns + target]) ** 2;
    });
  }
  return error;
}

describe('ridge', () => {
  test.each(names)("with penalty 1 predicts what scikit-learn's Ridge predicts: %s", async (name) => {
    const { test: held, ridge } = readoutOracle.readouts[name];
    const fitted = await fitOracle(name, 1);
    expect(largestDifference(fitted.predict(held).data, ridge.flat())).toBeLessThan(1e-9);
    expect(fitted.chosen).toEqual({ penalty: 1 });
  });

  test.each(names)(
    'chooses the penalty that RidgeCV chooses, and predicts what it predicts: %s',
    async (name) => {
      const { test: held, penalty, leaveOneOut } = readoutOracle.readouts[name];
      const fitted = await fitOracle(name, 'leave-one-out');
      expect(Number(fitted.chosen.penalty) / penalty).toBeCloseTo(1, 9);
      expect(largestDifference(fitted.predict(held).data, leaveOneOut.flat())).toBeLessThan(1e-8);
    },
  );

  test('the penalty chosen is the best of its neighbours when every row is left out in turn', async () => {
    const random = createRandomStreams('ridge').stream('values');
    const x = normalMatrix(random, 20, 30);
    const noise = normalMatrix(random, 20, 3);
    const linear = algebra.multiply(x, normalMatrix(random, 30, 3)).data;
    const y = { ...noise, data: noise.data.map((value, index) => linear[index] + 4 * value) };
    const { chosen } = await createRidge({ penalty: 'leave-one-out' }, algebra).fit(
      featuresOf(x, algebra),
      range(0, 20),
      y,
    );
    const step = Math.sqrt(10);
    const [below, best, above] = await Promise.all(
      [1 / step, 1, step].map((factor) => leaveOneOutError(x, y, factor * Number(chosen.penalty))),
    );
    expect(best).toBeLessThan(below);
    expect(best).toBeLessThan(above);
  });

  test('scaling the features scales the penalty, and leaves predictions as they were', async () => {
    const random = createRandomStreams('scale').stream('values');
    const x = normalMatrix(random, 24, 10);
    const y = normalMatrix(random, 18, 2);
    const small = { ...x, data: x.data.map((value) => value * 1e-3) };
    const [plain, scaled] = await Promise.all(
      [x, small].map((values) =>
        createRidge({ penalty: 'leave-one-out' }, algebra).fit(featuresOf(values, algebra), range(0, 18), y),
      ),
    );
    expect(Number(scaled.chosen.penalty) / Number(plain.chosen.penalty) / 1e-6).toBeCloseTo(1, 9);
    expect(
      largestDifference(plain.predict(range(18, 24)).data, scaled.predict(range(18, 24)).data),
    ).toBeLessThan(1e-9);
  });

  test('fits to the same rows share a decomposition, fits to as many others do not', async () => {
    const random = createRandomStreams('shared').stream('values');
    const features = featuresOf(normalMatrix(random, 24, 30), algebra);
    let decompositions = 0;
    const counting = {
      ...algebra,
      symmetricEigen: (matrix: Matrix) => {
        decompositions++;
        return algebra.symmetricEigen(matrix);
      },
    };
    const penalty = 'leave-one-out';
    const shared = createRidge({ penalty }, counting);
    for (const [from, expected] of [
      [0, 1],
      [0, 1],
      [12, 2],
    ]) {
      const [rows, others] = [range(from, from + 12), range(12 - from, 24 - from)];
      const y = normalMatrix(random, 12, 2);
      const fitted = await shared.fit(features, rows, y);
      const alone = await createRidge({ penalty }, algebra).fit(features, rows, y);
      expect(decompositions).toBe(expected);
      expect(fitted.predict(others)).toEqual(alone.predict(others));
    }
  });

  test.each([0, -1, Number.POSITIVE_INFINITY, 'best'])('refuses the penalty %p', (penalty) => {
    expect(plugin.options.safeParse({ penalty }).success).toBe(false);
  });
});
