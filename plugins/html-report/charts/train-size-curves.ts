import * as Plot from '@observablehq/plot';
import type { TrainSizeScore } from '../../../core/contracts/results.ts';
import type { Html } from '../page/html.ts';
import { decimal, whole } from '../page/words.ts';
import { draw } from './drawing.ts';
import type { FamilyStyle } from './families.ts';

const width = 420;
const height = 260;
const lineHeight = 14;
const frame = { left: 44, top: 28, right: width - 130, bottom: height - 40 };

/** Ceiled scores, raw r where there is no ceiling, over the number of training stimuli on a logarithmic axis. */
export function trainSizeCurves(
  title: string,
  scores: readonly TrainSizeScore[],
  styles: readonly FamilyStyle[],
): Html {
  const ceiled = scores.every((score) => score.ceiled !== null);
  const points = scores.map((score) => ({
    backbone: score.backbone,
    family: score.family,
    size: score.trainStimuli,
    value: (ceiled ? score.ceiled : score.raw) ?? score.raw,
    interval: (ceiled ? score.interval : score.rawInterval) ?? score.rawInterval,
  }));
  const sizes = [...new Set(points.map(({ size }) => size))];
  const values = points.flatMap(({ value, interval }) => [value, interval.low, interval.high]);
  const y = Plot.scale({
    x: {
      type: 'linear',
      domain: [Math.min(0, ...values), Math.max(...values)],
      range: [frame.bottom, frame.top],
    },
  });
  if (!y) throw new TypeError('no scale for curves over training stimuli');
  return draw(describe(title, points), {
    width,
    height,
    marginLeft: frame.left,
    marginRight: width - frame.right,
    marginTop: frame.top,
    marginBottom: height - frame.bottom,
    x: { type: 'log', label: 'training stimuli', ticks: sizes, tickFormat: whole },
    y: { ...y, label: ceiled ? 'ceiled' : 'raw r', ticks: 5, grid: true },
    color: { domain: styles.map(({ family }) => family), range: styles.map(({ colour }) => colour) },
    marks: [
      Plot.ruleX(points, {
        x: 'size',
        y1: ({ interval }) => interval.low,
        y2: ({ interval }) => interval.high,
        stroke: 'family',
        strokeOpacity: 0.45,
      }),
      Plot.line(points, { x: 'size', y: 'value', z: 'backbone', stroke: 'family', strokeWidth: 1.75 }),
      Plot.dot(points, { x: 'size', y: 'value', fill: 'family', r: 3 }),
      Plot.text(endLabels(points, y), {
        x: 'size',
        y: 'place',
        text: 'backbone',
        fill: 'family',
        textAnchor: 'start',
        dx: 8,
        fontSize: 12,
      }),
    ],
  });
}

interface Point {
  readonly backbone: string;
  readonly family: string;
  readonly size: number;
  readonly value: number;
}

/** The names at the ends of the curves, spread so that none covers another. */
function endLabels(points: readonly Point[], y: Plot.Scale) {
  const largest = Math.max(...points.map(({ size }) => size));
  const ends = points
    .filter(({ size }) => size === largest)
    .map((point) => ({ ...point, pixel: y.apply(point.value) }))
    .toSorted((a, b) => a.pixel - b.pixel);
  let free = frame.top;
  return ends.map((end, index) => {
    const room = frame.bottom - (ends.length - 1 - index) * lineHeight;
    const pixel = Math.max(free, Math.min(end.pixel, room));
    free = pixel + lineHeight;
    return { ...end, place: y.invert?.(pixel) };
  });
}

function describe(title: string, points: readonly Point[]): string {
  const backbones = [...new Set(points.map(({ backbone }) => backbone))];
  const curves = backbones.map((backbone) => {
    const own = points.filter((point) => point.backbone === backbone);
    return `${backbone} ${own.map(({ size, value }) => `${decimal(value)} at ${whole(size)}`).join(', ')}`;
  });
  return `Line chart, scores over training stimuli, ${title}: ${curves.join('; ')}.`;
}
