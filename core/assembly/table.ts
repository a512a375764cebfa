export type Column = readonly string[] | Float64Array;

/** Named columns of equal length, one row per item. */
export interface Table {
  readonly length: number;
  readonly columns: Readonly<Record<string, Column>>;
}

/** Builds a table and checks that its columns are equally long. Throws RangeError otherwise. */
export function table(columns: Record<string, Column>): Table {
  const lengths = Object.entries(columns).map(([name, column]) => ({ name, length: column.length }));
  const length = lengths[0]?.length ?? 0;
  const odd = lengths.find((column) => column.length !== length);
  if (odd) throw new RangeError(`column ${odd.name} has ${odd.length} rows, the others have ${length}`);
  return { length, columns };
}

/** The named column as strings. Throws RangeError when there is none. */
export function strings(of: Table, name: string): readonly string[] {
  const column = columnOf(of, name);
  return column instanceof Float64Array ? Array.from(column, String) : column;
}

/** The named column as numbers. Throws RangeError when there is none, or it holds text. */
export function numbers(of: Table, name: string): Float64Array {
  const column = columnOf(of, name);
  if (column instanceof Float64Array) return column;
  throw new RangeError(`column ${name} holds text, not numbers`);
}

/** The given rows, in the given order. */
export function selectRows(from: Table, rows: ArrayLike<number>): Table {
  const chosen = Array.from(rows);
  const columns = Object.fromEntries(
    Object.entries(from.columns).map(([name, column]): [string, Column] => [
      name,
      column instanceof Float64Array
        ? Float64Array.from(chosen, (row) => column[row])
        : chosen.map((row) => column[row]),
    ]),
  );
  return { length: chosen.length, columns };
}

function columnOf(of: Table, name: string): Column {
  const column = of.columns[name];
  if (column) return column;
  throw new RangeError(`no column ${name}; there are ${Object.keys(of.columns).join(', ')}`);
}
