import type { Matrix } from '../contracts/linear-algebra.ts';
import type { Features, Readout } from '../contracts/readout.ts';
import { InputError } from '../errors/errors.ts';

/**
 * A readout that is never given what it cannot be fitted to: shapes that differ, rows that there are not, values that are
 * not finite. Throws InputError, which says what and where.
 */
export function checkedReadout(description: string, learn: Readout['fit']): Readout {
  return {
    description,
    fit: async (features, rows, targets) => {
      requireShapes(features, rows, targets);
      requireFiniteTargets(targets, rows);
      requireFiniteFeatures(features);
      return learn(features, rows, targets);
    },
  };
}

function requireShapes({ count, units }: Features, rows: readonly number[], targets: Matrix): void {
  if (rows.length !== targets.rows)
    throw new InputError(
      `features and targets must have the same stimuli: there are ${rows.length} training rows, and targets of ` +
        `${targets.rows}.`,
    );
  if (rows.length < 2)
    throw new InputError(`a readout needs two training stimuli or more; there are ${rows.length}.`);
  if (units < 1 || targets.columns < 1)
    throw new InputError(
      `a readout needs a unit and a target; there are ${units} units and ${targets.columns} targets.`,
    );
  const outside = rows.find((row) => !(row >= 0 && row < count));
  if (outside !== undefined)
    throw new InputError(`there is no training row ${outside}: the features have ${count} rows.`);
}

function requireFiniteTargets({ columns, data }: Matrix, rows: readonly number[]): void {
  const at = data.findIndex((value) => !Number.isFinite(value));
  if (at >= 0)
    throw new InputError(
      `the targets must be finite: that of stimulus ${rows[Math.floor(at / columns)]}, target ${at % columns} (both ` +
        `counted from 0) is ${data[at]}; leave the stimulus or the target out.`,
    );
}

/** A stimulus with a feature that is not finite has no finite product with itself. */
function requireFiniteFeatures(features: Features): void {
  const { rows, columns, data } = features.gram();
  for (let row = 0; row < rows; row++)
    if (!Number.isFinite(data[row * (columns + 1)]))
      throw new InputError(
        `the features of stimulus ${row} (counted from 0) must be finite, and some are NaN, infinite or too large to ` +
          'be squared; mend them, or leave the stimulus out.',
      );
}
