import { selectRows } from '../assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import type { Features } from '../contracts/readout.ts';
import { centreKernel } from './centred-kernel.ts';
import { unitBlocks } from './unit-blocks.ts';

/** Below this share of the largest, squared singular values are rounding errors. */
const rounding = 1e-12;

/** Centred features of some rows by their left singular vectors, of which those of singular value 0 are left out. */
export interface Spectrum {
  /** Squared singular values, ascending: variances times rows. */
  readonly values: Float64Array;
  /** Row i belongs to `values[i]`: `[values, rows]`, orthonormal and each without mean. */
  readonly vectors: Matrix;
}

/** Spectrum of a centred kernel. */
export function spectrumOf(kernel: Matrix, algebra: LinearAlgebra): Spectrum {
  const { values, vectors } = algebra.symmetricEigen(kernel);
  const first = firstAboveRounding(values);
  const data = vectors.data.subarray(first * kernel.rows);
  return {
    values: values.subarray(first),
    vectors: { rows: values.length - first, columns: kernel.rows, data },
  };
}

/**
 * Spectrum of centred features. Where they are in memory and fewer than the rows, it comes from the products of the units,
 * which are the smaller matrix; else from the kernel.
 */
export async function spectrumOfFeatures(
  features: Features,
  rows: readonly number[],
  algebra: LinearAlgebra,
): Promise<Spectrum> {
  if (!features.inMemory || features.units >= rows.length)
    return spectrumOf(centreKernel(features.gram(), rows, algebra).matrix(), algebra);
  const centred = await centredUnits(features, rows);
  const { values, vectors } = algebra.symmetricEigen(algebra.gram(centred));
  const first = firstAboveRounding(values);
  const kept = selectRows(
    vectors,
    Array.from({ length: values.length - first }, (_, index) => first + index),
  );
  const scores = algebra.multiply(kept, centred);
  for (let row = 0, index = 0; row < scores.rows; row++) {
    const length = Math.sqrt(values[first + row]);
    for (let column = 0; column < scores.columns; column++, index++) scores.data[index] /= length;
  }
  return { values: values.subarray(first), vectors: scores };
}

/** `[units, rows]`, without the means of the units. */
async function centredUnits(features: Features, rows: readonly number[]): Promise<Matrix> {
  const data = new Float64Array(features.units * rows.length);
  for (const { start, values } of unitBlocks(await features.values(), rows))
    for (let unit = 0; unit < values.columns; unit++) {
      const own = data.subarray((start + unit) * rows.length, (start + unit + 1) * rows.length);
      let sum = 0;
      for (let row = 0; row < rows.length; row++) {
        own[row] = values.data[row * values.columns + unit];
        sum += own[row];
      }
      for (let row = 0; row < rows.length; row++) own[row] -= sum / rows.length;
    }
  return { rows: features.units, columns: rows.length, data };
}

/** Place of the first value that is more than the rounding error of the largest. */
function firstAboveRounding(values: Float64Array): number {
  const negligible = rounding * values[values.length - 1];
  const first = values.findIndex((value) => value > negligible && value > 0);
  return first < 0 ? values.length : first;
}
