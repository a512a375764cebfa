import { selectColumns, selectRows } from '../../core/assembly/matrix.ts';
import type { RegionResponses } from '../../core/contracts/evidence.ts';
import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import { InputError } from '../../core/errors/errors.ts';
import { resampleCounts } from '../../core/statistics/bootstrap.ts';
import {
  type Halves,
  reliabilityPerNeuroid,
  reliabilityUnderWeights,
} from '../../core/statistics/reliability.ts';
import { median } from '../../core/statistics/summaries.ts';
import type { Exam } from './exams.ts';
import { type Ceilings, explained, type Fit, fitOf, resampleUnits } from './fits.ts';

/** Responses foretold for the given rows of the joined set, `[rows, neuroids]`. */
export type Predict = (rows: readonly number[]) => Matrix;

/** An exam that some neuroids sit: all predictions of their responses are marked alike. */
export interface Sitting {
  readonly exam: Exam;
  /** Median reliability of the neuroids on these pictures; 1 where pictures were shown once. */
  readonly ceiling: number;
  mark(predict: Predict): Fit;
  /** Explained variance when what is foretold of the pictures is handed to others of them. */
  markShuffled(predict: Predict, order: readonly number[]): number;
}

/** The neuroids of a region that are asked of networks, in that order. */
export interface Neuroids {
  readonly ids: readonly string[];
  /** `[pictures, neuroids]`: mean responses to the joined set. */
  readonly means: Matrix;
  readonly halves: Halves | undefined;
}

export function chooseNeuroids(
  { neuroidIds, means, halves }: RegionResponses,
  wanted: readonly string[],
): Neuroids {
  const columns = wanted.map((id) => neuroidIds.indexOf(id)).filter((column) => column >= 0);
  return {
    ids: columns.map((column) => neuroidIds[column]),
    means: selectColumns(means, columns),
    halves: halves?.().map(({ first, second }) => ({
      first: selectColumns(first, columns),
      second: selectColumns(second, columns),
    })),
  };
}

/** Throws InputError where the responses do not repeat themselves on the pictures of the exam. */
export function sit(
  exam: Exam,
  { ids, means, halves }: Neuroids,
  {
    draws,
    random,
    algebra,
  }: { readonly draws: number; readonly random: RandomStreams; readonly algebra: LinearAlgebra },
): Sitting {
  const actual = selectRows(means, exam.rows);
  const resamples = {
    stimuli: resampleUnits(random.stream(`stimuli/${exam.name}`), draws, exam.units),
    neuroids: resampleCounts(random.stream('neuroids'), draws, ids.length),
  };
  const ceilings = halves ? ceilingsOf(halves, exam, resamples.stimuli, algebra) : perfect(draws, ids.length);
  const ceiling = median(ceilings.all);
  if (!(ceiling > 0))
    throw new InputError(
      `the responses to the ${exam.rows.length} pictures of ${exam.name} do not repeat themselves (noise ceiling ` +
        `${ceiling.toFixed(3)}): no explained variance can be stated; show more pictures or record more repetitions.`,
    );
  return {
    exam,
    ceiling,
    mark: (predict) => fitOf(predict(exam.rows), actual, ceilings, resamples, algebra),
    markShuffled: (predict, order) => explained(selectRows(predict(exam.rows), order), actual, ceilings.all),
  };
}

function ceilingsOf(halves: Halves, { rows }: Exam, stimuli: Matrix, algebra: LinearAlgebra): Ceilings {
  return {
    all: reliabilityPerNeuroid(halves, rows),
    drawn: reliabilityUnderWeights(halves, rows, stimuli, algebra),
  };
}

function perfect(draws: number, neuroids: number): Ceilings {
  return {
    all: new Float64Array(neuroids).fill(1),
    drawn: { rows: draws, columns: neuroids, data: new Float64Array(draws * neuroids).fill(1) },
  };
}
