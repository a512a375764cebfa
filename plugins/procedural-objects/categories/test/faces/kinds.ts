export const hairs = [
  'short',
  'long',
  'bald',
  'afro',
  'bun',
  'parted',
  'bob',
  'receding',
  'curly',
  'ponytail',
  'buzz',
] as const;

export const beards = ['none', 'full', 'moustache', 'goatee'] as const;

export type Hair = (typeof hairs)[number];

export type Beard = (typeof beards)[number];

export interface Kind {
  readonly hair: Hair;
  readonly beard: Beard;
  readonly glasses: boolean;
  readonly skin: string;
  readonly irises: readonly string[];
  readonly hairColour: string;
  /** Redness of the lips. */
  readonly lips: readonly [number, number];
  /** Half width at the corner of the jaw, thickness of the brows, half width of the neck. */
  readonly jaw: readonly [number, number];
  readonly brow: readonly [number, number];
  readonly neck: readonly [number, number];
}

const brown = ['#5a3a1e', '#3a2414', '#6b4a26'] as const;

const light = ['#4a7fae', '#5a8a55', '#7f95a0', '#8a6a34'] as const;

const masculine = {
  lips: [0.15, 0.3],
  jaw: [0.265, 0.305],
  brow: [0.016, 0.024],
  neck: [0.2, 0.235],
} as const;
const feminine = {
  lips: [0.5, 0.85],
  jaw: [0.225, 0.265],
  brow: [0.009, 0.014],
  neck: [0.155, 0.18],
} as const;

export const kinds: Readonly<Record<string, Kind>> = {
  'brown-haired-man': {
    ...masculine,
    hair: 'short',
    beard: 'none',
    glasses: false,
    irises: light,
    skin: '#d9a07c',
    hairColour: '#4a2e1a',
  },
  'blonde-woman': {
    ...feminine,
    hair: 'long',
    beard: 'none',
    glasses: false,
    irises: light,
    skin: '#ecbf9f',
    hairColour: '#c99a4a',
  },
  'bald-man': {
    ...masculine,
    hair: 'bald',
    beard: 'full',
    glasses: false,
    irises: light,
    skin: '#cf9872',
    hairColour: '#5a3018',
  },
  'curly-woman': {
    ...feminine,
    hair: 'afro',
    beard: 'none',
    glasses: false,
    irises: brown,
    skin: '#7a4a2e',
    hairColour: '#1c1512',
  },
  'grey-woman': {
    ...feminine,
    hair: 'bun',
    beard: 'none',
    glasses: true,
    irises: light,
    skin: '#e3b596',
    hairColour: '#a5a09c',
  },
  'dark-haired-man': {
    ...masculine,
    hair: 'parted',
    beard: 'moustache',
    glasses: false,
    irises: brown,
    skin: '#b67f56',
    hairColour: '#1b1310',
  },
  'black-haired-woman': {
    ...feminine,
    hair: 'bob',
    beard: 'none',
    glasses: false,
    irises: brown,
    skin: '#e6bb93',
    hairColour: '#1a1416',
  },
  'dark-skinned-man': {
    ...masculine,
    hair: 'receding',
    beard: 'goatee',
    glasses: true,
    irises: brown,
    skin: '#5a3722',
    hairColour: '#26201e',
  },
  'red-haired-man': {
    ...masculine,
    hair: 'curly',
    beard: 'none',
    glasses: false,
    irises: light,
    skin: '#ecbfa4',
    hairColour: '#9a4a1e',
  },
  'young-woman': {
    ...feminine,
    hair: 'ponytail',
    beard: 'none',
    glasses: false,
    irises: brown,
    skin: '#c48d66',
    hairColour: '#3a2216',
  },
  'shorn-man': {
    ...masculine,
    hair: 'buzz',
    beard: 'none',
    glasses: false,
    irises: brown,
    skin: '#8f5c3a',
    hairColour: '#1e1714',
  },
};
