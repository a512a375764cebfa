import * as Plot from '@observablehq/plot';
import { type Html, html } from '../page/html.ts';
import { draw } from './drawing.ts';

/** How the backbones of one family look in every chart. */
export interface FamilyStyle {
  readonly family: string;
  readonly colour: string;
  readonly symbol: Plot.SymbolType;
}

const symbols: readonly Plot.SymbolType[] = [
  'circle',
  'square',
  'triangle',
  'diamond',
  'hexagon',
  'star',
  'wye',
];
const colours = 8;

/** One style per family in the order given; the page's style sheet defines the colours. */
export function familyStyles(families: readonly string[]): readonly FamilyStyle[] {
  return [...new Set(families)].map((family, index) => ({
    family,
    colour: `var(--series-${(index % colours) + 1})`,
    symbol: symbols[index % symbols.length],
  }));
}

/** A legend of the families that a chart shows, with the number of members where there are several. */
export function familyLegend(styles: readonly FamilyStyle[], shown: readonly string[]): Html {
  const entries = styles
    .map((style) => ({ style, members: shown.filter((family) => family === style.family).length }))
    .filter(({ members }) => members > 0)
    .map(
      ({ style, members }) =>
        html`<li>${swatch(style)} ${style.family}${members > 1 ? ` × ${members}` : ''}</li>`,
    );
  return html`<ul class="legend">${entries}</ul>`;
}

function swatch({ family, colour, symbol }: FamilyStyle): Html {
  const size = 16;
  return draw(`symbol of ${family}`, {
    width: size,
    height: size,
    axis: null,
    margin: 0,
    x: { domain: [0, 1] },
    y: { domain: [0, 1] },
    marks: [Plot.dot([[0.5, 0.5]], { fill: colour, symbol, r: 4.5 })],
  });
}
