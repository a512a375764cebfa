import type { Matrix, SingleMatrix } from './linear-algebra.ts';
import { extensionPoint } from './plugin.ts';

/** The units of one layer over all stimuli; expensive views of them are computed once and shared. */
export interface Features {
  readonly count: number;
  readonly units: number;
  /** `[count, units]`; read from disk each time, for readouts that the Gram matrix does not serve. */
  values(): Promise<Matrix | SingleMatrix>;
  /** Whether `values` gives what is in memory anyway. */
  readonly inMemory?: boolean;
  /** Gram matrix of the raw values, `[count, count]`. */
  gram(): Matrix;
}

/** Fits a map from features to targets on some rows and predicts others. */
export interface Readout {
  /** Method and numbers, for tables: `pls, 25 components, nipals`. */
  readonly description: string;
  /** Whether fits ask for `values`, which are then kept of all layers together. */
  readonly needsValues?: boolean;
  /**
   * @param targets `[rows.length, targets]`, finite.
   * Everything that is learnt (means, scales, penalties) comes from `rows` alone.
   */
  fit(features: Features, rows: readonly number[], targets: Matrix): Promise<FittedReadout>;
}

export interface FittedReadout {
  /** `[rows.length, targets]`. */
  predict(rows: readonly number[]): Matrix;
  /** What was chosen while fitting, for instance the penalty; a list where every target has its own. */
  readonly chosen: Readonly<Record<string, number | readonly number[]>>;
  /** Effective parameters per target, without the intercept; absent where they are not defined. */
  degreesOfFreedom?(): Float64Array;
  /** Of linear readouts: what the units are multiplied with. */
  weights?(): Promise<ReadoutWeights>;
}

/** Predictions are features times coefficients plus intercepts. */
export interface ReadoutWeights {
  /** `[units, targets]`. */
  readonly coefficients: Matrix;
  /** One per target. */
  readonly intercepts: Float64Array;
}

export const Readout = extensionPoint<Readout>('readout', 'a fitted map from features to targets');
