import { woods } from '../../../shapes/colours.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import type { Category } from '../../category.ts';
import { buildDining, buildPedestal, buildShelf, buildTripod } from './room-tables.ts';
import type { Build } from './table.ts';
import { buildDesk, buildGlass, buildPicnic, buildTrestle } from './work-tables.ts';

interface Kind {
  /** Width, depth, height, thickness of the top. */
  readonly size: readonly [number, number, number, number];
  readonly tops: readonly string[];
  readonly frames: readonly string[];
  readonly build: Build;
}

const kinds: Readonly<Record<string, Kind>> = {
  dining: { size: [1.5, 0.85, 0.74, 0.04], tops: woods, frames: woods, build: buildDining },
  pedestal: {
    size: [1.05, 1.05, 0.74, 0.04],
    tops: woods,
    frames: ['#4a2f1d', '#e9e6de', '#6d4424'],
    build: buildPedestal,
  },
  shelf: {
    size: [1.1, 0.6, 0.45, 0.035],
    tops: ['#c79a63', '#b07d4b', '#e9e6de'],
    frames: ['#8a5a33', '#2a2a2d'],
    build: buildShelf,
  },
  picnic: {
    size: [1.7, 0.72, 0.74, 0.04],
    tops: ['#b8864e', '#7a5a3a', '#8f6f4a'],
    frames: ['#6d4424', '#5a4a3a'],
    build: buildPicnic,
  },
  desk: {
    size: [1.4, 0.68, 0.75, 0.035],
    tops: ['#e3ddd0', '#b07d4b', '#6d4424'],
    frames: ['#8a5a33', '#e9e6de', '#4a2f1d'],
    build: buildDesk,
  },
  tripod: {
    size: [0.55, 0.55, 0.56, 0.025],
    tops: ['#d9a520', '#e9e6de', '#3c6a5a', '#c79a63'],
    frames: ['#b07d4b', '#2a2a2d'],
    build: buildTripod,
  },
  glass: {
    size: [1.3, 0.8, 0.7, 0.022],
    tops: ['#7fa8a8', '#9fb8c0'],
    frames: ['#a8acb2', '#2a2a2d', '#b08a3a'],
    build: buildGlass,
  },
  trestle: {
    size: [1.6, 0.75, 0.74, 0.045],
    tops: ['#e3c79a', '#8a5a33', '#f0efe9'],
    frames: ['#c79a63', '#2a2a2d', '#6d4424'],
    build: buildTrestle,
  },
};

export const tables: Category = {
  name: 'tables',
  sculpt(identity) {
    const { size, tops, frames, build } = identity.kind(kinds);
    const sculpture = new Sculpture();
    build(sculpture, {
      width: identity.near('width', size[0], 0.14),
      depth: identity.near('depth', size[1], 0.14),
      height: identity.near('height', size[2], 0.14),
      thickness: identity.near('thickness', size[3], 0.14),
      top: identity.colour('top', tops),
      frame: identity.colour('frame', frames),
    });
    return sculpture;
  },
};
