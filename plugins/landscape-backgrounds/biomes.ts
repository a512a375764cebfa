import type { PlantKind } from './plants.ts';

export type Range = readonly [low: number, high: number];

/** What grows, `height` in metres; `count` of them stand before the camera. */
export interface Growth {
  readonly kind: PlantKind;
  readonly count: Range;
  readonly height: Range;
  /** One is taken for all plants of a picture. */
  readonly colours: readonly string[];
}

/** A kind of country; colours are sRGB, ranges are drawn from, lengths are metres. */
export interface Biome {
  /** Lower ground in patches of two colours, one pair is taken. */
  readonly soils: readonly (readonly [string, string])[];
  readonly rocks: readonly string[];
  /** Steepness from which rock lies bare. */
  readonly bareSlope: number;
  readonly nearRelief: Range;
  readonly farRelief: Range;
  readonly farStart: Range;
  readonly farShape: 'hills' | 'crests';
  /** Share of the height of the ground that is under water; 0 without. */
  readonly water: Range;
  /** Share of the far relief above which snow lies; above 1 none does. */
  readonly snow: Range;
  /** Share of the ground under woods. */
  readonly woods: Range;
  readonly woodColours: readonly string[];
  /** Strips of fields instead of patches. */
  readonly fields: boolean;
  readonly growth: readonly Growth[];
}

const conifers = ['#2f4a2c', '#37502f', '#2a4433', '#40552f'];
const leaves = ['#4f7030', '#5b7a34', '#446628', '#6b8238'];
const autumn = ['#a8642a', '#b98432', '#8f4a24', '#c29a3c'];
const grasses = ['#7d8a3c', '#8a8f4a', '#6f8438', '#a39a58'];
const greys = ['#7d7a74', '#8a8378', '#6d6a68', '#8f8577'];
const none: Range = [2, 2];

export const biomes: Readonly<Record<string, Biome>> = {
  alps: {
    soils: [
      ['#6d8440', '#8a9150'],
      ['#76863f', '#5c7438'],
      ['#8c8a4c', '#6f7c3e'],
    ],
    rocks: greys,
    bareSlope: 0.55,
    nearRelief: [25, 90],
    farRelief: [1100, 2600],
    farStart: [500, 2400],
    farShape: 'crests',
    water: [0, 0],
    snow: [0.35, 0.8],
    woods: [0.2, 0.6],
    woodColours: conifers,
    fields: false,
    growth: [
      { kind: 'conifer', count: [0, 60], height: [9, 26], colours: conifers },
      { kind: 'rock', count: [0, 14], height: [0.6, 2.5], colours: greys },
      { kind: 'grass', count: [20, 90], height: [0.25, 0.6], colours: grasses },
    ],
  },
  lake: {
    soils: [
      ['#66803c', '#7f8a48'],
      ['#6b7a45', '#86814f'],
    ],
    rocks: greys,
    bareSlope: 0.6,
    nearRelief: [30, 90],
    farRelief: [350, 1700],
    farStart: [700, 2800],
    farShape: 'crests',
    water: [0.3, 0.55],
    snow: [0.5, 1.3],
    woods: [0.4, 0.8],
    woodColours: conifers,
    fields: false,
    growth: [
      { kind: 'conifer', count: [0, 70], height: [8, 22], colours: conifers },
      { kind: 'rock', count: [0, 12], height: [0.5, 2], colours: greys },
      { kind: 'grass', count: [10, 80], height: [0.3, 0.9], colours: grasses },
    ],
  },
  meadow: {
    soils: [
      ['#74933c', '#8aa046'],
      ['#7f9a40', '#68873a'],
      ['#93a04e', '#7c8f40'],
    ],
    rocks: greys,
    bareSlope: 1.4,
    nearRelief: [20, 70],
    farRelief: [80, 380],
    farStart: [400, 2500],
    farShape: 'hills',
    water: [0, 0],
    snow: none,
    woods: [0.15, 0.5],
    woodColours: leaves,
    fields: false,
    growth: [
      { kind: 'broadleaf', count: [3, 45], height: [6, 17], colours: leaves },
      { kind: 'bush', count: [0, 30], height: [1, 3], colours: leaves },
      { kind: 'grass', count: [30, 140], height: [0.25, 0.7], colours: grasses },
    ],
  },
  farmland: {
    soils: [
      ['#8d9a46', '#b59a58'],
      ['#7f943f', '#c0a962'],
      ['#95693f', '#8f9b4a'],
    ],
    rocks: greys,
    bareSlope: 2,
    nearRelief: [15, 60],
    farRelief: [60, 260],
    farStart: [300, 1800],
    farShape: 'hills',
    water: [0, 0],
    snow: none,
    woods: [0.08, 0.3],
    woodColours: leaves,
    fields: true,
    growth: [
      { kind: 'broadleaf', count: [3, 40], height: [6, 15], colours: leaves },
      { kind: 'cypress', count: [0, 14], height: [7, 15], colours: ['#3c5230', '#34492e'] },
      { kind: 'grass', count: [0, 90], height: [0.3, 0.8], colours: grasses },
    ],
  },
  woodland: {
    soils: [
      ['#5f7236', '#7a7a44'],
      ['#6f6a3c', '#57692f'],
    ],
    rocks: greys,
    bareSlope: 1.2,
    nearRelief: [15, 60],
    farRelief: [120, 500],
    farStart: [400, 1800],
    farShape: 'hills',
    water: [0, 0],
    snow: none,
    woods: [0.6, 0.95],
    woodColours: [...conifers, ...leaves],
    fields: false,
    growth: [
      { kind: 'conifer', count: [0, 90], height: [10, 28], colours: conifers },
      { kind: 'broadleaf', count: [10, 80], height: [8, 20], colours: leaves },
      { kind: 'bush', count: [5, 40], height: [0.8, 2.5], colours: leaves },
      { kind: 'grass', count: [0, 80], height: [0.25, 0.7], colours: grasses },
    ],
  },
  autumn: {
    soils: [
      ['#8a7a40', '#9c8448'],
      ['#7d7c40', '#a08a50'],
    ],
    rocks: greys,
    bareSlope: 1.2,
    nearRelief: [20, 70],
    farRelief: [120, 600],
    farStart: [400, 2200],
    farShape: 'hills',
    water: [0, 0.2],
    snow: none,
    woods: [0.4, 0.9],
    woodColours: autumn,
    fields: false,
    growth: [
      { kind: 'broadleaf', count: [8, 70], height: [7, 18], colours: autumn },
      { kind: 'bare', count: [0, 14], height: [7, 15], colours: ['#5a4a3e', '#4a4038'] },
      { kind: 'conifer', count: [0, 25], height: [9, 22], colours: conifers },
      { kind: 'grass', count: [10, 90], height: [0.3, 0.7], colours: ['#a58c4a', '#94803e'] },
    ],
  },
  dunes: {
    soils: [
      ['#d3ab72', '#c99c62'],
      ['#ddc08c', '#cfae78'],
      ['#c98a55', '#bb7a48'],
    ],
    rocks: ['#b08a5e'],
    bareSlope: 9,
    nearRelief: [35, 110],
    farRelief: [80, 260],
    farStart: [300, 1500],
    farShape: 'crests',
    water: [0, 0],
    snow: none,
    woods: [0, 0],
    woodColours: ['#b08a5e'],
    fields: false,
    growth: [
      { kind: 'grass', count: [0, 16], height: [0.3, 0.8], colours: ['#a39a58', '#8c8450'] },
      { kind: 'bush', count: [0, 6], height: [0.5, 1.6], colours: ['#7d7a4a', '#8f8654'] },
    ],
  },
  canyon: {
    soils: [
      ['#b5734a', '#a5623e'],
      ['#c08a5c', '#a86a44'],
      ['#b58a68', '#9c6a4c'],
    ],
    rocks: ['#a4563a', '#b5694a', '#94523c'],
    bareSlope: 0.32,
    nearRelief: [20, 90],
    farRelief: [300, 1000],
    farStart: [500, 2500],
    farShape: 'crests',
    water: [0, 0],
    snow: none,
    woods: [0, 0.12],
    woodColours: ['#6a6a44'],
    fields: false,
    growth: [
      { kind: 'bush', count: [10, 70], height: [0.5, 1.8], colours: ['#77774c', '#6a7048', '#8a8258'] },
      { kind: 'rock', count: [2, 26], height: [0.6, 3.5], colours: ['#a4664a', '#b07a5c'] },
    ],
  },
  savanna: {
    soils: [
      ['#b39a58', '#a38a4c'],
      ['#a8954f', '#8f8c48'],
      ['#c0a765', '#a0864a'],
    ],
    rocks: ['#8f7a60'],
    bareSlope: 1.2,
    nearRelief: [6, 25],
    farRelief: [60, 420],
    farStart: [2500, 9000],
    farShape: 'hills',
    water: [0, 0],
    snow: none,
    woods: [0.05, 0.3],
    woodColours: ['#6a7340', '#7a7a44'],
    fields: false,
    growth: [
      { kind: 'acacia', count: [3, 36], height: [5, 11], colours: ['#6b7a3c', '#5d6e36', '#7a8044'] },
      { kind: 'bush', count: [5, 40], height: [0.8, 2.4], colours: ['#7d8048', '#6f7440'] },
      { kind: 'grass', count: [60, 200], height: [0.4, 1.1], colours: ['#b59c58', '#a89050', '#c0aa66'] },
    ],
  },
  coast: {
    soils: [
      ['#d8c194', '#c9b084'],
      ['#bfae88', '#a89c78'],
      ['#7f8a4a', '#a39a66'],
    ],
    rocks: ['#6f6a66', '#7d7468'],
    bareSlope: 0.7,
    nearRelief: [14, 40],
    farRelief: [40, 500],
    farStart: [1500, 8000],
    farShape: 'hills',
    water: [0.5, 0.8],
    snow: none,
    woods: [0.05, 0.5],
    woodColours: [...leaves, ...conifers],
    fields: false,
    growth: [
      { kind: 'grass', count: [0, 70], height: [0.3, 0.9], colours: ['#9a9a58', '#86904c'] },
      { kind: 'rock', count: [0, 20], height: [0.4, 2.2], colours: ['#6f6a66', '#7d7468'] },
      { kind: 'bush', count: [0, 10], height: [0.8, 2], colours: leaves },
    ],
  },
  winter: {
    soils: [
      ['#e4e8ee', '#d8dee8'],
      ['#e8eaee', '#cfd6e0'],
    ],
    rocks: ['#77787c', '#85858a'],
    bareSlope: 0.75,
    nearRelief: [18, 70],
    farRelief: [150, 1500],
    farStart: [300, 1800],
    farShape: 'crests',
    water: [0, 0],
    snow: [0, 0],
    woods: [0.2, 0.7],
    woodColours: ['#4a5652', '#59625e'],
    fields: false,
    growth: [
      { kind: 'conifer', count: [0, 80], height: [8, 24], colours: ['#5a6a66', '#43544c', '#75837f'] },
      { kind: 'bare', count: [0, 24], height: [6, 14], colours: ['#4a423c', '#5a5048'] },
      { kind: 'bush', count: [0, 14], height: [0.6, 1.8], colours: ['#6a6258', '#8a857c'] },
    ],
  },
  moor: {
    soils: [
      ['#7a6a4c', '#8a5f66'],
      ['#6f6a44', '#857a50'],
      ['#75605a', '#6a6c44'],
    ],
    rocks: greys,
    bareSlope: 0.9,
    nearRelief: [20, 80],
    farRelief: [120, 700],
    farStart: [600, 3000],
    farShape: 'hills',
    water: [0, 0.35],
    snow: none,
    woods: [0, 0.2],
    woodColours: ['#5c5a3c'],
    fields: false,
    growth: [
      { kind: 'grass', count: [40, 160], height: [0.3, 0.7], colours: ['#8f8450', '#7a7444', '#95706a'] },
      { kind: 'rock', count: [0, 30], height: [0.5, 2.4], colours: greys },
      { kind: 'bush', count: [0, 30], height: [0.5, 1.4], colours: ['#6a6a44', '#7a5c62'] },
    ],
  },
};
