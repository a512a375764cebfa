import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { selectRows } from '../../../core/assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../../../core/contracts/linear-algebra.ts';
import type { Readout } from '../../../core/contracts/readout.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { centreTargets } from '../../../core/statistics/centred-targets.ts';
import { oneVsRest, sensitivities } from '../../../core/statistics/classification.ts';
import { columnCorrelations } from '../../../core/statistics/correlation.ts';
import { createFeatures } from '../../../core/statistics/features.ts';
import { logisticLoss, smoothMarginFits } from '../../../core/statistics/margin-classifier.ts';
import { createMarginReadout } from '../../../core/statistics/margin-readout.ts';
import { ridgeBasis } from '../../../core/statistics/ridge-basis.ts';
import { chooseRidge } from '../../../core/statistics/ridge-path.ts';
import { spectrumOfFeatures } from '../../../core/statistics/spectrum.ts';
import { mean } from '../../../core/statistics/summaries.ts';
import { createOneToOne } from '../../../plugins/one-to-one/one-to-one.ts';
import { createPlainAlgebra } from '../../../plugins/plain-algebra/plain-algebra.ts';
import { createRidge } from '../../../plugins/ridge/ridge.ts';
import { createSoftMatching } from '../../../plugins/soft-matching/soft-matching.ts';
import { transportPlan } from '../../../plugins/soft-matching/transport.ts';
import { exactFeaturesOf, largestDifference, normalMatrix, range } from '../../support/matrices.ts';

const random = createRandomStreams('properties');
let algebra: LinearAlgebra;
beforeAll(() => {
  algebra = createPlainAlgebra();
});

/** Features, and targets that are a linear map of them with noise. */
function drawn(rows: number, units: number, targets: number, seed: number) {
  const stream = random.stream(`${rows} ${units} ${targets} ${seed}`);
  const x = normalMatrix(stream, rows, units);
  const linear = algebra.multiply(x, normalMatrix(stream, units, targets)).data;
  return { x, y: { rows, columns: targets, data: linear.map((value) => 2 + value + 3 * stream.normal()) } };
}

const shape = fc.record({
  rows: fc.integer({ min: 12, max: 40 }),
  units: fc.integer({ min: 1, max: 60 }),
  targets: fc.integer({ min: 1, max: 5 }),
  seed: fc.nat(1000),
});
const grid = [0.01, 0.3, 1, 7, 50, 900];

describe('ridge by leave-one-out', () => {
  test('rows taken out of the fit to all are as if they had never been there', async () => {
    await fc.assert(
      fc.asyncProperty(shape, fc.boolean(), async ({ rows, units, targets, seed }, perTarget) => {
        const held = range(0, Math.floor(rows / 6)).map((place) => place * 5);
        const train = range(0, rows).filter((row) => !held.includes(row));
        // Random features of nearly as many units as rows are nearly singular: then rounding errors are all there is to see.
        fc.pre(units < train.length - 6 || units > rows + 6);
        const { x, y } = drawn(rows, units, targets, seed);
        const penalty = perTarget ? 'leave-one-out-per-target' : 'leave-one-out';
        const ridge = createRidge({ penalty, grid }, algebra);
        const shared = await ridge.fit(exactFeaturesOf(x, algebra), train, selectRows(y, train));
        const alone = await ridge.fit(
          exactFeaturesOf(selectRows(x, train), algebra),
          range(0, train.length),
          selectRows(y, train),
        );
        expect(shared.chosen).toEqual(alone.chosen);
        const places = range(0, train.length);
        expect(largestDifference(shared.predict(train).data, alone.predict(places).data)).toBeLessThan(1e-8);
        const freedom = [shared, alone].map(({ degreesOfFreedom }) => degreesOfFreedom?.() ?? []);
        expect(largestDifference(freedom[0], freedom[1])).toBeLessThan(1e-7);
      }),
      { numRuns: 40 },
    );
  });

  test('left-out errors are those of leaving out every row in turn', async () => {
    await fc.assert(
      fc.asyncProperty(
        shape,
        fc.constantFrom(...grid.slice(1)),
        async ({ rows, units, targets, seed }, penalty) => {
          const { x, y } = drawn(rows, units, targets, seed);
          const features = exactFeaturesOf(x, algebra);
          const basis = ridgeBasis(await spectrumOfFeatures(features, range(0, rows), algebra));
          const { centred } = centreTargets(y);
          const { errors } = chooseRidge(basis, range(0, rows), centred, [penalty], false, algebra);
          const expected = new Float64Array(targets);
          for (let row = 0; row < rows; row++) {
            const others = range(0, rows).filter((other) => other !== row);
            const fitted = await createRidge({ penalty }, algebra).fit(
              features,
              others,
              selectRows(y, others),
            );
            fitted.predict([row]).data.forEach((value, target) => {
              expected[target] += (value - y.data[row * targets + target]) ** 2;
            });
          }
          errors.forEach((error, target) => {
            expect(error / expected[target]).toBeCloseTo(1, 8);
          });
        },
      ),
      { numRuns: 15 },
    );
  });

  test('a layer of fewer units than stimuli gives the same from its units as from its Gram matrix', async () => {
    await fc.assert(
      fc.asyncProperty(shape, async ({ rows, targets, seed }) => {
        const { x, y } = drawn(rows, 7, targets, seed);
        const ridge = createRidge({ penalty: 'leave-one-out', grid }, algebra);
        const [primal, dual] = await Promise.all(
          [createFeatures(x, algebra), exactFeaturesOf(x, algebra)].map((features) =>
            ridge.fit(features, range(0, rows), y),
          ),
        );
        expect(primal.chosen).toEqual(dual.chosen);
        const every = range(0, rows);
        expect(largestDifference(primal.predict(every).data, dual.predict(every).data)).toBeLessThan(1e-9);
      }),
      { numRuns: 20 },
    );
  });
});

describe('readouts of single units', () => {
  test('a rotation costs them most of what they predict, and ridge regression nothing', async () => {
    const stream = random.stream('axes');
    const x = normalMatrix(stream, 240, 40);
    const y = { rows: 240, columns: 30, data: new Float64Array(240 * 30) };
    for (let row = 0; row < 240; row++)
      for (let target = 0; target < 30; target++)
        y.data[row * 30 + target] = (target + 1) * x.data[row * 40 + target + 5] + stream.normal();
    const rotation = algebra.symmetricEigen(algebra.gram(normalMatrix(stream, 40, 40))).vectors;
    const train = range(0, 160);
    const held = range(160, 240);
    const score = async (readout: Readout, features: Matrix) => {
      const fitted = await readout.fit(exactFeaturesOf(features, algebra), train, selectRows(y, train));
      return mean(columnCorrelations(fitted.predict(held), selectRows(y, held)));
    };
    const turned = algebra.multiply(x, rotation);
    for (const readout of [createOneToOne(algebra), createSoftMatching(algebra)]) {
      expect(await score(readout, x)).toBeGreaterThan(0.8);
      expect(await score(readout, turned)).toBeLessThan(0.6);
    }
    const ridge = createRidge({ penalty: 1 }, algebra);
    expect((await score(ridge, turned)) / (await score(ridge, x))).toBeCloseTo(1, 10);
  });
});

describe('optimal transport', () => {
  const gains = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.nat(1000))
    .map(([rows, columns, seed]) => normalMatrix(random.stream(`gain ${seed}`), rows, columns));
  const gainOf = (gain: Matrix, plan: Matrix) =>
    plan.data.reduce((sum, mass, index) => sum + mass * gain.data[index], 0);

  test('spends all masses, and nothing that moves round a rectangle gains', () => {
    fc.assert(
      fc.property(gains, (gain) => {
        const plan = transportPlan(gain);
        const { rows, columns, data } = plan;
        for (let row = 0; row < rows; row++)
          expect(data.subarray(row * columns, (row + 1) * columns).reduce((a, b) => a + b, 0)).toBeCloseTo(
            1 / rows,
            12,
          );
        for (let column = 0; column < columns; column++)
          expect(range(0, rows).reduce((sum, row) => sum + data[row * columns + column], 0)).toBeCloseTo(
            1 / columns,
            12,
          );
        const at = (row: number, column: number) => gain.data[row * columns + column];
        for (const [row, other] of range(0, rows).flatMap((a) => range(0, rows).map((b) => [a, b])))
          for (const [from, to] of range(0, columns).flatMap((a) => range(0, columns).map((b) => [a, b])))
            if (data[row * columns + from] > 0 && data[other * columns + to] > 0)
              expect(at(row, from) + at(other, to)).toBeGreaterThanOrEqual(
                at(row, to) + at(other, from) - 1e-12,
              );
      }),
      { numRuns: 60 },
    );
  });

  test('is the best permutation where both sides are as many', () => {
    const permutations = (items: readonly number[]): number[][] =>
      items.length === 0
        ? [[]]
        : items.flatMap((item) =>
            permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
          );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(1000), (size, seed) => {
        const gain = normalMatrix(random.stream(`square ${seed}`), size, size);
        const best = Math.max(
          ...permutations(range(0, size)).map((order) =>
            order.reduce((sum, column, row) => sum + gain.data[row * size + column] / size, 0),
          ),
        );
        expect(gainOf(gain, transportPlan(gain))).toBeCloseTo(best, 12);
      }),
      { numRuns: 30 },
    );
  });
});

describe('classifiers', () => {
  const stream = random.stream('classes');
  const x = normalMatrix(stream, 30, 4);
  const logistic = (cost: number | 'nested') =>
    createMarginReadout('logistic', smoothMarginFits(logisticLoss), { cost }, createPlainAlgebra());
  const fitTo = (signs: Matrix, cost: number | 'nested' = 'nested') =>
    logistic(cost).fit(exactFeaturesOf(x, algebra), range(0, 30), signs);

  test('a class of a single member cannot be chosen for, but can be fitted with a given cost', async () => {
    const signs = oneVsRest(
      range(0, 30).map((row) => (row === 4 ? 'rare' : row % 2 ? 'odd' : 'even')),
      ['odd', 'even', 'rare'],
    );
    await expect(fitTo(signs)).rejects.toThrow('a class has a single member');
    expect((await fitTo(signs, 1)).predict([4]).data.every(Number.isFinite)).toBe(true);
  });

  test('stimuli of several classes need a cost', async () => {
    const signs = {
      rows: 30,
      columns: 2,
      data: Float64Array.from({ length: 60 }, (_, i) => (i % 5 ? 1 : -1)),
    };
    await expect(fitTo(signs)).rejects.toThrow('training stimulus 1 (counted from 0) is of 2: give a cost');
  });

  test('the slope of the objective vanishes at the solution', async () => {
    const signs = oneVsRest(
      range(0, 30).map((row) => (x.data[row * 4] + stream.normal() > 0 ? 'a' : 'b')),
      ['a'],
    );
    const fitted = await fitTo(signs, 2);
    const weights = await fitted.weights?.();
    const decisions = fitted.predict(range(0, 30)).data;
    const slopes = decisions.map(
      (value, row) => 2 * signs.data[row] * logisticLoss.slope(signs.data[row] * value),
    );
    const gradient = algebra.multiply(x, { rows: 30, columns: 1, data: slopes }, { a: true }).data;
    const total = gradient.map((slope, unit) => slope + (weights?.coefficients.data[unit] ?? Number.NaN));
    expect(largestDifference(total, new Float64Array(4))).toBeLessThan(1e-6);
    expect(Math.abs(slopes.reduce((sum, slope) => sum + slope, 0))).toBeLessThan(1e-6);
  });

  test("d' is the distance of the normal scores of corrected hits and false alarms", () => {
    const actual = [...Array(9).fill(0), ...Array(19).fill(1)];
    const predicted = [...Array(8).fill(0), 1, ...Array(3).fill(0), ...Array(16).fill(1)];
    const [first, second, absent] = sensitivities(predicted, actual, 3);
    expect(first).toBeCloseTo(1.0364333894937898 + 0.9345892910734803, 9);
    expect(second).toBeCloseTo(0.9345892910734803 + 1.0364333894937898, 9);
    expect(absent).toBeNaN();
    expect(sensitivities([0, 0, 1, 1], [0, 0, 1, 1], 2).every(Number.isFinite)).toBe(true);
  });
});
