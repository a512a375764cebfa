import * as Plot from '@observablehq/plot';
import type { Figure } from '../../contracts/figures.ts';
import type { Interval } from '../../contracts/interval.ts';
import { decimal } from '../words.ts';
import { acrossLabel, axis, extent, horizontal, reach, vertical } from './axes.ts';
import { draw } from './drawing.ts';
import { frame } from './frame.ts';
import type { Look } from './look.ts';
import { namesAcross } from './names-across.ts';
import { referenceLines } from './references.ts';
import { dotLook, figureStyles, type Style } from './styles.ts';
import { spread, textWidth } from './text-lines.ts';

export type LinesFigure = Extract<Figure, { kind: 'lines' }>;
type Series = LinesFigure['series'][number];
type Point = Series['points'][number];

interface StyledSeries extends Series {
  readonly style: Style;
}

const lineHeight = 14;
const left = 48;
const mostNamed = 14;
const mostMarked = 14;
const mostForLabels = 0.45;
const labelGap = 9;

/** Lines with their intervals, named at their ends; many lines are told by the legend of their groups. */
export function lines(figure: LinesFigure, look: Look): string {
  const { references, logX, places } = figure;
  const nameOf = ({ label, group }: Series) => group ?? label;
  const styles = figureStyles(figure.series.map(nameOf), look.styles);
  const series = figure.series.map((own) => ({
    ...own,
    points: own.points.toSorted((a, b) => a.x - b.x),
    style: styles.find(({ group }) => group === nameOf(own)) ?? styles[0],
  }));
  const named = series.length <= mostNamed;
  const grouped = series.some(({ group, label }) => group !== undefined && group !== label);
  const legend = styles.map((style) => ({
    style,
    members: named ? 1 : series.filter((own) => own.style === style).length,
  }));
  const right = named
    ? 16 +
      labelGap +
      Math.min(mostForLabels * look.width, extent(series.map(({ label }) => textWidth(label)))[1])
    : 16;
  const names = places && namesAcross(places, (look.width - left - right) / Math.max(1, places.length - 1));
  const { box, size, marks } = frame({
    width: look.width,
    up: figure.y,
    height: Math.round(0.55 * look.width),
    left,
    right,
    ...(names && { axis: names.height + 32 }),
    legend: named && (!grouped || styles.length === 1) ? [] : legend,
    heading: look.heading,
  });
  const points = series.flatMap((own) => own.points);
  const ticks = [...new Set(points.map(({ x }) => x))].toSorted((a, b) => a - b);
  const x = axis(ticks, horizontal(box), { log: logX, margin: 0.02 });
  const y = axis(
    [
      ...points.flatMap((point) => reach(point.y, point.interval)),
      ...(references ?? []).map((reference) => reference.y),
    ],
    vertical(box),
  );
  return draw(describe(figure), {
    ...size,
    x: {
      ...x,
      label: figure.x,
      ...acrossLabel,
      ...(names && { axis: null }),
      tickFormat: '~s',
      ...(logX && ticks.length <= 8 ? { ticks, tickFormat: ',' } : { ticks: 5 }),
    },
    y: { ...y, label: null, ticks: 5, grid: true },
    marks: [
      ...referenceLines(references),
      ...series.flatMap((own) => line(own, figure)),
      ...(named ? endLabels(series, y, box) : []),
      ...(names ? [...names.marks, axisName(figure.x, names.height)] : []),
      ...marks,
    ],
  });
}

/** Below names that stand in place of numbers. */
function axisName(name: string, below: number): Plot.Markish {
  return Plot.text([name], { frameAnchor: 'bottom', lineAnchor: 'top', dy: below + 10, fontSize: 12 });
}

/** A place across in words. */
function placeName(x: number, { places }: LinesFigure): string {
  return places?.find((place) => place.x === x)?.name ?? String(Number(x.toPrecision(4)));
}

function line({ label, points, style }: StyledSeries, figure: LinesFigure): Plot.Markish[] {
  const marked = points.length > mostMarked ? points.slice(-1) : points;
  const title = ({ x, y }: Point) => `${label}: ${decimal(y)} at ${placeName(x, figure)}`;
  return [
    ...uncertainty(points, style),
    Plot.line(points, {
      x: 'x',
      y: 'y',
      stroke: style.colour,
      strokeWidth: 1.75,
      strokeDasharray: style.dashes,
    }),
    Plot.dot(marked, { x: 'x', y: 'y', title, ...dotLook(style, 4) }),
  ];
}

/** Of dense lines a band, of others a rule at every point. */
function uncertainty(points: readonly Point[], { colour }: Style): Plot.Markish[] {
  const known = points.flatMap(({ x, interval }) => (interval ? [{ x, ...interval }] : []));
  if (known.length === 0) return [];
  const ends = { y1: (point: Interval) => point.low, y2: (point: Interval) => point.high };
  return points.length > mostMarked
    ? [Plot.areaY(known, { x: 'x', ...ends, fill: colour, fillOpacity: 0.14 })]
    : [Plot.ruleX(known, { x: 'x', ...ends, stroke: colour, strokeOpacity: 0.6 })];
}

function endLabels(
  series: readonly StyledSeries[],
  y: Plot.Scale,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): Plot.Markish[] {
  const ends = series.map(({ points }) => points[points.length - 1]);
  const places = spread(
    ends.map((end) => y.apply(end.y)),
    lineHeight,
    top,
    bottom,
  );
  return series.map(({ label, style }, index) =>
    Plot.text([{ x: ends[index].x, y: y.invert?.(places[index]) }], {
      x: 'x',
      y: 'y',
      text: () => label,
      className: 'labels',
      fill: style.colour,
      textAnchor: 'start',
      dx: labelGap,
      fontSize: 12,
    }),
  );
}

function describe(figure: LinesFigure): string {
  const { title, x, y, series } = figure;
  const curves = series.map(
    ({ label, points }) =>
      `${label} ${points.map((point) => `${decimal(point.y)} at ${placeName(point.x, figure)}`).join(', ')}`,
  );
  return `Line chart, ${title}. Across: ${x}; up: ${y}. ${curves.join('; ')}.`;
}
