import { type Column, selectRows, strings, type Table, table } from '../../core/assembly/table.ts';
import type { Taken } from './options.ts';

/** The rows taken of a set, with its name and their new labels. */
export function labelled(of: Table, rows: readonly number[], { set, label }: Taken): Table {
  const { columns } = selectRows(of, rows);
  const constant = (value: string) => rows.map(() => value);
  const labels = Object.entries(label).map(([name, value]): [string, Column] => [name, constant(value)]);
  return { length: rows.length, columns: { ...columns, ...Object.fromEntries(labels), set: constant(set) } };
}

/** Tables one below the other; where one lacks a column its rows hold '' or NaN. Mixed columns become text. */
export function joinTables(tables: readonly Table[]): Table {
  const names = [...new Set(tables.flatMap(({ columns }) => Object.keys(columns)))];
  return table(Object.fromEntries(names.map((name) => [name, joinColumn(tables, name)])));
}

function joinColumn(tables: readonly Table[], name: string): Column {
  const isText = tables.some(({ columns }) => columns[name] && !(columns[name] instanceof Float64Array));
  if (isText)
    return tables.flatMap((of) => (of.columns[name] ? strings(of, name) : Array(of.length).fill('')));
  return Float64Array.from(
    tables.flatMap(({ length, columns }) =>
      columns[name] ? Array.from(columns[name], Number) : Array(length).fill(Number.NaN),
    ),
  );
}
