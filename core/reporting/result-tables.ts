import type { Figure } from '../contracts/figures.ts';
import type { FindingTable } from '../contracts/findings.ts';
import type { Results } from '../contracts/results.ts';
import { figureNames, tableNames } from './finding-names.ts';
import { isRecord } from './option-paths.ts';

export type Cell = string | number | boolean | null;

/** Named columns of equal length; every column holds one type of value, or null. */
export interface ResultTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly values: readonly Cell[] }[];
}

type Row = Readonly<Record<string, Cell>>;

/** What tells the rows of a result apart, repeated in the tables of lists within them. */
const identifying = ['id', 'hypothesis', 'subject', 'backbone', 'layer', 'population', 'region', 'protocol'];
/** Counts by names that differ from row to row, kept in one column. */
const keptTogether = ['layersChosen'];
/** Drawn and tabulated one by one. */
const ownTables = ['figures', 'tables'];

/**
 * Every list of results as a table, and every figure and table of a finding: nested keys are joined by an underscore,
 * lists of values by semicolons, lists of further results are tables of their own (`backbones-training`).
 */
export function resultTables(results: Results): readonly ResultTable[] {
  const lists = Object.entries(results).flatMap(([name, list]) =>
    isList(list) ? listTables(name, list) : [],
  );
  const { findings } = results;
  const figures = figureNames(findings).map(({ name, figure }) =>
    tableOf(`figure-${name}`, figureRows(figure)),
  );
  const tables = tableNames(findings).map(({ name, table }) => findingTable(`table-${name}`, table));
  return [...lists, ...figures, ...tables];
}

function listTables(
  name: string,
  list: readonly Readonly<Record<string, unknown>>[],
): readonly ResultTable[] {
  const inner = [...new Set(list.flatMap((item) => Object.keys(item).filter((key) => isList(item[key]))))];
  const children = inner
    .filter((key) => !ownTables.includes(key))
    .map((key) => {
      const rows = list.flatMap((item) => {
        const identity = Object.fromEntries(
          Object.entries(item).filter(([own]) => identifying.includes(own)),
        );
        return isList(item[key]) ? item[key].map((child) => flat({ ...identity, ...child })) : [];
      });
      return tableOf(`${name}-${key}`, rows);
    });
  const rows = list.map((item) =>
    flat(Object.fromEntries(Object.entries(item).filter(([key]) => !inner.includes(key)))),
  );
  return [tableOf(name, rows), ...children];
}

function flat(item: Readonly<Record<string, unknown>>, prefix = ''): Row {
  return Object.assign(
    {},
    ...Object.entries(item).map(([key, value]): Row => {
      const name = `${prefix}${key}`;
      if (isRecord(value))
        return keptTogether.includes(key) ? { [name]: JSON.stringify(value) } : flat(value, `${name}_`);
      return { [name]: Array.isArray(value) ? value.join('; ') : cell(value) };
    }),
  );
}

function cell(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

function tableOf(name: string, rows: readonly Row[]): ResultTable {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const spelt = names.filter((own) => !names.some((other) => other.startsWith(`${own}_`)));
  return {
    name,
    columns: spelt.map((column) => ({ name: column, values: rows.map((row) => row[column] ?? null) })),
  };
}

function figureRows(figure: Figure): readonly Row[] {
  switch (figure.kind) {
    case 'scatter':
      return figure.marks.map((mark) => flat(mark));
    case 'lines':
      return figure.series.flatMap(({ points, ...series }) =>
        points.map((point) => flat({ ...series, ...point })),
      );
    case 'bars':
      return figure.categories.flatMap(({ category, bars }) => bars.map((bar) => flat({ category, ...bar })));
    case 'map':
      return figure.rows.map((row, index) =>
        flat({
          ...row,
          ...Object.fromEntries(figure.columns.map((column, place) => [column, figure.cells[index][place]])),
        }),
      );
  }
}

function findingTable(name: string, { columns, rows }: FindingTable): ResultTable {
  return {
    name,
    columns: columns.map((column, index) => {
      const values = rows.map((row) => row[index] ?? null);
      const mixed = values.some((value) => typeof value === 'string');
      return {
        name: column,
        values: mixed ? values.map((value) => (value === null ? null : String(value))) : values,
      };
    }),
  };
}

function isList(value: unknown): value is readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRecord);
}
