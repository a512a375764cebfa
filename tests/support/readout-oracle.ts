import { readFileSync } from 'node:fs';

interface RegressionOracle {
  readonly features: number[][];
  readonly responses: number[][];
  readonly train: number[];
  readonly test: number[];
  readonly components: number;
  readonly pls: number[][];
  readonly ridge: number[][];
  readonly penalty: number;
  readonly leaveOneOut: number[][];
}

interface ReadoutOracle {
  readonly permutations: { seed: number; length: number; values: number[] }[];
  readonly stratified: {
    labels: string[];
    options: { splits: number; trainShare: number; seed: number };
    splits: { train: number[]; test: number[] }[];
  }[];
  readonly halves: { repetitions: number; halves: { first: number[]; second: number[] }[] }[];
  readonly readouts: Readonly<Record<'fewUnits' | 'manyUnits' | 'oneTarget', RegressionOracle>>;
  readonly linnerud: { exercise: number[][]; physiological: number[][]; firstRow: number[][] };
  readonly statistics: {
    readonly a: number[];
    readonly b: number[];
    readonly pearson: number;
    readonly spearman: number;
    readonly times: number[];
    readonly weightedPearson: number;
    readonly values: number[];
    readonly median: number;
    readonly percentiles: [number, number];
    readonly weightedMedian: number;
    readonly deviations: [number, number];
    readonly actual: number[];
    readonly predicted: number[];
    readonly counts: number[];
    readonly balanced: number;
    readonly balancedUnderCounts: number;
  };
}

/** What `tests/oracles/readouts.py` computed with scikit-learn, SciPy and NumPy. */
export const readoutOracle: ReadoutOracle = JSON.parse(
  readFileSync(new URL('../oracles/readouts.json', import.meta.url), 'utf8'),
);
