interface Ring {
  readonly count: number;
  readonly length: number;
  readonly width: number;
  /** Angle of the petals above the horizontal plane of the flower, in radians. */
  readonly rise: number;
  /** Further rise from root to tip. */
  readonly curl: number;
}

export interface Kind {
  readonly rings: readonly Ring[];
  /** Radius of the middle. */
  readonly middle: number;
  /** Tilt of the flower towards the viewer, in radians. */
  readonly tilt: number;
  readonly petals: readonly string[];
  readonly centres: readonly string[];
  readonly leafLength: number;
  /** Length of a trumpet in the middle. */
  readonly trumpet?: number;
  /** Blossoms along the stem instead of one at its end. */
  readonly spike?: number;
}

export const kinds: Readonly<Record<string, Kind>> = {
  daisy: {
    rings: [{ count: 16, length: 0.36, width: 0.075, rise: 0.1, curl: 0.1 }],
    middle: 0.11,
    tilt: 1.2,
    petals: ['#f4f2ec', '#f0c8d8'],
    centres: ['#e0b020'],
    leafLength: 0.4,
  },
  tulip: {
    rings: [{ count: 6, length: 0.42, width: 0.2, rise: 1.0, curl: 0.75 }],
    middle: 0.04,
    tilt: 0.1,
    petals: ['#d02a3a', '#e8b020', '#8a3a9a', '#e87a9a'],
    centres: ['#4a5a20'],
    leafLength: 0.75,
  },
  sunflower: {
    rings: [
      { count: 22, length: 0.3, width: 0.07, rise: 0.15, curl: 0.2 },
      { count: 20, length: 0.25, width: 0.06, rise: 0.35, curl: 0.1 },
    ],
    middle: 0.24,
    tilt: 1.3,
    petals: ['#f0b818', '#e8941a'],
    centres: ['#3a2414'],
    leafLength: 0.5,
  },
  rose: {
    rings: [
      { count: 6, length: 0.36, width: 0.34, rise: 0.1, curl: 0.75 },
      { count: 5, length: 0.31, width: 0.31, rise: 0.45, curl: 0.8 },
      { count: 5, length: 0.27, width: 0.27, rise: 0.8, curl: 0.75 },
      { count: 4, length: 0.24, width: 0.22, rise: 1.1, curl: 0.6 },
    ],
    middle: 0.06,
    tilt: 0.95,
    petals: ['#b01428', '#d8506a', '#e8a0a8'],
    centres: ['#7a0f1c'],
    leafLength: 0.32,
  },
  poppy: {
    rings: [{ count: 5, length: 0.36, width: 0.34, rise: 0.45, curl: 0.25 }],
    middle: 0.08,
    tilt: 1.0,
    petals: ['#d8301e', '#e05a20'],
    centres: ['#1c1a2a'],
    leafLength: 0.35,
  },
  lily: {
    rings: [{ count: 6, length: 0.5, width: 0.12, rise: 0.75, curl: -0.9 }],
    middle: 0.05,
    tilt: 0.7,
    petals: ['#f4f0e4', '#f0a030', '#e07a9a'],
    centres: ['#8a5a20'],
    leafLength: 0.6,
  },
  daffodil: {
    rings: [{ count: 6, length: 0.34, width: 0.17, rise: 0.15, curl: 0.1 }],
    middle: 0.07,
    tilt: 1.25,
    petals: ['#f4e060', '#f8f0c8'],
    centres: ['#e88a1a'],
    leafLength: 0.8,
    trumpet: 0.2,
  },
  hyacinth: {
    rings: [{ count: 6, length: 0.15, width: 0.065, rise: 0.7, curl: -0.9 }],
    middle: 0.03,
    tilt: 1.1,
    petals: ['#6a5ad0', '#d070b0', '#f0e8f4'],
    centres: ['#e8e0a0'],
    leafLength: 0.6,
    spike: 15,
  },
};
