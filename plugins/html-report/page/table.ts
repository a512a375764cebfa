import { type Content, type Html, html } from './html.ts';

export interface TableColumn<Item> {
  readonly name: string;
  /** Numbers stand to the right. */
  readonly numeric?: boolean;
  /** Long texts may take several lines. */
  readonly long?: boolean;
  cell(item: Item): Content;
  /** What the column is sorted by in tables that can be sorted. */
  order?(item: Item): string | number;
}

/** A table in a box of its own that scrolls sideways on a narrow screen; the first column heads its row. */
export function dataTable<Item>(
  caption: string,
  columns: readonly TableColumn<Item>[],
  items: readonly Item[],
): Html {
  const sortable = columns.some((column) => column.order);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table class="data${sortable ? ' sortable' : ''}">
      <caption>${caption}</caption>
      <thead><tr>${columns.map(heading)}</tr></thead>
      <tbody>${items.map((item) => html`<tr>${columns.map((column, index) => cell(column, item, index === 0))}</tr>\n`)}</tbody>
    </table>
  </div>`;
}

function heading<Item>(column: TableColumn<Item>): Html {
  const title = column.order ? html`<button type="button">${column.name}</button>` : column.name;
  return html`<th scope="col"${look(column)}>${title}</th>`;
}

function cell<Item>(column: TableColumn<Item>, item: Item, first: boolean): Html {
  const order = column.order ? html` data-order="${column.order(item)}"` : null;
  const content = column.cell(item);
  return first
    ? html`<th scope="row"${look(column)}${order}>${content}</th>`
    : html`<td${look(column)}${order}>${content}</td>`;
}

function look<Item>({ numeric, long }: TableColumn<Item>): Html | null {
  if (numeric) return html` class="numeric"`;
  return long ? html` class="long"` : null;
}
