import { stringify } from 'csv-stringify/sync';
import type { ResultTable } from '../../core/reporting/result-tables.ts';

/** A heading and a line per row; numbers at full precision, nothing where a value is missing. */
export function csv({ columns }: ResultTable): string {
  const rows = (columns[0]?.values ?? []).map((_, row) => columns.map(({ values }) => values[row]));
  const cast = { number: String, boolean: String };
  return stringify([columns.map(({ name }) => name), ...rows], { cast });
}
