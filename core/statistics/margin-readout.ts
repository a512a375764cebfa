import { selectColumns, selectRows } from '../assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import type { Readout } from '../contracts/readout.ts';
import { InputError } from '../errors/errors.ts';
import { type CentredKernel, centreKernel } from './centred-kernel.ts';
import { addMeans } from './centred-targets.ts';
import { checkedReadout } from './checked-readout.ts';
import { balancedAccuracy, predictedClasses } from './classification.ts';
import { fittedInDual } from './dual-readout.ts';
import type { PrepareMarginFits } from './margin-classifier.ts';
import { mean } from './summaries.ts';

export interface MarginOptions {
  /** Of an error against the squared weights; `nested` chooses inside the training rows. */
  readonly cost: number | 'nested';
  readonly grid?: readonly number[] | undefined;
}

const innerFolds = 5;
const finalPrecision = 1e-9;
/** Enough to see which cost classifies best. */
const innerPrecision = 1e-3;
/** Costs to choose from, over the mean variance of a training row. */
const relativeCosts = [1e-3, 1e-2, 1e-1, 1, 10, 100];

/** A linear classifier as a readout of signs: one decision value per class, the largest wins. */
export function createMarginReadout(
  name: string,
  prepare: PrepareMarginFits,
  { cost, grid }: MarginOptions,
  algebra: LinearAlgebra,
): Readout {
  const description = `${name}, ${cost === 'nested' ? 'cost by nested folds' : `cost ${cost}`}`;
  return checkedReadout(description, async (features, rows, signs) => {
    requireSigns(signs, name);
    const kernel = centreKernel(features.gram(), rows, algebra);
    const costs = grid ?? relativeCosts.map((relative) => relative / (kernel.variance || 1));
    const chosen =
      cost === 'nested'
        ? chooseCost({ gram: features.gram(), rows, signs, costs, prepare, name }, algebra)
        : cost;
    const { dual, intercepts } = prepare(kernel.matrix(), signs, algebra)(chosen, finalPrecision);
    return fittedInDual(
      { kernel, dual: kernel.spread(dual), means: intercepts, chosen: { cost: chosen } },
      features,
      algebra,
    );
  });
}

interface Choice {
  readonly gram: Matrix;
  readonly rows: readonly number[];
  readonly signs: Matrix;
  readonly costs: readonly number[];
  readonly prepare: PrepareMarginFits;
  readonly name: string;
}

/** The cost of best balanced accuracy on inner held-out rows, the smallest of equals. */
function chooseCost({ gram, rows, signs, costs, prepare, name }: Choice, algebra: LinearAlgebra): number {
  const ascending = costs.toSorted((a, b) => a - b);
  requireOneClassEach(signs, name);
  const labels = labelsOf(signs);
  const folds = dealMembers(labels, name);
  const scores = ascending.map((): number[] => []);
  for (const held of folds) {
    const inHeld = new Set(held);
    const learnt = Array.from(rows.keys()).filter((place) => !inHeld.has(place));
    const placesOf = (places: readonly number[]) => places.map((place) => rows[place]);
    const kernel = centreKernel(gram, placesOf(learnt), algebra);
    const classify = prepare(kernel.matrix(), selectRows(signs, learnt), algebra);
    for (const [index, cost] of ascending.entries()) {
      const decisions = decide(kernel, placesOf(held), classify(cost, innerPrecision));
      scores[index].push(accuracy(decisions, selectRows(signs, held)));
    }
  }
  const means = scores.map(mean);
  return ascending[means.indexOf(Math.max(...means))];
}

function decide(
  kernel: CentredKernel,
  rows: readonly number[],
  { dual, intercepts }: ReturnType<ReturnType<PrepareMarginFits>>,
): Matrix {
  return addMeans(kernel.timesAgainst(rows, kernel.spread(dual)), intercepts);
}

/** Balanced accuracy of the largest decision value, or of the sign where there is one column. */
function accuracy(decisions: Matrix, signs: Matrix): number {
  return balancedAccuracy(labelsOf(decisions), labelsOf(signs), Math.max(2, signs.columns));
}

/** The class of largest value, row by row; of a single column, whether it is positive. */
function labelsOf(decisions: Matrix): number[] {
  if (decisions.columns > 1) return predictedClasses(decisions);
  return Array.from(decisions.data, (value) => (value > 0 ? 1 : 0));
}

/** Deals the members of every class into folds in turn, so that each fold has them in proportion. */
function dealMembers(labels: readonly number[], name: string): number[][] {
  const members = new Map<number, number[]>();
  labels.forEach((label, place) => {
    members.set(label, [...(members.get(label) ?? []), place]);
  });
  const fewest = Math.min(...Array.from(members.values(), (own) => own.length));
  if (fewest < 2)
    throw new InputError(
      `${name} chooses its cost by folds inside the training stimuli, where a class has a single member; give every ` +
        'class two members or more, or give a cost.',
    );
  const folds: number[][] = Array.from({ length: Math.min(innerFolds, fewest) }, () => []);
  for (const own of members.values())
    own.forEach((place, index) => {
      folds[index % folds.length].push(place);
    });
  return folds;
}

/** Throws InputError where rows of several columns have not exactly one 1. */
function requireOneClassEach({ rows, columns, data }: Matrix, name: string): void {
  if (columns === 1) return;
  for (let row = 0; row < rows; row++) {
    const classes = data.subarray(row * columns, (row + 1) * columns).filter((sign) => sign > 0).length;
    if (classes !== 1)
      throw new InputError(
        `${name} chooses its cost where every stimulus is of one class; training stimulus ${row} (counted from 0) is of ` +
          `${classes}: give a cost.`,
      );
  }
}

/** Throws InputError unless every column of targets holds both signs and nothing else. */
function requireSigns(signs: Matrix, name: string): void {
  if (signs.data.some((value) => value !== 1 && value !== -1))
    throw new InputError(`${name} tells classes apart: its targets must be 1 or -1, not numbers.`);
  for (let column = 0; column < signs.columns; column++) {
    const positive = selectColumns(signs, [column]).data.filter((value) => value > 0).length;
    if (positive === 0 || positive === signs.rows)
      throw new InputError(
        `${name} needs two classes among the training stimuli; all ${signs.rows} are of ` +
          `${positive === 0 ? 'the other' : 'one'} class.`,
      );
  }
}
