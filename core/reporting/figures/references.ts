import * as Plot from '@observablehq/plot';
import type { Figure } from '../../contracts/figures.ts';
import type { Box } from './label-placement.ts';
import { textWidth } from './text-lines.ts';

type References = Extract<Figure, { kind: 'bars' }>['references'];

const fontSize = 11;

/** Horizontal lines with their names above the left end. */
export function referenceLines(references: References = []): Plot.Markish[] {
  return [
    Plot.ruleY(references, { y: 'y', stroke: 'var(--quiet)', strokeDasharray: '5 4' }),
    Plot.text(references, {
      y: 'y',
      text: 'label',
      frameAnchor: 'left',
      textAnchor: 'start',
      lineAnchor: 'bottom',
      dx: 4,
      dy: -3,
      fontSize,
      fill: 'var(--quiet)',
      stroke: 'var(--surface)',
      strokeWidth: 3,
    }),
  ];
}

/** What their names cover. */
export function referenceBoxes(references: References = [], y: Plot.Scale, { left }: Box): readonly Box[] {
  return references.map(({ label, y: value }) => {
    const bottom = y.apply(value) - 3;
    return {
      left: left + 4,
      right: left + 4 + textWidth(label, fontSize),
      top: bottom - fontSize - 2,
      bottom,
    };
  });
}
