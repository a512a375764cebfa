import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { selectRows } from '../../core/assembly/matrix.ts';
import type { Matrix } from '../../core/contracts/linear-algebra.ts';
import type { Readout } from '../../core/contracts/readout.ts';
import { correct } from '../../core/statistics/corrections.ts';
import { columnCorrelations } from '../../core/statistics/correlation.ts';
import { createFeatures } from '../../core/statistics/features.ts';
import { createLegacyRandom } from '../../core/statistics/mersenne-twister.ts';
import { reliabilityPerNeuroid } from '../../core/statistics/reliability.ts';
import { standardisedReadout } from '../../core/statistics/standardised-readout.ts';
import { stratifiedShuffles } from '../../core/statistics/stratified-shuffle.ts';
import { mean, median, standardDeviation } from '../../core/statistics/summaries.ts';
import { createPlainAlgebra } from '../../plugins/plain-algebra/plain-algebra.ts';
import { createPls } from '../../plugins/pls/pls.ts';
import { createRidge } from '../../plugins/ridge/ridge.ts';
import { dataFolder } from './folder.ts';

interface Scores {
  readonly raw: number[][];
  readonly split_medians: number[];
  readonly center: number;
  readonly error: number;
}

interface Golden {
  readonly object_name: string[];
  readonly X: number[][];
  readonly trials: number[][][];
  readonly stratified_splits: { train: number[]; test: number[] }[];
  readonly half_splits: { half1: number[]; half2: number[] }[];
  readonly pls: Scores;
  readonly ridge: Scores;
  readonly ceiling: Scores;
  readonly score_new: { pls: number; ridge: number };
  readonly score_old: { pls: number; ridge: number };
}

const group = dataFolder ? describe : describe.skip;

group('the numbers of Brain-Score', () => {
  const golden = (): Golden =>
    JSON.parse(readFileSync(join(dataFolder ?? '', '..', 'oracles', 'brainscore_golden.json'), 'utf8'));
  const algebra = createPlainAlgebra();

  function matrix(rows: number[][]): Matrix {
    return { rows: rows.length, columns: rows[0].length, data: Float64Array.from(rows.flat()) };
  }

  function meanOf(trials: number[][][]): Matrix {
    const all = trials.map(matrix);
    const data = all[0].data.map((_, index) => mean(all.map((trial) => trial.data[index])));
    return { ...all[0], data };
  }

  test('splits, index by index', () => {
    const { object_name: labels, stratified_splits: splits } = golden();
    expect(stratifiedShuffles(labels, { splits: 10, trainShare: 0.9, seed: 1 })).toEqual(splits);
  });

  test('ceiling from halves of the repetitions', () => {
    const { trials, half_splits: splits, ceiling } = golden();
    const random = createLegacyRandom(1);
    const medians = splits.map(({ half1, half2 }) => {
      const order = random.permutation(trials.length);
      expect([order.slice(trials.length / 2), order.slice(0, trials.length / 2)]).toEqual([half1, half2]);
      const halves = [half1, half2].map((half) => meanOf(half.map((repetition) => trials[repetition])));
      const rows = trials[0].map((_, row) => row);
      return median(reliabilityPerNeuroid([{ first: halves[0], second: halves[1] }], rows));
    });
    medians.forEach((value, split) => {
      expect(value).toBeCloseTo(ceiling.split_medians[split], 10);
    });
    expect(mean(medians)).toBeCloseTo(ceiling.center, 10);
  });

  test.each([
    ['pls', () => createPls({ components: 25, algorithm: 'nipals' }, algebra)],
    ['ridge', () => createRidge({ penalty: 1 }, algebra)],
  ] as ['pls' | 'ridge', () => Readout][])('%s, every neuroid of every split', async (name, create) => {
    const {
      X,
      trials,
      stratified_splits: splits,
      [name]: expected,
      ceiling,
      score_new: scoreNew,
      score_old: scoreOld,
    } = golden();
    const values = matrix(X);
    const features = createFeatures(values, algebra);
    const responses = meanOf(trials);
    const medians: number[] = [];
    for (const [split, { train, test: held }] of splits.entries()) {
      const fitted = await create().fit(features, train, selectRows(responses, train));
      const correlations = columnCorrelations(fitted.predict(held), selectRows(responses, held));
      correlations.forEach((value, neuroid) => {
        expect(Math.abs(value - expected.raw[split][neuroid])).toBeLessThan(1e-9);
      });
      medians.push(median(correlations));
    }
    const center = mean(medians);
    expect(center).toBeCloseTo(expected.center, 9);
    expect(standardDeviation(medians, 0) / Math.sqrt(medians.length)).toBeCloseTo(expected.error, 9);
    expect(correct('explained-variance', center, ceiling.center)).toBeCloseTo(scoreNew[name], 9);
    expect(correct('squared-ratio', center, ceiling.center)).toBeCloseTo(scoreOld[name], 9);
  });

  test('the Linnerud data, by one and two components', async () => {
    const table = (name: string) =>
      matrix(
        readFileSync(join(dataFolder ?? '', '..', 'oracles', `linnerud_${name}.csv`), 'utf8')
          .trim()
          .split('\n')
          .slice(1)
          .map((line) => line.trim().split(/\s+/).map(Number)),
      );
    const [exercise, physiological] = [table('exercise'), table('physiological')];
    for (const [components, expected] of [
      [1, [181.57664721, 35.90476502, 55.74798845]],
      [2, [180.33278555, 35.57034871, 56.06817703]],
    ] as const) {
      const nipals = createPls({ components, algorithm: 'nipals' }, algebra);
      const rows = Array.from({ length: exercise.rows }, (_, row) => row);
      const readout = standardisedReadout(nipals, 'both', algebra);
      const fitted = await readout.fit(createFeatures(exercise, algebra), rows, physiological);
      fitted.predict([0]).data.forEach((value, target) => {
        expect(Math.abs(value - expected[target])).toBeLessThan(1e-7);
      });
    }
  });
});
