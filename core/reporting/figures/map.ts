import * as Plot from '@observablehq/plot';
import type { Figure } from '../../contracts/figures.ts';
import { decimal } from '../words.ts';
import { extent } from './axes.ts';
import { draw } from './drawing.ts';
import { frame } from './frame.ts';
import type { Look } from './look.ts';
import { type MapGroup, mapGroups } from './map-groups.ts';
import { textWidth } from './text-lines.ts';

export type MapFigure = Extract<Figure, { kind: 'map' }>;

const row = 20;
const narrowestCell = 46;
const gap = 24;
const strongest = 0.72;

interface PlacedGroup extends MapGroup {
  readonly left: number;
  readonly top: number;
}

/** A table of coloured cells with their values, its groups below and beside one another. */
export function map(figure: MapFigure, look: Look): string {
  const groups = mapGroups(figure);
  const labelWidth =
    extent(
      groups.flatMap(({ group, rows }) => [
        textWidth(group, 12),
        ...rows.map(({ label }) => textWidth(label)),
      ]),
    )[1] + 12;
  const cell = Math.max(narrowestCell, extent(figure.columns.map((column) => textWidth(column)))[1] + 10);
  const block = labelWidth + figure.columns.length * cell;
  const columns = Math.max(1, Math.floor((look.width + gap) / (block + gap)));
  const placed = flow(groups, columns, block);
  const bottom = extent(placed.map(({ top, rows }) => top + (rows.length + 1) * row))[1];
  const width = Math.max(look.width, block + 8);
  const { box, size, marks } = frame({
    width,
    height: bottom,
    left: 0,
    right: 0,
    axis: 12,
    legend: [],
    heading: look.heading,
  });
  const highest = Math.max(0, extent(figure.cells.flat().map((value) => value ?? 0))[1]);
  const heads = placed.flatMap(({ group, left, top }) => [
    { text: group, x: left, y: top + row / 2, weight: 600, anchor: 'start' as const },
    ...figure.columns.map((text, index) => ({
      text,
      x: left + labelWidth + (index + 0.5) * cell,
      y: top + row / 2,
      weight: 400,
      anchor: 'middle' as const,
    })),
  ]);
  const names = placed.flatMap(({ rows, left, top }) =>
    rows.map(({ label }, index) => ({ text: label, x: left + 6, y: top + (index + 1.5) * row })),
  );
  const cells = placed.flatMap(({ rows, best, left, top }) =>
    rows.flatMap(({ cells: values }, index) =>
      values.map((value, column) => ({
        value,
        best: best[column] === index,
        x1: left + labelWidth + column * cell + 1,
        x2: left + labelWidth + (column + 1) * cell - 1,
        y1: top + (index + 1) * row + 1,
        y2: top + (index + 2) * row - 1,
      })),
    ),
  );
  return draw(describe(figure, groups), {
    ...size,
    x: { type: 'linear', domain: [0, width], axis: null },
    y: { type: 'linear', domain: [box.bottom - box.top, 0], axis: null },
    marks: [
      Plot.rect(
        cells.filter(({ value }) => value !== null),
        {
          x1: 'x1',
          x2: 'x2',
          y1: 'y1',
          y2: 'y2',
          rx: 3,
          fill: 'var(--heat)',
          fillOpacity: ({ value }) => (highest > 0 ? (strongest * Math.max(0, value ?? 0)) / highest : 0),
          stroke: 'currentColor',
          strokeOpacity: ({ best }) => (best ? 1 : 0),
          strokeWidth: 1.5,
        },
      ),
      Plot.text(cells, {
        x: ({ x1, x2 }) => (x1 + x2) / 2,
        y: ({ y1, y2 }) => (y1 + y2) / 2,
        text: ({ value }) => (value === null ? '–' : decimal(value)),
      }),
      Plot.text(names, { x: 'x', y: 'y', text: 'text', textAnchor: 'start', fill: 'var(--quiet)' }),
      ...heads.map((head) =>
        Plot.text([head], { x: 'x', y: 'y', text: 'text', textAnchor: head.anchor, fontWeight: head.weight }),
      ),
      ...marks,
    ],
    opacity: { type: 'identity' },
  });
}

/** Groups one below the other, in as many columns as there is room for, filled evenly. */
function flow(groups: readonly MapGroup[], columns: number, block: number): readonly PlacedGroup[] {
  const heightOf = ({ rows }: MapGroup) => (rows.length + 1) * row + 10;
  const share = groups.reduce((sum, group) => sum + heightOf(group), 0) / columns;
  let [column, top, used] = [0, 0, 0];
  return groups.map((group) => {
    if (top > 0 && column < columns - 1 && used + heightOf(group) / 2 > share * (column + 1))
      [column, top] = [column + 1, 0];
    const place = { ...group, left: column * (block + gap), top };
    top += heightOf(group);
    used += heightOf(group);
    return place;
  });
}

function describe({ title, value, columns }: MapFigure, groups: readonly MapGroup[]): string {
  const told = groups.flatMap(({ group, rows }) =>
    rows.map(
      ({ label, cells }) =>
        `${group} ${label}: ${cells.map((cell, index) => `${columns[index]} ${cell === null ? 'none' : decimal(cell)}`).join(', ')}`,
    ),
  );
  return `Map, ${title}: ${value}. ${told.join('; ')}.`;
}
