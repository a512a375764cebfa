import type { Figure } from '../../../core/contracts/results.ts';
import { type Html, html } from '../page/html.ts';
import { counted, decimal } from '../page/words.ts';

export type MapFigure = Extract<Figure, { kind: 'map' }>;

interface Row {
  readonly label: string;
  readonly cells: readonly (number | null)[];
}

interface Group {
  readonly group: string;
  readonly rows: readonly Row[];
}

/** Groups beyond these, the ones with the fewest rows, are folded away. */
const mostOpenGroups = 11;

/** A heat map as one table per group, so that its numbers can be read, copied and heard. */
export function heatMap(figure: MapFigure): Html {
  const highest = Math.max(0, ...figure.cells.flat().map((cell) => cell ?? 0));
  const groups = rowGroups(figure);
  const several = groups
    .filter(({ rows }) => rows.length > 1)
    .toSorted((a, b) => b.rows.length - a.rows.length);
  const single = groups.filter(({ rows }) => rows.length === 1);
  const tables = [
    ...(single.length > 0 ? [groupTable('one layer each', figure.columns, joined(single), highest, [])] : []),
    ...several.map(({ group, rows }) => groupTable(group, figure.columns, rows, highest, bestRows(rows))),
  ];
  return html`<div class="heat-map" role="group" aria-label="${figure.title}">${tables.slice(0, mostOpenGroups)}</div>
  ${folded(tables.slice(mostOpenGroups))}
  <p class="key"><span class="ramp" aria-hidden="true"></span> ${figure.value}: 0 … ${decimal(highest)}.
    Outlined: the best layer of a backbone for the region.${above(figure) ? ' ▲ above 1: beyond the ceiling.' : ''}</p>`;
}

function folded(tables: readonly Html[]): Html | null {
  if (tables.length === 0) return null;
  return html`<details><summary>${counted(tables.length, 'more backbone')}</summary><div class="heat-map">${tables}</div></details>`;
}

function groupTable(
  caption: string,
  columns: readonly string[],
  rows: readonly Row[],
  highest: number,
  best: readonly number[],
): Html {
  return html`<table>
    <caption>${caption}</caption>
    <thead><tr><th scope="col"><span class="unseen">layer</span></th>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
    <tbody>${rows.map(
      ({ label, cells }, row) =>
        html`<tr><th scope="row">${label}</th>${cells.map((value, column) => cell(value, highest, best[column] === row))}</tr>`,
    )}</tbody>
  </table>`;
}

function cell(value: number | null, highest: number, best: boolean): Html {
  if (value === null) return html`<td class="missing">–</td>`;
  const heat = highest > 0 ? Math.round((100 * Math.max(0, value)) / highest) : 0;
  const mark = value > 1 ? ' ▲' : '';
  return html`<td${best ? html` class="best"` : null} style="--heat:${heat}%">${decimal(value)}${mark}</td>`;
}

function rowGroups({ rows, cells }: MapFigure): readonly Group[] {
  return [...new Set(rows.map(({ group }) => group))].map((group) => ({
    group,
    rows: rows.flatMap((row, index) =>
      row.group === group ? [{ label: row.label, cells: cells[index] }] : [],
    ),
  }));
}

function joined(groups: readonly Group[]): readonly Row[] {
  return groups.flatMap(({ group, rows }) => rows.map(({ cells }) => ({ label: group, cells })));
}

/** For every column the row with the highest value; -1 where the column is empty. */
function bestRows(rows: readonly Row[]): readonly number[] {
  return rows[0].cells.map((_, column) => {
    const values = rows.map(({ cells }) => cells[column] ?? Number.NEGATIVE_INFINITY);
    const highest = Math.max(...values);
    return Number.isFinite(highest) ? values.indexOf(highest) : -1;
  });
}

function above({ cells }: MapFigure): boolean {
  return cells.flat().some((value) => value !== null && value > 1);
}
