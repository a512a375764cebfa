import type { Figure } from '../../../core/contracts/figures.ts';
import type { Results } from '../../../core/contracts/results.ts';
import { counted, whole } from '../../../core/reporting/words.ts';
import { inlineFigure } from '../charts/inline.ts';
import { type Html, html } from '../page/html.ts';
import { type Section, section } from '../page/section.ts';
import { dataTable, type TableColumn } from '../page/table.ts';

type Backbone = Results['backbones'][number];

const curveWidth = 330;
/** Curves of further backbones are folded away. */
const mostOpen = 4;

const columns: readonly TableColumn<Backbone>[] = [
  { name: 'backbone', cell: ({ id }) => id, order: ({ id }) => id },
  { name: 'family', cell: ({ family }) => family, order: ({ family }) => family },
  { name: 'plugin', cell: ({ plugin }) => plugin, order: ({ plugin }) => plugin },
  {
    name: 'layers',
    numeric: true,
    cell: ({ layers }) => layers.length,
    order: ({ layers }) => layers.length,
  },
  {
    name: 'units',
    numeric: true,
    cell: ({ layers }) => whole(totalUnits(layers)),
    order: ({ layers }) => totalUnits(layers),
  },
  {
    name: 'layer by layer',
    long: true,
    cell: ({ layers }) => layers.map(({ name, shape }) => `${name} ${shape.join(' × ')}`).join(', '),
  },
  {
    name: 'epochs of training',
    numeric: true,
    cell: ({ training }) => (training.length > 0 ? training.length : '–'),
    order: ({ training }) => training.length,
  },
];

/** The backbones: family, layers, units, and how those that learnt did so. */
export function models(backbones: Results['backbones']): Section | null {
  if (backbones.length === 0) return null;
  const trained = backbones.filter(({ training }) => training.length > 0);
  const [open, folded] = [trained.slice(0, mostOpen), trained.slice(mostOpen)];
  return section(
    'models',
    'Models',
    html`${dataTable(counted(backbones.length, 'backbone'), columns, backbones)}
    ${trained.length > 0 ? html`<h3>Training</h3><div class="trained">${open.map(curves)}</div>` : null}
    ${folded.length > 0 ? html`<details><summary>${counted(folded.length, 'more trained backbone')}</summary><div class="trained">${folded.map(curves)}</div></details>` : null}`,
  );
}

function totalUnits(layers: Backbone['layers']): number {
  return layers.reduce((sum, { shape }) => sum + shape.reduce((product, size) => product * size, 1), 0);
}

function curves({ id, training }: Backbone): Html {
  return html`<figure>
    <div class="curves">${trainingFigures(id, training).map((figure) => html`<div>${inlineFigure(figure, [], curveWidth)}</div>`)}</div>
    <figcaption><b>${id}</b> ${counted(training.length, 'epoch')}</figcaption>
  </figure>`;
}

/** One figure per quantity: `loss` and `validationLoss` share one, `accuracy` has another. */
function trainingFigures(id: string, training: Backbone['training']): readonly Figure[] {
  const metrics = [...new Set(training.flatMap((entry) => Object.keys(entry.metrics)))];
  return [...new Set(metrics.map(quantity))].map((name) => ({
    kind: 'lines',
    title: `${name} of ${id} while training`,
    x: 'epoch',
    y: name,
    series: metrics
      .filter((metric) => quantity(metric) === name)
      .map((metric) => ({
        label: role(metric),
        points: training.flatMap(({ epoch, metrics }) =>
          metric in metrics ? [{ x: epoch, y: metrics[metric] }] : [],
        ),
      })),
  }));
}

function words(metric: string): readonly string[] {
  return metric
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_-]+/);
}

function quantity(metric: string): string {
  return words(metric).at(-1) ?? metric;
}

/** What the name says beside the quantity: `validation` of `validationLoss`; nothing means training. */
function role(metric: string): string {
  return words(metric).slice(0, -1).join(' ') || 'training';
}
