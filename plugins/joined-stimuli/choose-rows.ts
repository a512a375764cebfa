import { strings, type Table } from '../../core/assembly/table.ts';
import { InputError } from '../../core/errors/errors.ts';
import { didYouMean } from '../../core/errors/suggestions.ts';
import type { Taken } from './options.ts';

/** The rows of a set that are wanted. Throws InputError when a column or value is not there, or too few rows are. */
export function chooseRows(table: Table, { set, where, take }: Taken): readonly number[] {
  const rows = Object.entries(where).reduce(
    (left, [column, values]) => {
      const found = valuesOf(table, column, set);
      const known = [...new Set(found)];
      const missing = values.find((value) => !known.includes(value));
      if (missing !== undefined)
        throw new InputError(
          `the column "${column}" of "${set}" has no value "${missing}"; ${didYouMean(missing, known)}`,
        );
      return left.filter((row) => values.includes(found[row]));
    },
    Array.from({ length: table.length }, (_, row) => row),
  );
  if (rows.length === 0) throw new InputError(`nothing in "${set}" has all the values that where asks for.`);
  if (take === undefined) return rows;
  if (take > rows.length)
    throw new InputError(`take: there are ${rows.length} such stimuli in "${set}", not ${take}.`);
  return Array.from({ length: take }, (_, index) => rows[Math.floor(((index + 0.5) * rows.length) / take)]);
}

function valuesOf(table: Table, column: string, set: string): readonly string[] {
  if (table.columns[column]) return strings(table, column);
  throw new InputError(
    `the stimulus set "${set}" has no column "${column}"; ${didYouMean(column, Object.keys(table.columns))}`,
  );
}
