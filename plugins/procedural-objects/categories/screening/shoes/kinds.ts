export interface Kind {
  /** Height of the upper from heel to toe, above the sole. */
  readonly upper: readonly number[];
  /** Half widths from heel to toe. */
  readonly breadth: readonly number[];
  readonly sole: number;
  /** Height of the heel; the sole rises towards it. */
  readonly heel: number;
  /** Height of what goes up the leg. */
  readonly shaft?: number;
  readonly laces?: boolean;
  readonly stripes?: boolean;
  /** Straps over an open sole instead of an upper. */
  readonly straps?: 'sandal' | 'flip-flop';
  readonly colours: readonly string[];
  readonly soles: readonly string[];
}

const round = [0.13, 0.165, 0.17, 0.15, 0.15, 0.175, 0.19, 0.17, 0.1];

const pointed = [0.11, 0.14, 0.14, 0.12, 0.12, 0.15, 0.16, 0.11, 0.04];

export const kinds: Readonly<Record<string, Kind>> = {
  trainer: {
    upper: [0.3, 0.34, 0.34, 0.33, 0.3, 0.24, 0.18, 0.15, 0.1],
    breadth: round,
    sole: 0.08,
    heel: 0,
    laces: true,
    stripes: true,
    colours: ['#e8e8e4', '#2a5a9a', '#c83a30', '#3a3c42'],
    soles: ['#f4f2ec'],
  },
  boot: {
    upper: [0.28, 0.32, 0.31, 0.3, 0.28, 0.22, 0.17, 0.15, 0.09],
    breadth: round,
    sole: 0.045,
    heel: 0.07,
    shaft: 0.55,
    colours: ['#5a3a20', '#26221f', '#8a5a30'],
    soles: ['#1c1816'],
  },
  'high-heel': {
    upper: [0.24, 0.2, 0.11, 0.07, 0.06, 0.07, 0.11, 0.1, 0.05],
    breadth: pointed,
    sole: 0.03,
    heel: 0.4,
    colours: ['#b3202a', '#1c1c1e', '#e8a0b0'],
    soles: ['#2a201c'],
  },
  'lace-up': {
    upper: [0.26, 0.28, 0.26, 0.25, 0.24, 0.2, 0.16, 0.13, 0.08],
    breadth: pointed.map((half) => half + 0.02),
    sole: 0.035,
    heel: 0.07,
    laces: true,
    colours: ['#1c1816', '#6a3a1c', '#7a2a20'],
    soles: ['#14110f'],
  },
  wellington: {
    upper: [0.24, 0.3, 0.3, 0.3, 0.28, 0.22, 0.17, 0.14, 0.1],
    breadth: round.map((half) => half * 1.08),
    sole: 0.05,
    heel: 0.03,
    shaft: 0.8,
    colours: ['#e0b020', '#2f6b3c', '#c83a30', '#2a4a8a'],
    soles: ['#f0e8c8', '#1c1c1e'],
  },
  'high-top': {
    upper: [0.3, 0.34, 0.34, 0.34, 0.32, 0.24, 0.18, 0.16, 0.11],
    breadth: round,
    sole: 0.06,
    heel: 0,
    shaft: 0.3,
    laces: true,
    colours: ['#2a2a2d', '#b3202a', '#c8a060'],
    soles: ['#f4f2ec', '#3a2a1c'],
  },
  sandal: {
    upper: [0.3, 0.3, 0.28, 0.26, 0.24, 0.2, 0.16, 0.14, 0.1],
    breadth: round,
    sole: 0.06,
    heel: 0.05,
    straps: 'sandal',
    colours: ['#8a5a30', '#3a2a1c', '#b3202a'],
    soles: ['#c8a878', '#2a2422'],
  },
  'flip-flop': {
    upper: [0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.16, 0.14, 0.1],
    breadth: round,
    sole: 0.075,
    heel: 0,
    straps: 'flip-flop',
    colours: ['#f4f2ec', '#1c1c1e', '#e0b020'],
    soles: ['#2a7a9a', '#d0402a', '#3f8a4a'],
  },
};
