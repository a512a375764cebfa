import { readFileSync } from 'node:fs';

interface StatisticsOracle {
  readonly correlations: {
    x: number[];
    y: number[];
    pearson: number;
    spearman: number;
    tauA: number;
    tauB: number;
  }[];
  readonly partial: { x: number[]; y: number[]; controls: number[][]; value: number }[];
  readonly normal: { z: number[]; below: number[]; shares: number[]; quantiles: number[] };
  readonly accelerated: {
    estimate: number;
    draws: number[];
    jackknife: number[];
    level: number;
    low: number;
    high: number;
  };
  readonly multiple: { p: number[]; holm: number[]; benjaminiHochberg: number[] };
  readonly permutation: {
    observed: number;
    drawn: number[];
    greater: number;
    less: number;
    twoSided: number;
  };
  readonly representational: {
    /** `[repetition, condition, neuroid]` */
    trials: number[][][];
    other: number[][];
    covariance: number[][];
    correlation: number[];
    euclidean: number[];
    crossnobis: number[];
    compared: Readonly<Record<'spearman' | 'pearson' | 'tauA' | 'whitenedCosine', number>>;
    animals: number[][];
    /** Lower and upper bound. */
    ceilings: Readonly<Record<'spearman' | 'pearson', [number, number]>>;
  };
  readonly alignment: {
    x: number[][];
    y: number[][];
    biased: number;
    unbiased: number;
    dimensionality: number;
  };
}

/** What `tests/oracles/statistics.py` computed with SciPy, statsmodels and rsatoolbox. */
export const statisticsOracle: StatisticsOracle = JSON.parse(
  readFileSync(new URL('../oracles/statistics.json', import.meta.url), 'utf8'),
);
