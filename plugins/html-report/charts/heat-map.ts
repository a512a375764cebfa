import type { Figure } from '../../../core/contracts/results.ts';
import { type MapGroup, mapGroups } from '../../../core/reporting/figures/map-groups.ts';
import { counted, decimal } from '../../../core/reporting/words.ts';
import { type Html, html } from '../page/html.ts';

export type MapFigure = Extract<Figure, { kind: 'map' }>;

/** Groups beyond these, the ones with the fewest rows, are folded away. */
const mostOpenGroups = 11;

/** A map as one table per group, so that its numbers can be read, copied and heard. */
export function heatMap(figure: MapFigure): Html {
  const highest = Math.max(0, ...figure.cells.flat().map((cell) => cell ?? 0));
  const tables = mapGroups(figure).map((group) => groupTable(group, figure.columns, highest));
  return html`<div class="heat-map" role="group" aria-label="${figure.title}">${tables.slice(0, mostOpenGroups)}</div>
  ${folded(tables.slice(mostOpenGroups))}
  <p class="key"><span class="ramp" aria-hidden="true"></span> ${figure.value}: 0 … ${decimal(highest)}.
    Outlined: the highest of its table and column.${above(figure) ? ' ▲ above 1.' : ''}</p>`;
}

function folded(tables: readonly Html[]): Html | null {
  if (tables.length === 0) return null;
  return html`<details><summary>${counted(tables.length, 'more table')}</summary><div class="heat-map">${tables}</div></details>`;
}

function groupTable({ group, rows, best }: MapGroup, columns: readonly string[], highest: number): Html {
  return html`<table>
    <caption>${group}</caption>
    <thead><tr><th scope="col"><span class="unseen">row</span></th>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
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
  return html`<td${best ? html` class="best"` : null} style="--share:${heat}%">${decimal(value)}${mark}</td>`;
}

function above({ cells }: MapFigure): boolean {
  return cells.flat().some((value) => value !== null && value > 1);
}
