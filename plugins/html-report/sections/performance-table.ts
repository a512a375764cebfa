import type { Performance } from '../../../core/contracts/results.ts';
import { counted, decimal } from '../../../core/reporting/words.ts';
import { confusionMatrices } from '../charts/confusion-matrices.ts';
import { html } from '../page/html.ts';
import { withInterval } from '../page/marks.ts';
import { type Section, section } from '../page/section.ts';
import { dataTable, type TableColumn } from '../page/table.ts';

/** How well a linear readout of every backbone solves the task; nothing where no task was read out. */
export function performanceTable(performance: readonly Performance[]): Section | null {
  if (performance.length === 0) return null;
  const [{ task, readout, chance, n }] = performance;
  const title =
    `Balanced accuracy on held-out stimuli: ${task}, ${n.classes} classes, chance ${decimal(chance)}; ` +
    `${counted(n.stimuli, 'stimulus', 'stimuli')}; ${readout}`;
  return section(
    'performance',
    'Performance',
    html`${dataTable(title, columns(performance), performance)}${confusionMatrices(performance)}`,
  );
}

function columns(performance: readonly Performance[]): readonly TableColumn<Performance>[] {
  const variations = [...new Set(performance.flatMap(({ byVariation }) => Object.keys(byVariation)))];
  return [
    text('backbone', ({ backbone }) => backbone),
    text('family', ({ family }) => family),
    text('layer', ({ layer }) => layer),
    estimate('accuracy', (item) => item),
    ...variations.map((variation) => estimate(variation, ({ byVariation }) => byVariation[variation])),
    number('labels shuffled', ({ control }) => control),
  ];
}

function text(name: string, value: (item: Performance) => string): TableColumn<Performance> {
  return { name, cell: value, order: value };
}

function estimate(
  name: string,
  value: (item: Performance) => Pick<Performance, 'accuracy' | 'interval'> | undefined,
): TableColumn<Performance> {
  const cell = (item: Performance) => {
    const shown = value(item);
    return shown === undefined ? '–' : withInterval(shown.accuracy, shown.interval);
  };
  return { ...number(name, (item) => value(item)?.accuracy), cell };
}

function number(name: string, value: (item: Performance) => number | undefined): TableColumn<Performance> {
  const cell = (item: Performance) => {
    const shown = value(item);
    return shown === undefined ? '–' : decimal(shown);
  };
  return { name, numeric: true, cell, order: (item) => value(item) ?? Number.MIN_SAFE_INTEGER };
}
