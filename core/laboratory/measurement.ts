import { selectRows } from '../assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import { InputError } from '../errors/errors.ts';
import { columnCorrelations } from '../statistics/correlation.ts';
import { mean, median, standardDeviation, weightedMedian } from '../statistics/summaries.ts';
import { weightedColumnCorrelations } from '../statistics/weighted-correlation.ts';
import type { GroupCeiling } from './ceilings.ts';
import { definedCorrelations } from './predictions.ts';
import type { Protocol } from './protocols.ts';
import type { Recording } from './recordings.ts';
import type { Resampling } from './resampling.ts';
import { centreFolds, countsOf, rowOf, rowRange, testGroups } from './test-groups.ts';

/** How well predictions meet the responses of a region, with bootstrap draws of the same. */
export interface Measurement {
  readonly raw: number;
  readonly ceiling: number;
  /** Signed explained variance: raw |raw| / ceiling. */
  readonly ceiled: number;
  readonly error: number;
  readonly control: number;
  readonly rawDraws: readonly number[];
  /** NaN, written as null, where a draw's ceiling is not positive. */
  readonly ceiledDraws: readonly (number | null)[];
}

/** Pearson r per neuroid, median over neuroids, mean over groups of test rows (as Brain-Score has it). */
export function measure(
  predictions: { readonly heldOut: Matrix; readonly control: Matrix },
  given: {
    readonly recording: Recording;
    readonly protocol: Protocol;
    readonly ceilings: readonly GroupCeiling[];
    readonly resampling: Resampling;
    readonly algebra: LinearAlgebra;
  },
): Measurement {
  const { recording, protocol, resampling, algebra } = given;
  const { rows: stimuli, columns } = recording.means;
  const groups = testGroups(protocol);
  const stimulusCounts = resampling.stimuli(stimuli);
  const neuroidCounts = resampling.neuroids(`${recording.population}/${recording.region}`, columns);
  const foldCounts = resampling.folds(protocol.id, groups.length);

  const measured = groups.map(({ rows, start, folds }) => {
    const actual = centreFolds(selectRows(recording.means, rows), folds);
    const heldOut = centreFolds(rowRange(predictions.heldOut, start, rows.length), folds);
    const control = centreFolds(rowRange(predictions.control, start, rows.length), folds);
    const drawn = weightedColumnCorrelations(heldOut, actual, countsOf(stimulusCounts, rows), algebra);
    return {
      raw: median(definedCorrelations(columnCorrelations(heldOut, actual))),
      control: median(definedCorrelations(columnCorrelations(control, actual))),
      draws: Array.from({ length: resampling.draws }, (_, draw) =>
        weightedMedian(definedCorrelations(rowOf(drawn, draw)), rowOf(neuroidCounts, draw)),
      ),
    };
  });

  const raws = measured.map(({ raw }) => raw);
  const raw = mean(raws);
  const ceiling = mean(given.ceilings.map((group) => group.ceiling));
  if (!(ceiling > 0))
    throw new InputError(
      `the responses of ${recording.population} (${recording.region}) do not repeat themselves under ${protocol.id} ` +
        `(noise ceiling ${ceiling.toFixed(3)}): no explained variance can be stated; record more repetitions, or ` +
        'correlate across folds.',
    );
  const rawDraws = drawsOver(
    foldCounts,
    measured.map(({ draws }) => draws),
  );
  const ceilingDraws = drawsOver(
    foldCounts,
    given.ceilings.map(({ draws }) => draws),
  );
  return {
    raw,
    ceiling,
    ceiled: explainedVariance(raw, ceiling),
    error: standardDeviation(raws, 0) / Math.sqrt(raws.length),
    control: mean(measured.map((group) => group.control)),
    rawDraws,
    ceiledDraws: rawDraws.map((value, draw) =>
      ceilingDraws[draw] > 0 ? explainedVariance(value, ceilingDraws[draw]) : null,
    ),
  };
}

function explainedVariance(raw: number, ceiling: number): number {
  return (raw * Math.abs(raw)) / ceiling;
}

/** Mean over groups as each draw counts them. */
function drawsOver(counts: Matrix, groups: readonly (readonly number[])[]): number[] {
  return Array.from({ length: counts.rows }, (_, draw) => {
    const weights = rowOf(counts, draw);
    return groups.reduce((sum, draws, group) => sum + weights[group] * draws[draw], 0) / groups.length;
  });
}
