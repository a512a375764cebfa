import { selectRows, zeroMatrix } from '../assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import { addMeans, centreTargets } from './centred-targets.ts';
import { createFeatures } from './features.ts';
import { ridgeBasis } from './ridge-basis.ts';
import { chooseRidge, penaltyGrid } from './ridge-path.ts';
import { spectrumOfFeatures } from './spectrum.ts';
import type { Fold } from './splits.ts';

/** Targets that are fitted together. */
export interface TargetGroup {
  /** `[rows, targets]`, finite. */
  readonly targets: Matrix;
  /** Whether every target has a penalty of its own; classes that are weighed against each other share one. */
  readonly perTarget: boolean;
}

/** Fits of all groups to the training rows of a fold. */
export interface FittedFold {
  readonly fold: Fold;
  readonly fits: readonly LinearFit[];
}

interface LinearFit {
  /** `[units, targets]` */
  readonly coefficients: Matrix;
  readonly intercepts: Float64Array;
}

/**
 * Ridge regression on the training rows of every fold, its penalties chosen by leave-one-out among them. All groups of a fold
 * share one decomposition of the units.
 * @param units `[rows, units]`
 */
export async function fitRidgeFolds(
  units: Matrix,
  folds: readonly Fold[],
  groups: readonly TargetGroup[],
  algebra: LinearAlgebra,
): Promise<readonly FittedFold[]> {
  const fitted: FittedFold[] = [];
  for (const fold of folds) {
    const train = selectRows(units, fold.train);
    const everyRow = Array.from(fold.train.keys());
    const spectrum = await spectrumOfFeatures(createFeatures(train, algebra), everyRow, algebra);
    const basis = ridgeBasis(spectrum);
    const penalties = penaltyGrid(spectrum.values.reduce((sum, value) => sum + value, 0) / train.rows);
    const fits = groups.map(({ targets, perTarget }): LinearFit => {
      const { means, centred } = centreTargets(selectRows(targets, fold.train));
      const { dual } = chooseRidge(basis, everyRow, centred, penalties, perTarget, algebra);
      const coefficients = algebra.multiply(train, dual, { a: true });
      const atMean = algebra.multiply(rowMean(train), coefficients).data;
      return { coefficients, intercepts: means.map((mean, target) => mean - atMean[target]) };
    });
    fitted.push({ fold, fits });
  }
  return fitted;
}

/**
 * What is predicted for every row by the fit that did not see it, one matrix `[rows, targets]` per group.
 * @param units those that were fitted, or what became of them, for instance after a lesion.
 */
export function predictHeldOut(
  units: Matrix,
  fitted: readonly FittedFold[],
  algebra: LinearAlgebra,
): readonly Matrix[] {
  return fitted[0].fits.map(({ coefficients: { columns } }, group) => {
    const predicted = zeroMatrix(units.rows, columns);
    for (const { fold, fits } of fitted) {
      const { coefficients, intercepts } = fits[group];
      const held = addMeans(algebra.multiply(selectRows(units, fold.test), coefficients), intercepts);
      fold.test.forEach((row, place) => {
        predicted.data.set(held.data.subarray(place * columns, (place + 1) * columns), row * columns);
      });
    }
    return predicted;
  });
}

function rowMean(matrix: Matrix): Matrix {
  const { means } = centreTargets(matrix);
  return { rows: 1, columns: matrix.columns, data: means };
}
