export interface Kind {
  readonly panels: number;
  /** Power of the slope: 2 is round, 1 a cone, less a pagoda. */
  readonly slope: number;
  readonly radius: number;
  readonly rise: number;
  /** How far the edge hangs in between the ribs; negative for a fringe that stands out. */
  readonly scallop: number;
  readonly handle: 'hook' | 'knob' | 'pole' | 'stand';
  readonly pattern: 'plain' | 'wedges' | 'rings';
  /** 0 closed … 1 open. */
  readonly open: number;
  readonly shaft: number;
}

export const kinds: Readonly<Record<string, Kind>> = {
  rain: {
    panels: 8,
    slope: 2,
    radius: 0.6,
    rise: 0.3,
    scallop: 0.08,
    handle: 'hook',
    pattern: 'plain',
    open: 1,
    shaft: 0.85,
  },
  beach: {
    panels: 8,
    slope: 2,
    radius: 0.75,
    rise: 0.28,
    scallop: 0.02,
    handle: 'pole',
    pattern: 'wedges',
    open: 1,
    shaft: 1.2,
  },
  furled: {
    panels: 8,
    slope: 2,
    radius: 0.12,
    rise: 0.75,
    scallop: 0.1,
    handle: 'hook',
    pattern: 'plain',
    open: 0,
    shaft: 0.95,
  },
  paper: {
    panels: 12,
    slope: 2,
    radius: 0.62,
    rise: 0.16,
    scallop: 0,
    handle: 'knob',
    pattern: 'rings',
    open: 1,
    shaft: 0.7,
  },
  dome: {
    panels: 6,
    slope: 2,
    radius: 0.5,
    rise: 0.5,
    scallop: 0.1,
    handle: 'knob',
    pattern: 'wedges',
    open: 1,
    shaft: 0.8,
  },
  pagoda: {
    panels: 8,
    slope: 0.75,
    radius: 0.58,
    rise: 0.42,
    scallop: 0.06,
    handle: 'hook',
    pattern: 'rings',
    open: 1,
    shaft: 0.95,
  },
  garden: {
    panels: 4,
    slope: 1.15,
    radius: 0.85,
    rise: 0.3,
    scallop: -0.18,
    handle: 'stand',
    pattern: 'plain',
    open: 1,
    shaft: 1.15,
  },
  golf: {
    panels: 8,
    slope: 1.7,
    radius: 0.72,
    rise: 0.26,
    scallop: 0.05,
    handle: 'knob',
    pattern: 'wedges',
    open: 1,
    shaft: 0.8,
  },
};
