import type { Figure } from '../../contracts/figures.ts';

type MapFigure = Extract<Figure, { kind: 'map' }>;

export interface MapRow {
  readonly label: string;
  readonly cells: readonly (number | null)[];
}

export interface MapGroup {
  readonly group: string;
  readonly rows: readonly MapRow[];
  /** For every column the row with the highest value; -1 where there is none, or only one row. */
  readonly best: readonly number[];
}

/** The groups of a map from the one with the most rows; those of a single row come first, as one group without best. */
export function mapGroups({ rows, cells }: MapFigure): readonly MapGroup[] {
  const groups = [...new Set(rows.map(({ group }) => group))].map((group) => ({
    group,
    rows: rows.flatMap((row, index) =>
      row.group === group ? [{ label: row.label, cells: cells[index] }] : [],
    ),
  }));
  const several = groups
    .filter(({ rows }) => rows.length > 1)
    .toSorted((a, b) => b.rows.length - a.rows.length);
  const single = groups.filter(({ rows }) => rows.length === 1);
  const joined = single.flatMap(({ group, rows }) => rows.map((row) => ({ label: group, cells: row.cells })));
  return [
    ...(joined.length > 0 ? [{ group: 'one row each', rows: joined, best: [] }] : []),
    ...several.map((group) => ({ ...group, best: bestRows(group.rows) })),
  ];
}

function bestRows(rows: readonly MapRow[]): readonly number[] {
  return rows[0].cells.map((_, column) => {
    const values = rows.map(({ cells }) => cells[column] ?? Number.NEGATIVE_INFINITY);
    const highest = Math.max(...values);
    return Number.isFinite(highest) ? values.indexOf(highest) : -1;
  });
}
