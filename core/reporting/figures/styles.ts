import type { SymbolType } from '@observablehq/plot';
import { light } from '../palette.ts';

/** How the members of one group look: by colour, by shape, and hollow or filled, so that grey is enough. */
export interface Style {
  readonly group: string;
  readonly colour: string;
  readonly symbol: SymbolType;
  readonly hollow: boolean;
  /** Of lines, as `stroke-dasharray`. */
  readonly dashes: string;
}

const symbols: readonly SymbolType[] = ['circle', 'square', 'triangle', 'diamond', 'star', 'wye', 'cross'];
const dashes = ['none', '7 3', '2 3', '9 3 2 3'];

/** One style per group, in the order given. */
export function stylesOf(groups: Iterable<string>): readonly Style[] {
  return Array.from(new Set(groups), (group, index) => ({
    group,
    colour: `var(--series-${(index % light.series.length) + 1})`,
    symbol: symbols[index % symbols.length],
    hollow: index % 2 === 1,
    dashes: dashes[index % dashes.length],
  }));
}

/** The styles of a figure's groups: those known to the whole report where it knows them all, else their own. */
export function figureStyles(groups: Iterable<string>, known: readonly Style[]): readonly Style[] {
  const shown = new Set(groups);
  const found = known.filter(({ group }) => shown.has(group));
  return found.length === shown.size ? found : stylesOf(shown);
}

/** Options of a dot in this style. */
export function dotLook({ colour, symbol, hollow }: Style, r = 5) {
  return {
    symbol,
    r: hollow ? r - 0.5 : r,
    fill: hollow ? 'var(--surface)' : colour,
    stroke: hollow ? colour : 'var(--surface)',
    strokeWidth: hollow ? 1.75 : 0.75,
  };
}
