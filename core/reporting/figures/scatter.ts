import * as Plot from '@observablehq/plot';
import { decimal } from '../words.ts';
import { acrossLabel, axis, horizontal, reach, vertical } from './axes.ts';
import { draw } from './drawing.ts';
import { ellipse, fewestOfCloud, type Point } from './ellipse.ts';
import { frame } from './frame.ts';
import type { Look } from './look.ts';
import { referenceBoxes, referenceLines } from './references.ts';
import { labels, type Mark, type ScatterFigure } from './scatter-labels.ts';
import { dotLook, figureStyles, type Style } from './styles.ts';

/** Standard deviations of an ellipse around a group. */
const cloudDeviations = 2;
const fewestOfTrend = 3;
const manyMarks = 30;

/** Marks with their intervals, coloured and shaped by group; clouds, trends and labels where asked for. */
export function scatter(figure: ScatterFigure, look: Look): string {
  const { marks, references } = figure;
  const styles = figureStyles(
    marks.map(({ group }) => group),
    look.styles,
  );
  const groups = styles
    .map((style) => ({ style, members: marks.filter(({ group }) => group === style.group) }))
    .filter(({ members }) => members.length > 0);
  const clouds = figure.clouds ? groups.flatMap(cloud) : [];
  const around = clouds.flatMap(({ curve }) => curve);
  const {
    box,
    size,
    marks: surroundings,
  } = frame({
    width: look.width,
    up: figure.y,
    height: Math.round(0.64 * look.width),
    legend: groups.map(({ style, members }) => ({ style, members: members.length })),
    heading: look.heading,
  });
  const x = axis(
    [...marks.flatMap((mark) => reach(mark.x, mark.xInterval)), ...around.map((point) => point.x)],
    horizontal(box),
  );
  const y = axis(
    [
      ...marks.flatMap((mark) => reach(mark.y, mark.yInterval)),
      ...around.map((point) => point.y),
      ...(references ?? []).map((reference) => reference.y),
    ],
    vertical(box),
  );
  const { trends } = figure;
  return draw(describe(figure), {
    ...size,
    x: { ...x, label: figure.x, ...acrossLabel, ticks: 6 },
    y: { ...y, label: null, ticks: 6, grid: true },
    marks: [
      ...referenceLines(references),
      ...clouds.map(({ style, curve }) =>
        Plot.line(curve, {
          x: 'x',
          y: 'y',
          stroke: style.colour,
          strokeOpacity: 0.5,
          fill: style.colour,
          fillOpacity: 0.07,
        }),
      ),
      trends === 'overall' || trends === 'both' ? trend(marks, 'currentColor', '6 4') : null,
      ...(trends === 'groups' || trends === 'both'
        ? groups.map(({ style, members }) => trend(members, style.colour, style.dashes))
        : []),
      ...groups.flatMap(({ style, members }) => intervals(members, style, marks.length)),
      ...groups.map(({ style, members }) =>
        Plot.dot(members, {
          x: 'x',
          y: 'y',
          title: tooltip,
          ...dotLook(style, marks.length > manyMarks ? 4.25 : 5),
        }),
      ),
      ...labels(marks, { x, y }, box, referenceBoxes(references, y, box)),
      ...surroundings,
    ],
  });
}

function cloud({ style, members }: { readonly style: Style; readonly members: readonly Point[] }) {
  return members.length < fewestOfCloud ? [] : [{ style, curve: ellipse(members, cloudDeviations) }];
}

function trend(marks: readonly Mark[], stroke: string, strokeDasharray: string): Plot.Markish | null {
  const places = new Set(marks.map(({ x }) => x)).size;
  if (marks.length < fewestOfTrend || places < 2) return null;
  return Plot.linearRegressionY(marks, { x: 'x', y: 'y', stroke, strokeDasharray, ci: 0 });
}

function intervals(members: readonly Mark[], { colour }: Style, total: number): Plot.Markish[] {
  const look = { stroke: colour, strokeOpacity: total > manyMarks ? 0.3 : 0.45 };
  return [
    Plot.ruleY(
      members.filter(({ xInterval }) => xInterval),
      { x1: (mark: Mark) => mark.xInterval?.low, x2: (mark: Mark) => mark.xInterval?.high, y: 'y', ...look },
    ),
    Plot.ruleX(
      members.filter(({ yInterval }) => yInterval),
      { y1: (mark: Mark) => mark.yInterval?.low, y2: (mark: Mark) => mark.yInterval?.high, x: 'x', ...look },
    ),
  ];
}

function tooltip({ label, group, x, y }: Mark): string {
  return `${label} (${group}): ${decimal(x)}, ${decimal(y)}`;
}

function describe({ title, x, y, marks }: ScatterFigure): string {
  return `Scatter plot, ${title}. Across: ${x}; up: ${y}. ${marks.map(tooltip).join('; ')}.`;
}
