import { stringify } from 'csv-stringify/sync';
import type { Column, Table } from '../assembly/table.ts';

/** Columns that stand first, as in Brain-Score and HvM; the others follow in their own order. */
const first = ['stimulus_id', 'filename', 'object_name', 'category_name', 'variation'];

/** A CSV text with one row per stimulus (RFC 4180); numbers that are none are left empty. */
export function csvText({ length, columns }: Table): string {
  const names = [
    ...first.filter((name) => name in columns),
    ...Object.keys(columns).filter((name) => !first.includes(name)),
  ];
  const shown: readonly Column[] = names.map((name) => columns[name]);
  const rows = Array.from({ length }, (_, row) => shown.map((column) => cell(column[row])));
  return stringify([names, ...rows]);
}

function cell(value: string | number): string {
  return Number.isNaN(value) ? '' : String(value);
}
