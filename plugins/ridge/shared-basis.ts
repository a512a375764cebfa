import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import type { Features } from '../../core/contracts/readout.ts';
import type { CentredKernel } from '../../core/statistics/centred-kernel.ts';
import { type RidgeBasis, ridgeBasis } from '../../core/statistics/ridge-basis.ts';
import { spectrumOfFeatures } from '../../core/statistics/spectrum.ts';

/** A basis and where the training rows of a fit are in it. */
interface PlacedBasis {
  readonly basis: RidgeBasis;
  /** Places of the training rows among those of the basis. */
  readonly train: readonly number[];
  /** Dual weights of the basis' rows as those of all stimuli. */
  spread(dual: Matrix): Matrix;
}

/** More rows than this share of the training rows are not worth taking out again. */
const mostTakenOut = 0.25;
/** Rows that lie further out than so many times the training rows' variance would drown them in rounding errors. */
const mostDistant = 100;
/** So are penalties below this share of the variance, when rows are taken out. */
const leastPenalty = 1e-9;

/**
 * Bases for fits to many splits of the same features: one over all stimuli serves every split that leaves few of them
 * out, as it costs several times what taking rows out of it does. For other splits the last one is kept, which serves fits of
 * other targets to the same rows. Both are kept as long as the features are.
 */
export function createBases(algebra: LinearAlgebra) {
  const basisOf = async (features: Features, rows: readonly number[]) =>
    ridgeBasis(await spectrumOfFeatures(features, rows, algebra));
  const shared = new WeakMap<Features, Promise<RidgeBasis>>();
  const last = new WeakMap<Features, { rows: readonly number[]; basis: Promise<RidgeBasis> }>();
  const ofRows = (features: Features, rows: readonly number[]) => {
    const known = last.get(features);
    if (known && sameRows(known.rows, rows)) return known.basis;
    last.delete(features);
    const basis = basisOf(features, rows);
    last.set(features, { rows, basis });
    return basis;
  };
  return {
    of: async (
      features: Features,
      kernel: CentredKernel,
      penalties: readonly number[],
    ): Promise<PlacedBasis> => {
      if (canShare(features, kernel, penalties)) {
        const basis = shared.get(features) ?? basisOf(features, everyRow(features));
        shared.set(features, basis);
        return { basis: await basis, train: kernel.rows, spread: (dual) => dual };
      }
      return {
        basis: await ofRows(features, kernel.rows),
        train: Array.from(kernel.rows.keys()),
        spread: kernel.spread,
      };
    },
  };
}

function sameRows(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((row, place) => row === right[place]);
}

function everyRow({ count }: Features): number[] {
  return Array.from({ length: count }, (_, row) => row);
}

function canShare(features: Features, kernel: CentredKernel, penalties: readonly number[]): boolean {
  const takenOut = features.count - kernel.rows.length;
  if (takenOut > mostTakenOut * kernel.rows.length) return false;
  if (Math.min(...penalties) < leastPenalty * kernel.variance) return false;
  const train = new Set(kernel.rows);
  if (train.size < kernel.rows.length) return false;
  const out = everyRow(features).filter((row) => !train.has(row));
  return kernel.distances(out).every((distance) => distance <= mostDistant * kernel.variance);
}
