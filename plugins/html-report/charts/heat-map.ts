import type { Figure } from '../../../core/contracts/figures.ts';
import { mapGroups } from '../../../core/reporting/figures/map-groups.ts';
import { counted, decimal } from '../../../core/reporting/words.ts';
import { type Html, html } from '../page/html.ts';
import { heatTable } from './heat-table.ts';

export type MapFigure = Extract<Figure, { kind: 'map' }>;

/** Groups beyond these, the ones with the fewest rows, are folded away. */
const mostOpenGroups = 11;

/** A map as one table per group, so that its numbers can be read, copied and heard. */
export function heatMap(figure: MapFigure): Html {
  const highest = Math.max(0, ...figure.cells.flat().map((cell) => cell ?? 0));
  const tables = mapGroups(figure).map(({ group, rows, best }) =>
    heatTable({
      caption: group,
      columns: figure.columns,
      rows,
      highest,
      outlined: (row, column) => best[column] === row,
    }),
  );
  return html`<div class="heat-map" role="group" aria-label="${figure.title}">${tables.slice(0, mostOpenGroups)}</div>
  ${folded(tables.slice(mostOpenGroups))}
  <p class="key"><span class="ramp" aria-hidden="true"></span> ${figure.value}: 0 … ${decimal(highest)}.
    Outlined: the highest of its table and column.${above(figure) ? ' ▲ above 1.' : ''}</p>`;
}

function folded(tables: readonly Html[]): Html | null {
  if (tables.length === 0) return null;
  return html`<details><summary>${counted(tables.length, 'more table')}</summary><div class="heat-map">${tables}</div></details>`;
}

function above({ cells }: MapFigure): boolean {
  return cells.flat().some((value) => value !== null && value > 1);
}
