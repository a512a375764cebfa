import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Cell, ResultTable } from '../../core/reporting/result-tables.ts';

/** Columns of float64, true or false, or text; whatever is missing is null. */
export function parquet({ columns }: ResultTable): Uint8Array {
  const columnData = columns.map(({ name, values }) => ({ name, data: [...values], type: typeOf(values) }));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'neuroid' }));
}

function typeOf(values: readonly Cell[]): 'DOUBLE' | 'BOOLEAN' | 'STRING' {
  const known = values.find((value) => value !== null);
  if (typeof known === 'number') return 'DOUBLE';
  return typeof known === 'boolean' ? 'BOOLEAN' : 'STRING';
}
