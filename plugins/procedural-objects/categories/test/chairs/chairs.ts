import { fabrics, woods } from '../../../shapes/colours.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import type { Category } from '../../category.ts';
import type { Build } from './chair.ts';
import { buildBar, buildOffice, buildShell } from './modern-chairs.ts';
import { buildArmchair, buildWing } from './upholstered-chairs.ts';
import { buildBentwood, buildRocker, buildSlatted } from './wooden-chairs.ts';

interface Kind {
  /** Width, depth, seat height, back height, lean. */
  readonly size: readonly [number, number, number, number, number];
  readonly frames: readonly string[];
  readonly covers: readonly string[];
  readonly build: Build;
}

const kinds: Readonly<Record<string, Kind>> = {
  slatted: { size: [0.44, 0.42, 0.46, 0.5, 0.12], frames: woods, covers: woods, build: buildSlatted },
  armchair: { size: [0.9, 0.8, 0.42, 0.5, 0.15], frames: woods, covers: fabrics, build: buildArmchair },
  office: {
    size: [0.5, 0.48, 0.5, 0.56, 0.12],
    frames: ['#26272b', '#8c9096'],
    covers: ['#2b2d33', '#2f4a6d', '#8c2f39'],
    build: buildOffice,
  },
  shell: {
    size: [0.5, 0.46, 0.45, 0.42, 0.3],
    frames: ['#c79a63', '#b07d4b'],
    covers: ['#e8e6df', '#d0561e', '#3c8a8c'],
    build: buildShell,
  },
  rocker: {
    size: [0.54, 0.5, 0.44, 0.72, 0.22],
    frames: ['#6d4424', '#4a2f1d'],
    covers: ['#6d4424', '#8a5a33'],
    build: buildRocker,
  },
  bentwood: {
    size: [0.42, 0.42, 0.46, 0.48, 0.1],
    frames: ['#2a1a12', '#5a3018'],
    covers: ['#c8a06a', '#8a5a33'],
    build: buildBentwood,
  },
  bar: {
    size: [0.4, 0.38, 0.76, 0.3, 0.1],
    frames: ['#8c9096', '#1f2024'],
    covers: ['#b3202a', '#e8e6df', '#3c3c42'],
    build: buildBar,
  },
  wing: {
    size: [0.76, 0.66, 0.44, 0.68, 0.14],
    frames: ['#4a2f1d'],
    covers: ['#5d7052', '#2f4a6d', '#7a2430'],
    build: buildWing,
  },
};

export const chairs: Category = {
  name: 'chairs',
  sculpt(identity) {
    const { size, frames, covers, build } = identity.kind(kinds);
    const sculpture = new Sculpture();
    build(sculpture, {
      width: identity.near('width', size[0]),
      depth: identity.near('depth', size[1]),
      seat: identity.near('seat', size[2]),
      back: identity.near('back', size[3]),
      lean: identity.near('lean', size[4], 0.2),
      frame: identity.colour('frame', frames),
      cover: identity.colour('cover', covers),
    });
    return sculpture;
  },
};
