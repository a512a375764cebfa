import { selectRows } from '../assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import type { Readout } from '../contracts/readout.ts';
import { centreKernel } from './centred-kernel.ts';
import { fittedInDual } from './dual-readout.ts';
import { fitMarginClassifier, type MarginLoss, requireSigns } from './margin-classifier.ts';
import { standardiseFeatures } from './standardised-features.ts';

export interface MarginOptions {
  /** Of an error against the squared weights; `nested` chooses inside the training rows. */
  readonly cost: number | 'nested';
  readonly standardise?: boolean;
}

const innerFolds = 5;
/** Costs to choose from, over the mean variance of a training row. */
const relativeCosts = [1e-3, 1e-2, 1e-1, 1, 10, 100];

/** A linear classifier as a readout of signs: one decision value per class, the largest wins. */
export function createMarginReadout(
  name: string,
  loss: MarginLoss,
  { cost, standardise }: MarginOptions,
  algebra: LinearAlgebra,
): Readout {
  return {
    description:
      `${name}, ${cost === 'nested' ? 'cost by nested folds' : `cost ${cost}`}` +
      (standardise ? ', z-scored units' : ''),
    fit: async (given, rows, signs) => {
      requireSigns(signs, name);
      const features = standardise ? await standardiseFeatures(given, rows, algebra) : given;
      const gram = features.gram();
      const kernel = centreKernel(gram, rows);
      const chosen = cost === 'nested' ? chooseCost(gram, rows, signs, loss, algebra) : cost;
      const { dual, intercepts } = fitMarginClassifier(kernel.train, signs, loss, chosen, algebra);
      return fittedInDual(
        { kernel, dual, means: intercepts, chosen: { cost: chosen } },
        features,
        rows,
        algebra,
      );
    },
  };
}

/** The cost under which most inner held-out rows are told apart, the smallest of equals. */
function chooseCost(
  gram: Matrix,
  rows: readonly number[],
  signs: Matrix,
  loss: MarginLoss,
  algebra: LinearAlgebra,
): number {
  const scale = 1 / meanVariance(centreKernel(gram, rows).train);
  const foldOf = dealClasses(signs);
  const right = relativeCosts.map(() => 0);
  for (let fold = 0; fold < innerFolds; fold++) {
    const places = Array.from(foldOf.keys());
    const learnt = places.filter((place) => foldOf[place] !== fold);
    const held = places.filter((place) => foldOf[place] === fold);
    const kernel = centreKernel(
      gram,
      learnt.map((place) => rows[place]),
    );
    const others = kernel.against(held.map((place) => rows[place]));
    const own = selectRows(signs, learnt);
    if (!hasBothSigns(own)) continue;
    for (const [index, relative] of relativeCosts.entries()) {
      const { dual, intercepts } = fitMarginClassifier(kernel.train, own, loss, relative * scale, algebra);
      right[index] += countRight(algebra.multiply(others, dual), intercepts, selectRows(signs, held));
    }
  }
  return relativeCosts[right.indexOf(Math.max(...right))] * scale;
}

/** Deals the members of every class into folds in turn, so that each fold has them in proportion. */
function dealClasses(signs: Matrix): number[] {
  const seen = new Map<number, number>();
  return Array.from({ length: signs.rows }, (_, row) => {
    const name = winner(signs, row);
    const members = seen.get(name) ?? 0;
    seen.set(name, members + 1);
    return members % innerFolds;
  });
}

function countRight(decisions: Matrix, intercepts: Float64Array, signs: Matrix): number {
  const { columns } = decisions;
  const shifted = {
    ...decisions,
    data: decisions.data.map((value, index) => value + intercepts[index % columns]),
  };
  return Array.from({ length: signs.rows }, (_, row) => row).filter(
    (row) => winner(shifted, row) === winner(signs, row),
  ).length;
}

/** The class of the largest value; of a single column, whether it is positive. */
function winner({ columns, data }: Matrix, row: number): number {
  if (columns === 1) return data[row] > 0 ? 1 : 0;
  let best = 0;
  for (let column = 1; column < columns; column++)
    if (data[row * columns + column] > data[row * columns + best]) best = column;
  return best;
}

function hasBothSigns({ rows, columns, data }: Matrix): boolean {
  return Array.from({ length: columns }, (_, column) => column).every((column) => {
    const values = Array.from({ length: rows }, (_, row) => data[row * columns + column]);
    return values.includes(1) && values.includes(-1);
  });
}

function meanVariance({ rows, columns, data }: Matrix): number {
  let trace = 0;
  for (let row = 0; row < rows; row++) trace += data[row * columns + row];
  return trace > 0 ? trace / rows : 1;
}
