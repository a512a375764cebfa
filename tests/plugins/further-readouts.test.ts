import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { selectRows } from '../../core/assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import type { Plugin } from '../../core/contracts/plugin.ts';
import type { FittedReadout, Readout } from '../../core/contracts/readout.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import { oneVsRest } from '../../core/statistics/classification.ts';
import { columnDeterminations } from '../../core/statistics/determination.ts';
import kernelRidge from '../../plugins/kernel-ridge/index.ts';
import linearSvm from '../../plugins/linear-svm/index.ts';
import logistic from '../../plugins/logistic/index.ts';
import oneToOne from '../../plugins/one-to-one/index.ts';
import openblas from '../../plugins/openblas/index.ts';
import pls from '../../plugins/pls/index.ts';
import principalComponents from '../../plugins/principal-components/index.ts';
import ridge from '../../plugins/ridge/index.ts';
import softMatching from '../../plugins/soft-matching/index.ts';
import { exactFeaturesOf, largestDifference, matrixOf } from '../support/matrices.ts';

interface Oracle {
  readonly features: number[][];
  readonly responses: number[][];
  readonly labels: number[];
  readonly train: number[];
  readonly test: number[];
  readonly grid: number[];
  readonly shared: { penalty: number; predicted: number[][] };
  readonly perTarget: { penalties: number[]; predicted: number[][] };
  readonly standardised: number[][];
  readonly weights: { coefficients: number[][]; intercepts: number[] };
  readonly scaledPls: number[][];
  readonly components: number[][];
  readonly hinge: number[][];
  readonly determination: number[];
  readonly gaussian: number[][];
  readonly polynomial: number[][];
  readonly logistic: number[][];
  readonly squaredHinge: number[][];
  readonly liblinear: number[][];
  readonly oneToOne: { predicted: number[][] };
  readonly softMatching: number[][];
}

/** What `tests/oracles/further-readouts.py` computed with scikit-learn, SciPy and POT. */
const oracle: Oracle = JSON.parse(
  readFileSync(new URL('../oracles/further-readouts.json', import.meta.url), 'utf8'),
);
const instance = {
  id: 'readout',
  random: createRandomStreams('readouts'),
  resolvePath: (path: string) => path,
};
const features = matrixOf(oracle.features);
const responses = matrixOf(oracle.responses);
let algebra: LinearAlgebra;
beforeAll(async () => {
  algebra = await openblas.create(openblas.options.parse({}), {}, instance);
});

async function train(
  plugin: unknown,
  options: object,
  targets: Matrix = selectRows(responses, oracle.train),
): Promise<FittedReadout> {
  const { create, options: schema } = plugin as Plugin<Readout, unknown>;
  const readout = await create(schema.parse(options), { algebra } as never, instance);
  return readout.fit(exactFeaturesOf(features, algebra), oracle.train, targets);
}

async function differenceTo(expected: number[][], fitted: FittedReadout): Promise<number> {
  return largestDifference(fitted.predict(oracle.test).data, expected.flat());
}

describe('readouts agree with other implementations', () => {
  test('ridge with one penalty of a grid for all targets (RidgeCV)', async () => {
    const fitted = await train(ridge, { grid: oracle.grid });
    expect(fitted.chosen.penalty).toBe(oracle.shared.penalty);
    expect(await differenceTo(oracle.shared.predicted, fitted)).toBeLessThan(1e-9);
  });

  test('ridge with a penalty for each target (RidgeCV, alpha_per_target)', async () => {
    const fitted = await train(ridge, { grid: oracle.grid, penalty: 'leave-one-out-per-target' });
    expect(await differenceTo(oracle.perTarget.predicted, fitted)).toBeLessThan(1e-9);
  });

  test('ridge on z-scored units (StandardScaler)', async () => {
    const fitted = await train(ridge, { penalty: 5, standardise: 'units' });
    expect(await differenceTo(oracle.standardised, fitted)).toBeLessThan(1e-9);
  });

  test('coefficients of determination (r2_score)', async () => {
    const predicted = (await train(ridge, { penalty: 5 })).predict(oracle.test);
    const found = columnDeterminations(predicted, selectRows(responses, oracle.test));
    expect(largestDifference(found, oracle.determination)).toBeLessThan(1e-9);
    const constant = { ...predicted, data: predicted.data.map(() => 2) };
    expect(columnDeterminations(predicted, constant).every(Number.isNaN)).toBe(true);
  });

  test('pls on z-scored units and responses (PLSRegression, scale)', async () => {
    const fitted = await train(pls, { components: 5, standardise: 'both' });
    expect(await differenceTo(oracle.scaledPls, fitted)).toBeLessThan(1e-9);
  });

  test('weights of ridge', async () => {
    const weights = await (await train(ridge, { penalty: 5 })).weights?.();
    const { coefficients, intercepts } = oracle.weights;
    expect(largestDifference(weights?.coefficients.data ?? [], coefficients.flat())).toBeLessThan(1e-9);
    expect(largestDifference(weights?.intercepts ?? [], intercepts)).toBeLessThan(1e-9);
  });

  test.each([
    ['principal components (PCA, LinearRegression)', principalComponents, { components: 6 }, 'components'],
    ['kernel ridge, gaussian', kernelRidge, { width: 2, penalty: 0.3 }, 'gaussian'],
    ['kernel ridge, polynomial', kernelRidge, { kernel: 'polynomial', degree: 3, penalty: 2 }, 'polynomial'],
    ['soft matching (POT)', softMatching, {}, 'softMatching'],
  ] as const)('%s', async (_name, plugin, options, expected) => {
    expect(await differenceTo(oracle[expected], await train(plugin, options))).toBeLessThan(1e-7);
  });

  test('one to one (NumPy, LinearRegression)', async () => {
    expect(await differenceTo(oracle.oneToOne.predicted, await train(oneToOne, {}))).toBeLessThan(1e-9);
  });

  describe('classifiers', () => {
    const signs = oneVsRest(
      oracle.train.map((row) => String(oracle.labels[row])),
      ['0', '1', '2'],
    );

    test('logistic regression, solver-limited', async () => {
      expect(await differenceTo(oracle.logistic, await train(logistic, { cost: 0.7 }, signs))).toBeLessThan(
        2e-6,
      );
    });

    test('support vector machine with the hinge loss (SVC, which keeps its kernel in single precision)', async () => {
      const fitted = await train(linearSvm, { cost: 0.3, loss: 'hinge' }, signs);
      expect(await differenceTo(oracle.hinge, fitted)).toBeLessThan(1e-5);
    });

    test('support vector machine: SciPy exactly, liblinear as far as it leaves the intercept free', async () => {
      const fitted = await train(linearSvm, { cost: 0.05 }, signs);
      expect(await differenceTo(oracle.squaredHinge, fitted)).toBeLessThan(1e-6);
      expect(await differenceTo(oracle.liblinear, fitted)).toBeLessThan(1e-4);
    });
  });
});

describe('what is learnt', () => {
  test.each([
    ['ridge', ridge, {}],
    ['z-scored ridge', ridge, { standardise: 'both' }],
    ['pls', pls, { components: 4 }],
    ['principal components', principalComponents, { components: 4 }],
    ['ridge per target', ridge, { penalty: 'leave-one-out-per-target' }],
    ['one to one', oneToOne, {}],
    ['soft matching', softMatching, {}],
  ] as const)('%s predicts what its weights say', async (_name, plugin, options) => {
    const fitted = await train(plugin, options);
    const weights = await fitted.weights?.();
    if (!weights) throw new Error('no weights');
    const { coefficients, intercepts } = weights;
    const raw = algebra.multiply(selectRows(features, oracle.test), coefficients);
    const expected = raw.data.map((value, index) => value + intercepts[index % raw.columns]);
    expect(largestDifference(fitted.predict(oracle.test).data, expected)).toBeLessThan(1e-9);
  });
});

describe('bad input is named', () => {
  test('components beyond the rank', async () => {
    await expect(train(principalComponents, { components: 20 })).rejects.toThrow(
      'principal-components: 20 components are asked for, but 28 training stimuli and 15 units span 15; choose at most 15.',
    );
  });

  test('numbers given to a classifier, and a single class', async () => {
    await expect(train(logistic, {})).rejects.toThrow('its targets must be 1 or -1');
    const one = {
      rows: oracle.train.length,
      columns: 1,
      data: new Float64Array(oracle.train.length).fill(1),
    };
    await expect(train(linearSvm, {}, one)).rejects.toThrow(
      'needs two classes among the training stimuli; all 28 are of one class',
    );
  });
});
