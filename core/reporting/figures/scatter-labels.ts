import * as Plot from '@observablehq/plot';
import type { Figure } from '../../contracts/figures.ts';
import { type Box, placeLabels } from './label-placement.ts';

export type ScatterFigure = Extract<Figure, { kind: 'scatter' }>;
export type Mark = ScatterFigure['marks'][number];

export interface Axes {
  readonly x: Plot.Scale;
  readonly y: Plot.Scale;
}

export const symbolRadius = 6;
/** Members of a larger group are told by the legend, but for the outermost. */
const mostLabelledOfGroup = 6;
const manyMarks = 30;

/** The marks whose label should stand in the figure, those of small groups first. */
export function labelledMarks(marks: readonly Mark[]): readonly Mark[] {
  if (marks.some(({ named }) => named)) return marks.filter(({ named }) => named);
  const groups = [...new Set(marks.map(({ group }) => group))]
    .map((group) => marks.filter((mark) => mark.group === group))
    .toSorted((a, b) => a.length - b.length);
  const most = marks.length > manyMarks ? 1 : mostLabelledOfGroup;
  return groups.flatMap((group) =>
    group.length <= most ? group : marks.length > manyMarks ? outermost(group) : [],
  );
}

/** The lowest and the highest of a group. */
function outermost(group: readonly Mark[]): readonly Mark[] {
  const sorted = group.toSorted((a, b) => a.y - b.y);
  return [sorted[sorted.length - 1], sorted[0]];
}

/** Labels in free places, tied to their marks where these are far. */
export function labels(
  marks: readonly Mark[],
  axes: Axes,
  bounds: Box,
  occupied: readonly Box[],
): Plot.Markish[] {
  const { x, y } = axes;
  const points = labelledMarks(marks).map((mark) => ({
    x: x.apply(mark.x),
    y: y.apply(mark.y),
    text: mark.label,
  }));
  const symbols = marks.map((mark) => boxAround(x.apply(mark.x), y.apply(mark.y)));
  const boxes = placeLabels(points, [...symbols, ...occupied], intervalBoxes(marks, axes), bounds);
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
        stroke: 'var(--quiet)',
        strokeWidth: 0.75,
      },
    ),
    Plot.text(placed, {
      x: ({ middle }) => x.invert?.(middle.x),
      y: ({ middle }) => y.invert?.(middle.y),
      text: ({ point }) => point.text,
      className: 'labels',
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

function intervalBoxes(marks: readonly Mark[], { x, y }: Axes): readonly Box[] {
  return marks.flatMap(({ x: across, y: up, xInterval, yInterval }) => {
    const middle = { x: x.apply(across), y: y.apply(up) };
    return [
      ...(xInterval
        ? [
            {
              left: x.apply(xInterval.low),
              right: x.apply(xInterval.high),
              top: middle.y,
              bottom: middle.y + 1,
            },
          ]
        : []),
      ...(yInterval
        ? [
            {
              left: middle.x,
              right: middle.x + 1,
              top: y.apply(yInterval.high),
              bottom: y.apply(yInterval.low),
            },
          ]
        : []),
    ];
  });
}
