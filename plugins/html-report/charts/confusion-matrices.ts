import type { Performance } from '../../../core/contracts/results.ts';
import { counted } from '../../../core/reporting/words.ts';
import { type Html, html } from '../page/html.ts';
import { heatTable } from './heat-table.ts';

/** Matrices beyond these, of the less accurate backbones, are folded away. */
const open = 2;

/** What each backbone mistakes for what, the most accurate one first; nothing where no confusions were counted. */
export function confusionMatrices(performance: readonly Performance[]): Html | null {
  const tables = performance
    .toSorted((left, right) => right.accuracy - left.accuracy)
    .flatMap((item) => matrix(item) ?? []);
  if (tables.length === 0) return null;
  return html`<h3>Confusions</h3>
  <div class="heat-map confusions">${tables.slice(0, open)}</div>
  ${tables.length > open ? html`<details><summary>${counted(tables.length - open, 'more matrix', 'more matrices')}</summary><div class="heat-map confusions">${tables.slice(open)}</div></details>` : null}
  <p class="key"><span class="ramp" aria-hidden="true"></span> Share of the held-out stimuli of a row's class that were read as the
    column's class: 0 … 1. Outlined: read right.</p>`;
}

function matrix({ backbone, layer, task, confusion, n }: Performance): Html | null {
  if (!confusion) return null;
  const classes = confusion.map(({ class: name }) => name);
  return heatTable({
    caption: `${backbone}, ${layer}: ${task}, ${counted(n.stimuli, 'stimulus', 'stimuli')}`,
    columns: classes,
    rows: confusion.map(({ class: label, readAs }) => {
      const shown = Object.values(readAs).reduce((sum, count) => sum + count, 0);
      return { label, cells: classes.map((other) => (shown > 0 ? readAs[other] / shown : null)) };
    }),
    highest: 1,
    outlined: (row, column) => row === column,
  });
}
