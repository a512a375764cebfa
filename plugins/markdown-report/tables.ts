import type { Performance, PopulationSummary, Score } from '../../core/contracts/results.ts';
import { decimal, range, whole } from '../../core/reporting/words.ts';
import { table } from './markdown.ts';

export function populations(all: readonly PopulationSummary[]): string {
  if (all.length === 0) return '';
  return table(
    ['population', 'region', 'simulated', 'neuroids', 'ceiling', 'its range', 'left out'],
    all.map(({ population, region, simulated, neuroids, reliability, excluded }) => [
      population,
      region,
      simulated ? 'yes' : 'no',
      whole(neuroids),
      reliability ? decimal(reliability.median) : '–',
      reliability ? range(reliability.low, reliability.high) : '–',
      whole(excluded.length),
    ]),
  );
}

export function performance(all: readonly Performance[]): string {
  if (all.length === 0) return '';
  const variations = [...new Set(all.flatMap(({ byVariation }) => Object.keys(byVariation)))];
  return table(
    [
      'backbone',
      'layer',
      'task',
      'balanced accuracy',
      'interval',
      ...variations,
      'chance',
      'n stimuli',
      'labels shuffled',
    ],
    all.map(({ backbone, layer, task, accuracy, interval, byVariation, chance, n, control }) => [
      backbone,
      layer,
      task,
      decimal(accuracy),
      range(interval.low, interval.high),
      ...variations.map((variation) => accuracyWords(byVariation[variation])),
      decimal(chance),
      whole(n.stimuli),
      decimal(control),
    ]),
  );
}

function accuracyWords(level: Performance['byVariation'][string] | undefined): string {
  if (level === undefined) return '–';
  const { accuracy, interval } = level;
  return `${decimal(accuracy)} (${range(interval.low, interval.high)})`;
}

/** Of backbones whose layer was chosen inside the training stimuli. */
export function scores(all: readonly Score[]): string {
  const rows = all.filter(({ layer }) => layer === null);
  if (rows.length === 0) return '';
  return table(
    [
      'backbone',
      'region',
      'simulated',
      'protocol',
      'raw r',
      'ceiling',
      'ceiled',
      'interval',
      'n neuroids × stimuli',
      'shuffled r',
    ],
    rows.map(({ backbone, region, simulated, protocol, raw, ceiling, ceiled, interval, n, control }) => [
      backbone,
      region,
      simulated ? 'yes' : 'no',
      protocol,
      decimal(raw),
      ceiling === null ? '–' : decimal(ceiling),
      ceiled === null ? '–' : decimal(ceiled),
      interval ? range(interval.low, interval.high) : '–',
      `${whole(n.neuroids)} × ${whole(n.stimuli)}`,
      decimal(control),
    ]),
  );
}
