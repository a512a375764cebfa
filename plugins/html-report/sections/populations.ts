import type { PopulationPortrait } from '../../../core/contracts/reporter.ts';
import type { PopulationSummary } from '../../../core/contracts/results.ts';
import { counted, decimal, range, whole } from '../../../core/reporting/words.ts';
import { type Html, html } from '../page/html.ts';
import { simulatedBadge } from '../page/marks.ts';
import { type Section, section } from '../page/section.ts';
import { dataTable, type TableColumn } from '../page/table.ts';
import { populationPortrait } from './population-portraits.ts';

const columns: readonly TableColumn<PopulationSummary>[] = [
  {
    name: 'population',
    cell: ({ population, simulated }) => html`${population}${simulatedBadge(simulated)}`,
  },
  { name: 'region', cell: ({ region }) => region },
  { name: 'neuroids', numeric: true, cell: ({ neuroids }) => whole(neuroids) },
  { name: 'repetitions', numeric: true, cell: ({ repetitions }) => repetitionWords(repetitions) },
  {
    name: 'ceiling (range)',
    numeric: true,
    cell: ({ reliability }) =>
      reliability
        ? html`<b>${decimal(reliability.median)}</b> <span class="interval">(${range(reliability.low, reliability.high)})</span>`
        : 'none: shown once',
  },
  {
    name: 'reliability against truth',
    numeric: true,
    cell: ({ truthReliability }) => (truthReliability === null ? '–' : decimal(truthReliability)),
  },
  { name: 'not repeating', numeric: true, cell: ({ unreliable }) => whole(unreliable.length) },
  { name: 'excluded', numeric: true, cell: ({ excluded }) => whole(excluded.length) },
];

/** The neuroids: how many, how reliable, which were left out and why. */
export function populations(
  all: readonly PopulationSummary[],
  portraits: readonly PopulationPortrait[],
): Section | null {
  if (all.length === 0) return null;
  return section(
    'populations',
    'Populations',
    html`${dataTable('Neuroids and their ceilings: split-half reliability, Spearman-Brown corrected, median and range', columns, all)}
    <ul class="plain">${all.map(({ population, description }) => html`<li><b>${population}</b> ${description}</li>`)}</ul>
    ${portraits.map(populationPortrait)}
    ${all.filter(({ excluded }) => excluded.length > 0).map(exclusions)}`,
  );
}

function repetitionWords({ fewest, median, most }: PopulationSummary['repetitions']): string {
  return fewest === most ? whole(most) : `${fewest} … ${most}, median ${Number(median.toFixed(1))}`;
}

function exclusions({ population, excluded }: PopulationSummary): Html {
  return html`<details>
    <summary>${counted(excluded.length, 'neuroid')} of ${population} left out</summary>
    <ul>${excluded.map(({ neuroid, reason }) => html`<li><code>${neuroid}</code> ${reason}</li>`)}</ul>
  </details>`;
}
