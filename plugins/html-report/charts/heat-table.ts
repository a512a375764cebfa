import { decimal } from '../../../core/reporting/words.ts';
import { type Html, html } from '../page/html.ts';

export interface HeatTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly (number | null)[] }[];
  /** The value of the fullest colour. */
  readonly highest: number;
  outlined(row: number, column: number): boolean;
}

/** A table whose cells are the darker the higher their value. */
export function heatTable({ caption, columns, rows, highest, outlined }: HeatTable): Html {
  return html`<table>
    <caption>${caption}</caption>
    <thead><tr><th scope="col"><span class="unseen">row</span></th>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
    <tbody>${rows.map(
      ({ label, cells }, row) =>
        html`<tr><th scope="row">${label}</th>${cells.map((value, column) => cell(value, highest, outlined(row, column)))}</tr>`,
    )}</tbody>
  </table>`;
}

function cell(value: number | null, highest: number, outlined: boolean): Html {
  if (value === null) return html`<td class="missing">–</td>`;
  const heat = highest > 0 ? Math.round((100 * Math.max(0, value)) / highest) : 0;
  const mark = value > 1 ? ' ▲' : '';
  return html`<td${outlined ? html` class="best"` : null} style="--share:${heat}%">${decimal(value)}${mark}</td>`;
}
