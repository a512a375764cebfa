import type { Performance } from '../../../core/contracts/results.ts';
import { decimal, whole } from '../../../core/reporting/words.ts';
import { confusionMatrices } from '../charts/confusion-matrices.ts';
import { html } from '../page/html.ts';
import { withInterval } from '../page/marks.ts';
import { type Section, section } from '../page/section.ts';
import { dataTable, type TableColumn } from '../page/table.ts';

/** How well a linear readout of every backbone solves the task; nothing where no task was read out. */
export function performanceTable(performance: readonly Performance[]): Section | null {
  if (performance.length === 0) return null;
  return section(
    'performance',
    'Performance',
    html`${dataTable('Balanced accuracy on held-out stimuli', columns(performance), performance)}${confusionMatrices(performance)}`,
  );
}

function columns(performance: readonly Performance[]): readonly TableColumn<Performance>[] {
  const variations = [...new Set(performance.flatMap(({ byVariation }) => Object.keys(byVariation)))];
  return [
    text('backbone', ({ backbone }) => backbone),
    text('family', ({ family }) => family),
    text('layer', ({ layer }) => layer),
    text('task', ({ task }) => task),
    text('readout', ({ readout }) => readout),
    estimate('accuracy', (item) => item),
    ...variations.map((variation) => estimate(variation, ({ byVariation }) => byVariation[variation])),
    number('chance', ({ chance }) => chance),
    {
      name: 'n stimuli',
      numeric: true,
      cell: ({ n }) => whole(n.stimuli),
      order: ({ n }) => n.stimuli,
    },
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
