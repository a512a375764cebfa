import * as Plot from '@observablehq/plot';
import type { Figure } from '../../contracts/figures.ts';
import { decimal } from '../words.ts';
import { axis, extent, reach, vertical } from './axes.ts';
import { draw } from './drawing.ts';
import { frame } from './frame.ts';
import type { Look } from './look.ts';
import { namesAcross } from './names-across.ts';
import { referenceLines } from './references.ts';
import { dotLook, figureStyles, type Style } from './styles.ts';

export type BarsFigure = Extract<Figure, { kind: 'bars' }>;
type Bar = BarsFigure['categories'][number]['bars'][number];

interface PlacedBar extends Bar {
  readonly category: string;
  readonly style: Style;
  /** Ends and middle across, in categories. */
  readonly from: number;
  readonly to: number;
  readonly middle: number;
}

const widestBar = 44;
const tallest = 320;
const categoryShare = 0.8;
const margins = { left: 48, right: 16 };

/** Grouped bars; the symbol of a bar stands at its value, its interval and single measurements on it. */
export function bars(figure: BarsFigure, look: Look): string {
  const { categories, references } = figure;
  const labels = categories.flatMap((category) => category.bars.map(({ label }) => label));
  const styles = figureStyles(labels, look.styles);
  const slot = (look.width - margins.left - margins.right) / categories.length;
  const placed = placeBars(figure, styles, slot);
  const names = namesAcross(
    categories.map(({ category }, index) => ({ x: index + 0.5, name: category })),
    slot,
  );
  const told =
    new Set(labels).size === 1 ||
    categories.every(({ category, bars }) => bars.every(({ label }) => label === category));
  const { box, size, marks } = frame({
    width: look.width,
    up: figure.y,
    height: Math.min(tallest, Math.round(0.5 * look.width)),
    ...margins,
    axis: names.height + 16,
    legend: told ? [] : styles.map((style) => ({ style })),
    heading: look.heading,
  });
  const values = placed.flatMap(({ value, interval, points = [] }) => [...reach(value, interval), ...points]);
  const y = axis([0, ...values, ...(references ?? []).map((reference) => reference.y)], vertical(box));
  const [low] = extent([0, ...values]);
  const singles = placed.flatMap(spreadPoints);
  return draw(describe(figure), {
    ...size,
    x: { type: 'linear', domain: [0, categories.length], axis: null },
    y: {
      ...y,
      ...(low === 0 && { domain: [0, (y.domain as number[])[1]] }),
      label: null,
      ticks: 5,
      grid: true,
    },
    marks: [
      Plot.rect(placed, {
        x1: 'from',
        x2: 'to',
        y1: 0,
        y2: 'value',
        fill: ({ style }: PlacedBar) => style.colour,
        fillOpacity: 0.35,
        title: tooltip,
      }),
      Plot.ruleY([0]),
      ...referenceLines(references),
      Plot.dot(singles, {
        x: 'x',
        y: 'y',
        r: 2.25,
        fill: 'var(--surface)',
        stroke: 'currentColor',
        strokeWidth: 0.75,
      }),
      Plot.ruleX(
        placed.filter(({ interval }) => interval),
        {
          x: 'middle',
          y1: ({ interval }: PlacedBar) => interval?.low,
          y2: ({ interval }: PlacedBar) => interval?.high,
          strokeWidth: 1.5,
        },
      ),
      ...placed.map((bar) => Plot.dot([bar], { x: 'middle', y: 'value', ...dotLook(bar.style, 4.5) })),
      ...names.marks,
      ...marks,
    ],
    color: { type: 'identity' },
  });
}

function placeBars({ categories }: BarsFigure, styles: readonly Style[], slot: number): readonly PlacedBar[] {
  return categories.flatMap(({ category, bars: own }, index) => {
    const width = Math.min(widestBar / slot, categoryShare / own.length);
    const first = index + 0.5 - (width * own.length) / 2;
    return own.map((bar, place) => ({
      ...bar,
      category,
      style: styles.find(({ group }) => group === bar.label) ?? styles[0],
      from: first + width * (place + 0.06),
      to: first + width * (place + 0.94),
      middle: first + width * (place + 0.5),
    }));
  });
}

/** Single measurements side by side over the width of their bar. */
function spreadPoints({ points = [], from, to, middle }: PlacedBar) {
  return points.map((y, index) => ({
    x: points.length === 1 ? middle : from + ((to - from) * (index + 0.5)) / points.length,
    y,
  }));
}

function tooltip({ category, label, value }: PlacedBar): string {
  return `${category}, ${label}: ${decimal(value)}`;
}

function describe({ title, y, categories }: BarsFigure): string {
  const told = categories.map(
    ({ category, bars: own }) =>
      `${category}: ${own.map(({ label, value }) => `${label} ${decimal(value)}`).join(', ')}`,
  );
  return `Bar chart, ${title}. Up: ${y}. ${told.join('; ')}.`;
}
