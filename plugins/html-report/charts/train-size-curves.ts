import * as Plot from '@observablehq/plot';
import type { TrainSizeScore } from '../../../core/contracts/results.ts';
import { type Html, html } from '../page/html.ts';
import { decimal, whole } from '../page/words.ts';
import { draw } from './drawing.ts';
import { type FamilyStyle, familyLegend } from './families.ts';

const width = 460;
const height = 320;
const lineHeight = 14;
const frame = { left: 44, top: 28, right: width - 130, bottom: height - 44 };
/** Members of a larger family are told by the legend and by pointing at them. */
const mostLabelledOfFamily = 6;

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
  const chart = draw(describe(title, points), {
    width,
    height,
    marginLeft: frame.left,
    marginRight: width - frame.right,
    marginTop: frame.top,
    marginBottom: height - frame.bottom,
    x: {
      type: 'log',
      label: 'training stimuli',
      labelAnchor: 'center',
      labelArrow: 'none',
      labelOffset: 38,
      ticks: sizes,
      tickFormat: whole,
    },
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
      Plot.dot(points, { x: 'size', y: 'value', fill: 'family', r: 3, title: tooltip }),
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
  const backbones = new Map(points.map(({ backbone, family }) => [backbone, family]));
  return html`${chart}${familyLegend(styles, [...backbones.values()])}`;
}

interface Point {
  readonly backbone: string;
  readonly family: string;
  readonly size: number;
  readonly value: number;
}

/** The names at the ends of the curves, small families first, as many as there is room for, so that none covers another. */
function endLabels(points: readonly Point[], y: Plot.Scale) {
  const largest = Math.max(...points.map(({ size }) => size));
  const ends = points.filter(({ size }) => size === largest);
  const members = (family: string) => ends.filter((end) => end.family === family).length;
  const labelled = ends
    .filter(({ family }) => members(family) <= mostLabelledOfFamily)
    .toSorted((a, b) => members(a.family) - members(b.family))
    .slice(0, Math.floor((frame.bottom - frame.top) / lineHeight))
    .map((point) => ({ ...point, pixel: y.apply(point.value) }))
    .toSorted((a, b) => a.pixel - b.pixel);
  let free = frame.top;
  return labelled.map((end, index) => {
    const room = frame.bottom - (labelled.length - 1 - index) * lineHeight;
    const pixel = Math.max(free, Math.min(end.pixel, room));
    free = pixel + lineHeight;
    return { ...end, place: y.invert?.(pixel) };
  });
}

function tooltip({ backbone, size, value }: Point): string {
  return `${backbone}: ${decimal(value)} after ${whole(size)} stimuli`;
}

function describe(title: string, points: readonly Point[]): string {
  const backbones = [...new Set(points.map(({ backbone }) => backbone))];
  const curves = backbones.map((backbone) => {
    const own = points.filter((point) => point.backbone === backbone);
    return `${backbone} ${own.map(({ size, value }) => `${decimal(value)} at ${whole(size)}`).join(', ')}`;
  });
  return `Line chart, scores over training stimuli, ${title}: ${curves.join('; ')}.`;
}
