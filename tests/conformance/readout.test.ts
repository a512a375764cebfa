import { beforeAll, describe, expect, test } from '@jest/globals';
import { selectRows } from '../../core/assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import type { Plugin } from '../../core/contracts/plugin.ts';
import type { Readout } from '../../core/contracts/readout.ts';
import { InputError } from '../../core/errors/errors.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import { centreTargets } from '../../core/statistics/centred-targets.ts';
import { oneVsRest, predictedClasses } from '../../core/statistics/classification.ts';
import { columnCorrelations } from '../../core/statistics/correlation.ts';
import { mean } from '../../core/statistics/summaries.ts';
import kernelRidge from '../../plugins/kernel-ridge/index.ts';
import linearSvm from '../../plugins/linear-svm/index.ts';
import logistic from '../../plugins/logistic/index.ts';
import oneToOne from '../../plugins/one-to-one/index.ts';
import openblas from '../../plugins/openblas/index.ts';
import plain from '../../plugins/plain-algebra/index.ts';
import pls from '../../plugins/pls/index.ts';
import principalComponents from '../../plugins/principal-components/index.ts';
import ridge from '../../plugins/ridge/index.ts';
import softMatching from '../../plugins/soft-matching/index.ts';
import {
  exactFeaturesOf,
  largestDifference,
  normalMatrix,
  permuteColumns,
  range,
} from '../support/matrices.ts';

const random = createRandomStreams('readouts');
const nowhere = { id: 'readout', random, resolvePath: (path: string) => path };

interface Case {
  readonly plugin: unknown;
  readonly options: object;
  /** How far predictions may move when targets change places; nipals starts from the first of them. */
  readonly targetOrder?: number;
  /** Least mean correlation with responses that are a linear map of all units. */
  readonly reaches?: number;
  /** Knows single units, so that a rotation of them matters. */
  readonly ofUnits?: true;
  /** Targets are signs of classes. */
  readonly classifier?: true;
}

const readouts: readonly Case[] = [
  { plugin: pls, options: { components: 6 }, targetOrder: 0.1 },
  { plugin: pls, options: { components: 6, algorithm: 'exact' } },
  { plugin: ridge, options: { penalty: 3 } },
  { plugin: ridge, options: {} },
  { plugin: ridge, options: { penalty: 'leave-one-out-per-target', standardise: 'targets' } },
  { plugin: principalComponents, options: { components: 18 } },
  { plugin: kernelRidge, options: { kernel: 'linear' } },
  { plugin: kernelRidge, options: {}, reaches: 0.5 },
  { plugin: kernelRidge, options: { kernel: 'polynomial' }, reaches: 0.5 },
  { plugin: oneToOne, options: {}, reaches: 0.2, ofUnits: true },
  { plugin: softMatching, options: {}, reaches: 0.2, ofUnits: true },
  { plugin: logistic, options: { grid: [0.001, 0.1] }, classifier: true, reaches: 0.3 },
  { plugin: linearSvm, options: { cost: 0.1 }, classifier: true, reaches: 0.3 },
  { plugin: linearSvm, options: { cost: 0.1, loss: 'hinge' }, classifier: true, reaches: 0.3 },
];
const cases = readouts.flatMap(({ plugin, ...rest }, index) =>
  (index < 4 ? [openblas, plain] : [openblas]).map((engine) => ({
    engine,
    plugin: plugin as Plugin<Readout, unknown>,
    ...rest,
  })),
);
/** Solvers that iterate stop within this of the same point. */
const iterated = (classifier: true | undefined) => (classifier ? 2e-6 : 1e-8);

const [images, units, neuroids] = [90, 24, 7];
const train = range(0, images).filter((row) => row % 3 !== 0);
const held = range(0, images).filter((row) => row % 3 === 0);

const x = normalMatrix(random.stream('features'), images, units);
const noise = normalMatrix(random.stream('noise'), images, neuroids);
const slopes = normalMatrix(random.stream('slopes'), units, neuroids);

describe.each(cases)(
  'readout: $plugin.id $options on $engine.id',
  ({ engine, plugin, options, targetOrder = 1e-8, reaches = 0.6, ofUnits, classifier }) => {
    const near = iterated(classifier);
    let algebra: LinearAlgebra;
    let readout: Readout;
    let y: Matrix;
    beforeAll(async () => {
      expect((await engine.availability?.()) ?? { available: true }).toMatchObject({ available: true });
      algebra = await engine.create(engine.options.parse({}) as never, {}, nowhere);
      readout = await plugin.create(plugin.options.parse(options), { algebra } as never, nowhere);
      const linear = algebra.multiply(x, slopes).data;
      y = { ...noise, data: noise.data.map((value, index) => 3 + linear[index] + 2 * value) };
      if (classifier) y = oneVsRest(predictedClasses(y).map(String), range(0, neuroids).map(String));
    });

    const fitTo = (features: Matrix, targets: Matrix) =>
      readout.fit(exactFeaturesOf(features, algebra), train, targets);
    const predict = async (features: Matrix, targets: Matrix, rows: readonly number[] = held) =>
      (await fitTo(features, targets)).predict(rows);

    test('describes itself and what it chose', async () => {
      expect(readout.description).toMatch(new RegExp(`^${plugin.id}, `));
      const { chosen, degreesOfFreedom } = await fitTo(x, selectRows(y, train));
      const values = Object.values(chosen).flat();
      expect(values.length).toBeGreaterThan(0);
      expect(values.every(Number.isFinite)).toBe(true);
      for (const parameters of degreesOfFreedom?.() ?? []) {
        expect(parameters).toBeGreaterThan(0);
        expect(parameters).toBeLessThan(train.length);
      }
    });

    test('predicts new rows well, in the order asked for', async () => {
      const fitted = await fitTo(x, selectRows(y, train));
      const predicted = fitted.predict(held);
      expect([predicted.rows, predicted.columns]).toEqual([held.length, neuroids]);
      expect(mean(columnCorrelations(predicted, selectRows(y, held)))).toBeGreaterThan(reaches);
      const [first, second] = [fitted.predict([held[4]]), fitted.predict([held[1]])].map(({ data }) => [
        ...data,
      ]);
      expect(largestDifference(fitted.predict([held[4], held[1]]).data, [...first, ...second])).toBeLessThan(
        1e-10,
      );
    });

    test('predicts what its weights say, where it has any', async () => {
      const fitted = await fitTo(x, selectRows(y, train));
      if (!fitted.weights) return expect(plugin.id).toBe('kernel-ridge');
      const { coefficients, intercepts } = await fitted.weights();
      expect([coefficients.rows, coefficients.columns]).toEqual([units, neuroids]);
      const expected = algebra
        .multiply(selectRows(x, held), coefficients)
        .data.map((value, index) => value + intercepts[index % neuroids]);
      return expect(largestDifference(fitted.predict(held).data, expected)).toBeLessThan(1e-9);
    });

    test('training responses in another order predict nothing', async () => {
      const correlations: number[] = [];
      for (let shuffle = 0; shuffle < (classifier ? 4 : 10); shuffle++) {
        const order = random.stream(`shuffle ${shuffle}`).permutation(train.length);
        const shuffled = selectRows(
          y,
          order.map((place) => train[place]),
        );
        correlations.push(
          mean(columnCorrelations(await predict(x, shuffled), selectRows(y, held)).filter(Number.isFinite)),
        );
      }
      expect(Math.abs(mean(correlations))).toBeLessThan(classifier ? 0.15 : 0.1);
    });

    test('what is learnt does not depend on features of rows outside the training rows', async () => {
      const changed = { ...x, data: Float64Array.from(x.data) };
      for (const row of held)
        for (let unit = 0; unit < units; unit++) changed.data[row * units + unit] = 1e3 * (unit + row);
      const targets = selectRows(y, train);
      const fits = await Promise.all([x, changed].map((from) => fitTo(from, targets)));
      const penalties = fits.map(({ chosen }) => Object.values(chosen).flat());
      expect(largestDifference(penalties[1], penalties[0])).toBeLessThan(1e-9 * Math.max(...penalties[0]));
      expect(largestDifference(fits[1].predict(train).data, fits[0].predict(train).data)).toBeLessThan(near);
    });

    test('an offset or another order of units changes nothing, and of most readouts a rotation', async () => {
      const targets = selectRows(y, train);
      const expected = (await predict(x, targets)).data;
      const square = normalMatrix(random.stream('rotation'), units, units);
      const rotation = algebra.symmetricEigen(algebra.gram(square)).vectors;
      const turned = largestDifference(
        (await predict(algebra.multiply(x, rotation), targets)).data,
        expected,
      );
      if (ofUnits) expect(turned).toBeGreaterThan(0.1);
      else expect(turned).toBeLessThan(near);
      const order = random.stream('units').permutation(units);
      expect(
        largestDifference((await predict(permuteColumns(x, order), targets)).data, expected),
      ).toBeLessThan(near);
      const moved = { ...x, data: x.data.map((value, index) => value + (index % units)) };
      expect(largestDifference((await predict(moved, targets)).data, expected)).toBeLessThan(near);
    });

    test('units that occur twice and units that do not vary do no harm', async () => {
      const doubled = permuteColumns(x, [...range(0, units), ...range(0, units)]);
      const targets = selectRows(y, train);
      const predicted = await predict(doubled, targets);
      const expected = mean(columnCorrelations(await predict(x, targets), selectRows(y, held)));
      expect(mean(columnCorrelations(predicted, selectRows(y, held)))).toBeGreaterThan(expected - 0.1);
      const dead = { ...x, data: x.data.map((value, index) => (index % units === 0 ? 7.1 : value)) };
      expect((await predict(dead, targets)).data.every(Number.isFinite)).toBe(true);
    });

    test('targets in another order give predictions in that order', async () => {
      const order = random.stream('targets').permutation(neuroids);
      const targets = selectRows(y, train);
      const expected = permuteColumns(await predict(x, targets), order).data;
      const found = (await predict(x, permuteColumns(targets, order))).data;
      expect(largestDifference(found, expected)).toBeLessThan(Math.max(targetOrder, near));
    });

    if (!classifier) {
      test('an offset of the responses returns in the predictions', async () => {
        const targets = selectRows(y, train);
        const raised = { ...targets, data: targets.data.map((value) => value + 40) };
        const expected = (await predict(x, targets)).data.map((value) => value + 40);
        expect(largestDifference((await predict(x, raised)).data, expected)).toBeLessThan(1e-8);
      });

      test('constant responses are predicted as what they are, and constant features predict the mean', async () => {
        const constant = {
          rows: train.length,
          columns: 2,
          data: new Float64Array(2 * train.length).fill(0.3),
        };
        expect(
          largestDifference((await predict(x, constant)).data, new Float64Array(2 * held.length).fill(0.3)),
        ).toBeLessThan(1e-9);
        const dead = { ...x, data: new Float64Array(x.data.length).fill(0.7) };
        const targets = selectRows(y, train);
        const { means } = centreTargets(targets);
        const predicted = (await predict(dead, targets)).data;
        expect(
          largestDifference(
            predicted,
            predicted.map((_, index) => means[index % neuroids]),
          ),
        ).toBeLessThan(1e-9);
      });
    }

    test('says in a sentence what it cannot be fitted to', async () => {
      const targets = selectRows(y, train);
      const broken = { ...targets, data: targets.data.slice() };
      broken.data[3 * neuroids + 2] = Number.NaN;
      await expect(predict(x, broken)).rejects.toThrow(
        new InputError(
          `the targets must be finite: that of stimulus ${train[3]}, target 2 (both counted from 0) is NaN; leave the ` +
            'stimulus or the target out.',
        ),
      );
      const infinite = { ...x, data: x.data.slice() };
      infinite.data[train[5] * units + 1] = Number.POSITIVE_INFINITY;
      await expect(predict(infinite, targets)).rejects.toThrow(
        `the features of stimulus ${train[5]} (counted from 0) must be finite`,
      );
      const features = exactFeaturesOf(x, algebra);
      await expect(readout.fit(features, train.slice(1), targets)).rejects.toThrow(
        `there are ${train.length - 1} training rows, and targets of ${train.length}.`,
      );
      await expect(readout.fit(features, [...train.slice(1), images], targets)).rejects.toThrow(
        `there is no training row ${images}: the features have ${images} rows.`,
      );
      await expect(readout.fit(features, [0], selectRows(y, [0]))).rejects.toThrow(
        'a readout needs two training stimuli or more; there are 1.',
      );
    });

    test('gives the same bits again, and leaves features and targets as they were', async () => {
      const targets = selectRows(y, train);
      const features = exactFeaturesOf(x, algebra);
      const before = [features.gram(), targets].map(({ data }) => Float64Array.from(data));
      const once = async () => (await readout.fit(features, train, targets)).predict(held).data;
      expect(await once()).toEqual(await once());
      expect([features.gram().data, targets.data]).toEqual(before);
    });
  },
);
