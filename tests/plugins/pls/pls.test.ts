import { describe, expect, test } from '@jest/globals';
import { selectRows } from '../../../core/assembly/matrix.ts';
import type { Matrix } from '../../../core/contracts/linear-algebra.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { mean, standardDeviation } from '../../../core/statistics/summaries.ts';
import { createPlainAlgebra } from '../../../plugins/plain-algebra/plain-algebra.ts';
import { createPls } from '../../../plugins/pls/pls.ts';
import { featuresOf, largestDifference, matrixOf, normalMatrix, range } from '../../support/matrices.ts';
import { readoutOracle } from '../../support/readout-oracle.ts';

const algebra = createPlainAlgebra();
const stream = () => createRandomStreams('pls').stream('values');

function standardised(rows: readonly (readonly number[])[]) {
  const columns = rows[0].map((_, column) => rows.map((row) => row[column]));
  const means = columns.map(mean);
  const deviations = columns.map((values) => standardDeviation(values, 1));
  const scaled = rows.map((row) => row.map((value, column) => (value - means[column]) / deviations[column]));
  return { matrix: matrixOf(scaled), means, deviations };
}

/** Features of which only `rank` combinations vary. */
function ofRank(rank: number, rows: number, units: number): Matrix {
  const random = stream();
  return algebra.multiply(normalMatrix(random, rows, rank), normalMatrix(random, rank, units));
}

describe('pls', () => {
  test.each(['fewUnits', 'manyUnits', 'oneTarget'] as const)(
    "predicts what scikit-learn's PLSRegression predicts: %s",
    async (name) => {
      const { features, responses, train, test: held, components, pls } = readoutOracle.readouts[name];
      const fitted = await createPls({ components, algorithm: 'nipals' }, algebra).fit(
        featuresOf(matrixOf(features), algebra),
        train,
        selectRows(matrixOf(responses), train),
      );
      expect(largestDifference(fitted.predict(held).data, pls.flat())).toBeLessThan(1e-9);
      expect(fitted.chosen).toEqual({ components });
    },
  );

  test.each([1, 2, 3])('knows the Linnerud data with %i of 3 components', async (components) => {
    const { exercise, physiological, firstRow } = readoutOracle.linnerud;
    const x = standardised(exercise);
    const y = standardised(physiological);
    const fitted = await createPls({ components, algorithm: 'nipals' }, algebra).fit(
      featuresOf(x.matrix, algebra),
      range(0, exercise.length),
      y.matrix,
    );
    const predicted = fitted
      .predict([0])
      .data.map((value, index) => value * y.deviations[index] + y.means[index]);
    expect(largestDifference(predicted, firstRow[components - 1])).toBeLessThan(1e-6);
  });

  test('Linnerud values as published with scikit-learn, one and two components', () => {
    const { firstRow } = readoutOracle.linnerud;
    expect(largestDifference(firstRow[0], [181.57664721, 35.90476502, 55.74798845])).toBeLessThan(1e-8);
    expect(largestDifference(firstRow[1], [180.33278555, 35.57034871, 56.06817703])).toBeLessThan(1e-8);
  });

  test('with as many components as units it is ordinary least squares', async () => {
    const random = stream();
    const x = normalMatrix(random, 30, 4);
    const noise = normalMatrix(random, 30, 3);
    const slopes = normalMatrix(random, 4, 3);
    const linear = algebra.multiply(x, slopes).data;
    const y = { ...noise, data: noise.data.map((value, index) => 5 + linear[index] + value) };
    const withOne = matrixOf(range(0, 30).map((row) => [1, ...x.data.subarray(row * 4, row * 4 + 4)]));
    const normal = algebra.multiply(withOne, withOne, { a: true });
    const weights = algebra.solvePositive(normal, algebra.multiply(withOne, y, { a: true }));
    const expected = algebra.multiply(withOne, weights);
    for (const algorithm of ['nipals', 'exact'] as const) {
      const fitted = await createPls({ components: 4, algorithm }, algebra).fit(
        featuresOf(x, algebra),
        range(0, 30),
        y,
      );
      expect(largestDifference(fitted.predict(range(0, 30)).data, expected.data)).toBeLessThan(1e-9);
    }
  });

  test('exact takes the direction of largest covariance, and nipals comes near it', async () => {
    const random = stream();
    const x = normalMatrix(random, 40, 12);
    const y = normalMatrix(random, 40, 5);
    const fits = await Promise.all(
      (['exact', 'nipals'] as const).map((algorithm) =>
        createPls({ components: 1, algorithm }, algebra).fit(featuresOf(x, algebra), range(0, 40), y),
      ),
    );
    const [exact, nipals] = fits.map((fit) => fit.predict(range(0, 40)).data);
    expect(largestDifference(exact, nipals)).toBeLessThan(0.02);
    expect(largestDifference(exact, nipals)).toBeGreaterThan(1e-9);
  });

  test.each(['nipals', 'exact'] as const)(
    '%s ends early where nothing is left, and says so',
    async (algorithm) => {
      const rows = range(0, 40);
      const targets = normalMatrix(stream(), 40, 6);
      const pls = createPls({ components: 20, algorithm }, algebra);
      const fitted = await pls.fit(featuresOf(ofRank(4, 40, 30), algebra), rows, targets);
      expect(fitted.chosen).toEqual({ components: 4 });
      expect(fitted.predict(rows).data.every((value) => Math.abs(value) < 10)).toBe(true);

      const dead = { rows: 40, columns: 30, data: new Float64Array(40 * 30).fill(0.5) };
      const blind = await pls.fit(featuresOf(dead, algebra), rows, targets);
      expect(blind.chosen).toEqual({ components: 0 });
      const means = range(0, 6).map((target) => mean(rows.map((row) => targets.data[row * 6 + target])));
      expect(largestDifference(blind.predict([7]).data, means)).toBeLessThan(1e-12);
    },
  );

  test('refuses more components than training stimuli or units allow', async () => {
    const pls = createPls({ components: 25, algorithm: 'nipals' }, algebra);
    const random = stream();
    const fitTo = (rows: number, units: number) =>
      pls.fit(
        featuresOf(normalMatrix(random, rows, units), algebra),
        range(0, rows),
        normalMatrix(random, rows, 2),
      );
    await expect(fitTo(25, 60)).rejects.toThrow(/25 stimuli and 60 units, so choose at most 24/);
    await expect(fitTo(60, 24)).rejects.toThrow(/at most 24/);
    await expect(fitTo(26, 25)).resolves.toBeDefined();
  });
});
