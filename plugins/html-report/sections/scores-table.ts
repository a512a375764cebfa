import type { Score } from '../../../core/contracts/results.ts';
import { correctionWords } from '../../../core/reporting/methods.ts';
import { counted, decimal, whole } from '../../../core/reporting/words.ts';
import { type Html, html } from '../page/html.ts';
import { simulatedBadge, withInterval } from '../page/marks.ts';
import { type Section, section } from '../page/section.ts';
import { dataTable, type TableColumn } from '../page/table.ts';

const columns: readonly TableColumn<Score>[] = [
  text('backbone', ({ backbone }) => backbone),
  {
    name: 'layer',
    long: true,
    cell: ({ layer, layersChosen }) => layer ?? choice(layersChosen ?? {}),
    order: ({ layer }) => layer ?? '',
  },
  {
    ...text('region', ({ region }) => region),
    cell: ({ region, simulated }) => html`${region}${simulatedBadge(simulated)}`,
  },
  { ...text('readout', ({ readout }) => readout), long: true },
  text('protocol', ({ protocol }) => protocol),
  number('raw r', ({ raw }) => raw),
  number('ceiling', ({ ceiling }) => ceiling),
  {
    ...number('ceiled', ({ ceiled }) => ceiled),
    cell: ({ ceiled, interval }) =>
      ceiled === null || interval === null
        ? '–'
        : html`${withInterval(ceiled, interval)}${aboveCeiling(ceiled)}`,
  },
  {
    name: 'n neuroids × stimuli',
    numeric: true,
    cell: ({ n }) => `${whole(n.neuroids)} × ${whole(n.stimuli)}`,
    order: ({ n }) => n.neuroids * n.stimuli,
  },
  number('shuffled r', ({ control }) => control),
];

/** Every score with its ceiling, interval, n and shuffled control; scores above the ceiling are marked. */
export function scoresTable(scores: readonly Score[]): Section | null {
  if (scores.length === 0) return null;
  return section(
    'scores',
    'Scores',
    html`<p>Raw r is the Pearson correlation on held-out stimuli; ceiled is ${correctionWords[scores[0].correction]},
      with its bootstrap interval; shuffled r is raw r when the training responses are shuffled over
      stimuli.${above(scores)}</p>
    ${dataTable(`All ${counted(scores.length, 'score')}`, columns, scores)}`,
  );
}

function choice(layersChosen: Readonly<Record<string, number>>): Html {
  const counts = Object.entries(layersChosen)
    .toSorted(([, a], [, b]) => b - a)
    .map(([layer, splits]) => `${layer} × ${splits}`);
  return html`<i>chosen per split</i> <span class="interval">${counts.join(', ')}</span>`;
}

function aboveCeiling(ceiled: number): Html | null {
  return ceiled > 1 ? html` <abbr class="above" title="above the ceiling">▲</abbr>` : null;
}

function above(scores: readonly Score[]): string {
  const count = scores.filter(({ ceiled }) => (ceiled ?? 0) > 1).length;
  return count > 0 ? ` ▲ marks ${counted(count, 'score')} above the ceiling.` : '';
}

function text(name: string, value: (score: Score) => string): TableColumn<Score> {
  return { name, cell: value, order: value };
}

function number(name: string, value: (score: Score) => number | null): TableColumn<Score> {
  const cell = (score: Score) => {
    const shown = value(score);
    return shown === null ? '–' : decimal(shown);
  };
  return { name, numeric: true, cell, order: (score) => value(score) ?? Number.MIN_SAFE_INTEGER };
}
