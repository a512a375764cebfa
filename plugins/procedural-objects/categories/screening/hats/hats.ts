import { Sculpture } from '../../../shapes/sculpture.ts';
import { cylinder } from '../../../shapes/solids.ts';
import type { Category } from '../../category.ts';
import { buildBoater, buildBowler, buildCowboy, buildTop, buildWitch } from './brimmed-hats.ts';
import { type Build, crown } from './hat.ts';
import { buildBeanie, buildCap, buildChef } from './soft-hats.ts';

interface Kind {
  readonly build: Build;
  readonly felts: readonly string[];
  /** Height of the underside. */
  readonly base: number;
}

const bright = ['#b3202a', '#1f4e8c', '#2f6b3c', '#e0b020', '#3c3c42'];

const kinds: Readonly<Record<string, Kind>> = {
  top: { build: buildTop, felts: ['#1c1c20', '#3a3a44', '#4a2a2a'], base: -0.02 },
  cowboy: { build: buildCowboy, felts: ['#8a5a33', '#c79a63', '#3a2a1c', '#d8ccb4'], base: -0.02 },
  cap: { build: buildCap, felts: bright, base: 0 },
  boater: { build: buildBoater, felts: bright, base: -0.015 },
  beanie: { build: buildBeanie, felts: bright, base: -0.01 },
  witch: { build: buildWitch, felts: ['#241c30', '#1c1c20', '#3a2450'], base: -0.036 },
  bowler: { build: buildBowler, felts: ['#1c1c20', '#5a3c28', '#4a4e54'], base: -0.01 },
  chef: { build: buildChef, felts: bright, base: 0 },
};

/** As worn by somebody who looks at the viewer. */
export const hats: Category = {
  name: 'hats',
  sculpt(identity) {
    const { build, felts, base } = identity.kind(kinds);
    const sculpture = new Sculpture();
    build(sculpture, {
      height: identity.number('height', 0.85, 1.2),
      brim: identity.number('brim', 0.16, 0.24),
      felt: identity.colour('felt', felts),
      band: identity.colour('band', ['#b3202a', '#1f4e8c', '#e8e0cc', '#2a2a2e', '#d9a520']),
    });
    // What is seen of the inside from below.
    sculpture.add(cylinder(crown * 0.9, crown * 0.9, 0.004, 28), {
      paint: '#17141a',
      finish: 'matte',
      at: [0, base, 0],
      scale: [1, 1, 1.15],
    });
    return sculpture;
  },
};
