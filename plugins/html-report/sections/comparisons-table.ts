import type { ComparisonScore } from '../../../core/contracts/results.ts';
import { counted, decimal, range, whole } from '../../../core/reporting/words.ts';
import { html } from '../page/html.ts';
import { simulatedBadge, withInterval } from '../page/marks.ts';
import { type Section, section } from '../page/section.ts';
import { dataTable, type TableColumn } from '../page/table.ts';

const columns: readonly TableColumn<ComparisonScore>[] = [
  text('backbone', ({ backbone }) => backbone),
  text('layer', ({ layer }) => layer),
  {
    ...text('region', ({ region }) => region),
    cell: ({ region, simulated }) => html`${region}${simulatedBadge(simulated)}`,
  },
  text('comparison', ({ comparison }) => comparison),
  {
    name: 'similarity',
    numeric: true,
    cell: ({ value, interval }) => withInterval(value, interval),
    order: ({ value }) => value,
  },
  {
    name: 'per measurement',
    numeric: true,
    cell: ({ ceiling }) => (ceiling ? decimal(ceiling.value) : '–'),
    order: ({ ceiling }) => ceiling?.value ?? Number.MIN_SAFE_INTEGER,
  },
  {
    name: 'its noise ceiling',
    numeric: true,
    cell: ({ ceiling }) => (ceiling ? range(ceiling.lower, ceiling.upper) : '–'),
    order: ({ ceiling }) => ceiling?.lower ?? Number.MIN_SAFE_INTEGER,
  },
  {
    name: 'n conditions × neuroids',
    numeric: true,
    cell: ({ n }) => `${whole(n.conditions)} × ${whole(n.neuroids)}`,
    order: ({ n }) => n.conditions * n.neuroids,
  },
  {
    name: 'shuffled',
    numeric: true,
    cell: ({ control }) => decimal(control),
    order: ({ control }) => control,
  },
  { name: 'p', numeric: true, cell: ({ p }) => decimal(p, 3), order: ({ p }) => p },
];

/** Similarities of layers and regions without a fit; nothing where the scene asks for none. */
export function comparisonsTable(comparisons: readonly ComparisonScore[]): Section | null {
  if (comparisons.length === 0) return null;
  const kinds = new Map(comparisons.map(({ comparison, description }) => [comparison, description]));
  return section(
    'comparisons',
    'Similarity without a fit',
    html`<ul class="plain">${Array.from(kinds, ([id, description]) => html`<li><b>${id}</b> ${description}</li>`)}</ul>
    <p>The interval is what the value deviates by between random halves of conditions and neuroids. Per measurement:
      the mean similarity to ${measurements(comparisons)}, and between which bounds that of the true model lies (Nili
      et al. 2014). Shuffled is the mean similarity when the layer's conditions are shuffled, p the share of
      ${whole(comparisons[0].n.draws)} shuffles that come as high.</p>
    ${dataTable(`All ${counted(comparisons.length, 'comparison')}`, columns, comparisons)}`,
  );
}

function measurements(comparisons: readonly ComparisonScore[]): string {
  const kinds = new Set(comparisons.flatMap(({ ceiling }) => ceiling?.instances ?? []));
  return kinds.size > 0 ? [...kinds].join(' or ') : 'several measurements, of which there were none';
}

function text(name: string, value: (item: ComparisonScore) => string): TableColumn<ComparisonScore> {
  return { name, cell: value, order: value };
}
