import * as Plot from '@observablehq/plot';
import type { Results } from '../../../core/contracts/results.ts';
import type { Html } from '../page/html.ts';
import { counted, decimal } from '../page/words.ts';
import { draw } from './drawing.ts';

export type Training = Results['backbones'][number]['training'];

interface Curve {
  readonly metric: string;
  readonly points: readonly { readonly epoch: number; readonly value: number }[];
}

const width = 300;
const height = 192;
const frame = { left: 40, top: 28, right: width - 118, bottom: height - 40 };
const lineHeight = 14;

/** One small chart per quantity: `loss` and `validationLoss` share one, `accuracy` has another. */
export function trainingCurves(backbone: string, training: Training): readonly Html[] {
  const curves = metricCurves(training);
  const quantities = [...new Set(curves.map(({ metric }) => quantity(metric)))];
  return quantities.map((name) =>
    chart(
      backbone,
      name,
      curves.filter(({ metric }) => quantity(metric) === name),
    ),
  );
}

function chart(backbone: string, name: string, curves: readonly Curve[]): Html {
  const points = curves.flatMap(({ metric, points }) => points.map((point) => ({ metric, ...point })));
  const values = points.map(({ value }) => value);
  const low = Math.min(...values);
  const margin = (Math.max(...values) - low || 1) * 0.05;
  const y = Plot.scale({
    x: {
      type: 'linear',
      domain: [low - margin, Math.max(...values) + margin],
      range: [frame.bottom, frame.top],
    },
  });
  if (!y) throw new TypeError('no scale for a training curve');
  return draw(describe(backbone, name, curves), {
    width,
    height,
    marginLeft: frame.left,
    marginRight: width - frame.right,
    marginTop: frame.top,
    marginBottom: height - frame.bottom,
    x: {
      label: 'epoch',
      labelAnchor: 'center',
      labelArrow: 'none',
      labelOffset: 34,
      ticks: 4,
      tickFormat: (tick: number) => (Number.isInteger(tick) ? String(tick) : ''),
    },
    y: { ...y, label: name, ticks: 4, grid: true },
    color: { domain: curves.map(({ metric }) => metric), range: curves.map((_, index) => lineColour(index)) },
    marks: [
      Plot.line(points, { x: 'epoch', y: 'value', z: 'metric', stroke: 'metric', strokeWidth: 1.75 }),
      Plot.text(endLabels(curves, y), {
        x: 'epoch',
        y: 'y',
        text: 'text',
        fill: 'metric',
        textAnchor: 'start',
        dx: 6,
        fontSize: 12,
      }),
    ],
  });
}

/** The last value of every curve, spread so that no label covers another. */
function endLabels(curves: readonly Curve[], y: Plot.Scale) {
  const ends = curves
    .map(({ metric, points }) => ({ metric, last: points[points.length - 1] }))
    .map(({ metric, last }) => ({ metric, ...last, pixel: y.apply(last.value) }))
    .toSorted((a, b) => a.pixel - b.pixel);
  let free = frame.top;
  return ends.map(({ metric, epoch, value, pixel }, index) => {
    const room = frame.bottom - (ends.length - 1 - index) * lineHeight;
    const place = Math.max(free, Math.min(pixel, room));
    free = place + lineHeight;
    return { metric, epoch, y: y.invert?.(place), text: `${role(metric)} ${decimal(value)}` };
  });
}

function metricCurves(training: Training): readonly Curve[] {
  const metrics = [...new Set(training.flatMap((entry) => Object.keys(entry.metrics)))];
  return metrics.map((metric) => ({
    metric,
    points: training.flatMap(({ epoch, metrics }) =>
      metric in metrics ? [{ epoch, value: metrics[metric] }] : [],
    ),
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

function lineColour(index: number): string {
  return `var(--series-${index + 1})`;
}

function describe(backbone: string, name: string, curves: readonly Curve[]): string {
  const ends = curves.map(({ metric, points }) => {
    const [first, last] = [points[0], points[points.length - 1]];
    return `${metric} from ${decimal(first.value)} to ${decimal(last.value)} in ${counted(points.length, 'epoch')}`;
  });
  return `Line chart, ${name} of ${backbone} while training: ${ends.join('; ')}.`;
}
