import { selectRows } from '../assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import type { CeilingCorrection } from '../statistics/corrections.ts';
import {
  explainableVarianceExplained,
  type TrialMoments,
  trialMoments,
} from '../statistics/explainable-variance.ts';
import { correctedCorrelations } from '../statistics/two-sided.ts';
import type { Recording } from './recorded-region.ts';
import { centreFolds, rowRange, type TestGroup } from './test-groups.ts';

/** What the corrections need that are made neuroid by neuroid. */
export interface CorrectedPredictions {
  /** `[test rows of all folds, neuroids]` */
  readonly heldOut: Matrix;
  /** Of readouts that were fitted to equal parts of the repetitions; none for corrections that do not ask for them. */
  readonly parts: readonly Matrix[];
}

/** Into how many parts of the repetitions a correction splits both responses and predictions. */
export function partsFor(correction: CeilingCorrection): number {
  if (correction === 'two-sided') return 2;
  return correction === 'kell-2018' ? 3 : 0;
}

/**
 * A correction of every neuroid on one group of test rows.
 * @returns for `weights` `[draws, rows]` the values `[draws, neuroids]`, NaN where the correction is undefined.
 */
export function correctNeuroids(
  correction: CeilingCorrection,
  { heldOut, parts }: CorrectedPredictions,
  recording: Recording,
  algebra: LinearAlgebra,
): (group: TestGroup, weights: Matrix) => Matrix {
  if (correction === 'feve') {
    const moments = trialMoments(recording.trials());
    return ({ rows, start }, weights) =>
      explainableVarianceExplained(
        selectMoments(moments, rows),
        rowRange(heldOut, start, rows.length),
        weights,
        algebra,
      );
  }
  const actualParts = recording.parts(parts.length);
  const signedSquare = (value: number) => value * Math.abs(value);
  return ({ rows, start, folds }, weights) => {
    const predictedOf = (all: Matrix) => centreFolds(rowRange(all, start, rows.length), folds);
    const actualOf = (all: Matrix) => centreFolds(selectRows(all, rows), folds);
    const corrected = correctedCorrelations(
      {
        actual: actualOf(recording.means),
        predicted: predictedOf(heldOut),
        actualParts: actualParts.map(actualOf),
        predictedParts: parts.map(predictedOf),
      },
      weights,
      algebra,
    );
    return correction === 'kell-2018' ? { ...corrected, data: corrected.data.map(signedSquare) } : corrected;
  };
}

function selectMoments({ count, mean, squares }: TrialMoments, rows: readonly number[]): TrialMoments {
  return { count: selectRows(count, rows), mean: selectRows(mean, rows), squares: selectRows(squares, rows) };
}
