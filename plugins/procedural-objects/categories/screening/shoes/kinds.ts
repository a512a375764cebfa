export interface Kind {
  /** Height of the upper from heel to toe, above the sole. */
  readonly upper: readonly number[];
  /** Half widths from heel to toe. */
  readonly breadth: readonly number[];
  readonly sole: number;
  /** Height of the heel; the sole rises towards it. */
  readonly heel: number;
  readonly shaft: number;
  readonly laces: boolean;
  readonly stripes: boolean;
  readonly colours: readonly string[];
  readonly soles: readonly string[];
}

const round = [0.13, 0.165, 0.17, 0.15, 0.15, 0.175, 0.19, 0.17, 0.1];

const pointed = [0.11, 0.14, 0.14, 0.12, 0.12, 0.15, 0.16, 0.11, 0.04];

export const kinds: readonly Kind[] = [
  {
    upper: [0.3, 0.34, 0.34, 0.33, 0.3, 0.24, 0.18, 0.15, 0.1],
    breadth: round,
    sole: 0.08,
    heel: 0,
    shaft: 0,
    laces: true,
    stripes: true,
    colours: ['#e8e8e4', '#2a5a9a', '#c83a30', '#3a3c42'],
    soles: ['#f4f2ec'],
  },
  {
    upper: [0.28, 0.32, 0.31, 0.3, 0.28, 0.22, 0.17, 0.15, 0.09],
    breadth: round,
    sole: 0.045,
    heel: 0.07,
    shaft: 0.55,
    laces: false,
    stripes: false,
    colours: ['#5a3a20', '#26221f', '#8a5a30'],
    soles: ['#1c1816'],
  },
  {
    upper: [0.24, 0.2, 0.11, 0.07, 0.06, 0.07, 0.11, 0.1, 0.05],
    breadth: pointed,
    sole: 0.03,
    heel: 0.4,
    shaft: 0,
    laces: false,
    stripes: false,
    colours: ['#b3202a', '#1c1c1e', '#e8a0b0'],
    soles: ['#2a201c'],
  },
  {
    upper: [0.26, 0.28, 0.26, 0.25, 0.24, 0.2, 0.16, 0.13, 0.08],
    breadth: pointed.map((half) => half + 0.02),
    sole: 0.035,
    heel: 0.07,
    shaft: 0,
    laces: true,
    stripes: false,
    colours: ['#1c1816', '#6a3a1c', '#7a2a20'],
    soles: ['#14110f'],
  },
  {
    upper: [0.24, 0.3, 0.3, 0.3, 0.28, 0.22, 0.17, 0.14, 0.1],
    breadth: round.map((half) => half * 1.08),
    sole: 0.05,
    heel: 0.03,
    shaft: 0.8,
    laces: false,
    stripes: false,
    colours: ['#e0b020', '#2f6b3c', '#c83a30', '#2a4a8a'],
    soles: ['#f0e8c8', '#1c1c1e'],
  },
  {
    upper: [0.3, 0.34, 0.34, 0.34, 0.32, 0.24, 0.18, 0.16, 0.11],
    breadth: round,
    sole: 0.06,
    heel: 0,
    shaft: 0.3,
    laces: true,
    stripes: false,
    colours: ['#2a2a2d', '#b3202a', '#c8a060'],
    soles: ['#f4f2ec', '#3a2a1c'],
  },
];
