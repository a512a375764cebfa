import * as Plot from '@observablehq/plot';
import type { Figure } from '../../../core/contracts/results.ts';
import { type Html, html } from '../page/html.ts';
import { decimal } from '../page/words.ts';
import { draw } from './drawing.ts';
import { type FamilyStyle, familyLegend } from './families.ts';
import { type Box, placeLabels } from './label-placement.ts';

export type ScatterFigure = Extract<Figure, { kind: 'scatter' }>;
type Mark = ScatterFigure['marks'][number];

const width = 460;
const height = 360;
const frame: Box = { left: 44, top: 28, right: width - 16, bottom: height - 40 };
const symbolRadius = 6;
/** Members of a larger family are told by the legend and by pointing at them. */
const mostLabelledOfFamily = 6;

/** Marks with their intervals, coloured and shaped by group, labelled where a label fits. */
export function scatter(figure: ScatterFigure, styles: readonly FamilyStyle[]): Html {
  const { marks } = figure;
  const x = linearScale(marks.flatMap(extentX), [frame.left, frame.right]);
  const y = linearScale(marks.flatMap(extentY), [frame.bottom, frame.top]);
  const chart = draw(describe(figure), {
    width,
    height,
    marginLeft: frame.left,
    marginRight: width - frame.right,
    marginTop: frame.top,
    marginBottom: height - frame.bottom,
    x: { ...x, label: figure.x, ticks: 6 },
    y: { ...y, label: figure.y, ticks: 6, grid: true },
    color: scaleOf(styles, (style) => style.colour),
    symbol: scaleOf(styles, (style) => style.symbol),
    marks: [
      Plot.ruleY(withInterval(marks, 'xInterval'), {
        x1: (mark: Mark) => mark.xInterval?.low,
        x2: (mark: Mark) => mark.xInterval?.high,
        y: 'y',
        stroke: 'group',
        strokeOpacity: 0.45,
      }),
      Plot.ruleX(withInterval(marks, 'yInterval'), {
        y1: (mark: Mark) => mark.yInterval?.low,
        y2: (mark: Mark) => mark.yInterval?.high,
        x: 'x',
        stroke: 'group',
        strokeOpacity: 0.45,
      }),
      Plot.dot(marks, {
        x: 'x',
        y: 'y',
        fill: 'group',
        symbol: 'group',
        r: 5,
        stroke: 'var(--surface)',
        strokeWidth: 0.75,
        title: tooltip,
      }),
      ...labels(marks, x, y),
    ],
  });
  return html`${chart}${familyLegend(
    styles,
    marks.map((mark) => mark.group),
  )}`;
}

function labels(marks: readonly Mark[], x: Plot.Scale, y: Plot.Scale): Plot.Markish[] {
  const size = (mark: Mark) => marks.filter((other) => other.group === mark.group).length;
  const labelled = marks
    .filter((mark) => size(mark) <= mostLabelledOfFamily)
    .toSorted((a, b) => size(a) - size(b));
  const points = labelled.map((mark) => ({ x: x.apply(mark.x), y: y.apply(mark.y), text: mark.label }));
  const symbols = marks.map((mark) => boxAround(x.apply(mark.x), y.apply(mark.y)));
  const boxes = placeLabels(points, symbols, intervalBoxes(marks, x, y), frame);
  const placed = points.flatMap((point, index) => {
    const box = boxes[index];
    return box
      ? [{ point, box, middle: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 } }]
      : [];
  });
  return [
    Plot.link(
      placed.filter(({ point, box }) => distance(point, box) > 2 * symbolRadius),
      {
        x1: ({ point }) => x.invert?.(point.x),
        y1: ({ point }) => y.invert?.(point.y),
        x2: ({ point, box }) => x.invert?.(nearest(point.x, box.left, box.right)),
        y2: ({ point, box }) => y.invert?.(nearest(point.y, box.top, box.bottom)),
        stroke: 'var(--faint)',
      },
    ),
    Plot.text(placed, {
      x: ({ middle }) => x.invert?.(middle.x),
      y: ({ middle }) => y.invert?.(middle.y),
      text: ({ point }) => point.text,
      fill: 'currentColor',
      stroke: 'var(--surface)',
      strokeWidth: 3,
      fontSize: 12,
    }),
  ];
}

function distance(point: { readonly x: number; readonly y: number }, box: Box): number {
  return Math.hypot(
    point.x - nearest(point.x, box.left, box.right),
    point.y - nearest(point.y, box.top, box.bottom),
  );
}

function nearest(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

function boxAround(x: number, y: number): Box {
  return { left: x - symbolRadius, right: x + symbolRadius, top: y - symbolRadius, bottom: y + symbolRadius };
}

function intervalBoxes(marks: readonly Mark[], x: Plot.Scale, y: Plot.Scale): readonly Box[] {
  return marks.flatMap((mark) => {
    const [left, right] = extentX(mark).map(x.apply);
    const [bottom, top] = extentY(mark).map(y.apply);
    const middle = { x: x.apply(mark.x), y: y.apply(mark.y) };
    return [
      { left, right, top: middle.y, bottom: middle.y + 1 },
      { left: middle.x, right: middle.x + 1, top, bottom },
    ];
  });
}

function linearScale(values: readonly number[], range: [number, number]): Plot.Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const margin = (high - low || 1) * 0.04;
  const scale = Plot.scale({ x: { type: 'linear', domain: [low - margin, high + margin], range } });
  if (!scale) throw new TypeError('no scale for a scatter plot');
  return scale;
}

function scaleOf<Value>(styles: readonly FamilyStyle[], look: (style: FamilyStyle) => Value) {
  return { type: 'ordinal' as const, domain: styles.map(({ family }) => family), range: styles.map(look) };
}

function withInterval(marks: readonly Mark[], name: 'xInterval' | 'yInterval'): readonly Mark[] {
  return marks.filter((mark) => mark[name]);
}

function extentX({ x, xInterval }: Mark): number[] {
  return [Math.min(x, xInterval?.low ?? x), Math.max(x, xInterval?.high ?? x)];
}

function extentY({ y, yInterval }: Mark): number[] {
  return [Math.min(y, yInterval?.low ?? y), Math.max(y, yInterval?.high ?? y)];
}

function tooltip({ label, group, x, y }: Mark): string {
  return `${label} (${group}): ${decimal(x)}, ${decimal(y)}`;
}

function describe({ title, x, y, marks }: ScatterFigure): string {
  return `Scatter plot, ${title}. Across: ${x}; up: ${y}. ${marks.map(tooltip).join('; ')}.`;
}
