import type * as tensorflow from '@tensorflow/tfjs';
import { numbers, type Table } from '../../assembly/table.ts';
import type { PreparedObjective } from '../../contracts/training.ts';
import { InputError } from '../../errors/errors.ts';
import { didYouMean } from '../../errors/suggestions.ts';
import { regressionObjective } from './regression.ts';

export interface LatentTask {
  /** Columns that are learnt as they are. */
  readonly latents: readonly string[];
  /** Columns in degrees, of which sine and cosine are learnt. */
  readonly angles: readonly string[];
}

/**
 * One output per latent, two per angle. Throws InputError where a column is missing, holds text, is not finite, or is
 * the same for all stimuli.
 */
export function latentObjective(
  tf: typeof tensorflow,
  table: Table,
  rows: readonly number[],
  { latents, angles }: LatentTask,
): PreparedObjective {
  const columns = [
    ...latents.map((name) => ({ name, values: valuesOf(table, name) })),
    ...angles.flatMap((name) => {
      const radians = valuesOf(table, name).map((degrees) => (degrees * Math.PI) / 180);
      return [
        { name: `sin ${name}`, values: radians.map(Math.sin) },
        { name: `cos ${name}`, values: radians.map(Math.cos) },
      ];
    }),
  ];
  const names = columns.map(({ name }) => name);
  const data = new Float64Array(table.length * names.length);
  columns.forEach(({ values }, column) => {
    values.forEach((value, row) => {
      data[row * names.length + column] = value;
    });
  });
  return regressionObjective(tf, names, { rows: table.length, columns: names.length, data }, rows);
}

function valuesOf(table: Table, name: string): Float64Array {
  const column = table.columns[name];
  if (!column)
    throw new InputError(
      `the stimuli have no column "${name}" to learn; ${didYouMean(name, Object.keys(table.columns))}`,
    );
  if (!(column instanceof Float64Array))
    throw new InputError(
      `the column "${name}" holds text; as a latent only numbers can be learnt, for text take labels.`,
    );
  const values = numbers(table, name);
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0)
    throw new InputError(
      `the column "${name}" is ${values[wrong]} in row ${wrong + 1}; latents to learn must be finite.`,
    );
  if (values.every((value) => value === values[0]))
    throw new InputError(
      `the column "${name}" is ${values[0]} for all stimuli; there is nothing to learn of it.`,
    );
  return values;
}
