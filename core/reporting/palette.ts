/** Colours by the names under which drawings and pages use them, on light and on dark ground. */
export interface Palette {
  readonly surface: string;
  readonly raised: string;
  readonly ink: string;
  readonly quiet: string;
  readonly faint: string;
  readonly rule: string;
  readonly accent: string;
  readonly heat: string;
  readonly supported: string;
  readonly 'not-supported': string;
  readonly inconclusive: string;
  /** Of series 1, 2, …; told apart with every common colour blindness, and by shape besides. */
  readonly series: readonly string[];
}

export const light: Palette = {
  surface: '#fdfdfb',
  raised: '#f4f4f0',
  ink: '#1b1d21',
  quiet: '#5c6068',
  faint: '#c9cac6',
  rule: '#e3e3de',
  accent: '#1f5fa8',
  heat: '#2f77bd',
  supported: '#14693f',
  'not-supported': '#a92b21',
  inconclusive: '#75580c',
  series: ['#1f68ad', '#c8570f', '#1b8161', '#a8447f', '#8a6d00', '#2a8aa8', '#7152ab', '#5b5f66'],
};

export const dark: Palette = {
  surface: '#14161a',
  raised: '#1d2026',
  ink: '#e7e8ea',
  quiet: '#a0a5ae',
  faint: '#4a4f58',
  rule: '#2b2f36',
  accent: '#86b8ee',
  heat: '#3c7fc4',
  supported: '#6fce9b',
  'not-supported': '#f1948a',
  inconclusive: '#dcb95a',
  series: ['#6aaaf0', '#f2955a', '#5cc7a2', '#e58fc0', '#d8b53f', '#6fc8e2', '#b39bec', '#a8adb6'],
};

/** The colours as variables of CSS: `--ink`, `--series-1`. */
export function variables({ series, ...named }: Palette): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(named).map(([name, colour]) => [`--${name}`, colour] as const),
    ...series.map((colour, index) => [`--series-${index + 1}`, colour] as const),
  ]);
}
