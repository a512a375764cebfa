import { describe, expect, test } from '@jest/globals';
import type { Frames } from '../../../core/contracts/pictures.ts';
import { complexAfferents } from '../../../plugins/v4-conjunction/afferents.ts';
import { type Lattice, latticeOf, orientationCount } from '../../../plugins/v4-conjunction/lattice.ts';
import { templateMatch } from '../../../plugins/v4-conjunction/match.ts';
import type { V4Neuroid } from '../../../plugins/v4-conjunction/neuroids.ts';
import { placementsOf, templateOf } from '../../../plugins/v4-conjunction/template.ts';
import { gratingFrames } from '../../support/gratings.ts';

const side = 64;
const format = { width: side, height: side, channels: 1, degrees: 8 } as const;
const lattice: Lattice = latticeOf(format);

const neuroid: V4Neuroid = {
  x: 0,
  y: 0,
  tolerance: 0.6,
  level: 1,
  fragments: [{ x: 0, y: 0, direction: 0, curvature: 0 }],
  threshold: 1,
  softness: 0.5,
  rates: { mean: 30, spontaneous: 4 },
};

/** An arc of a circle, drawn white on grey: its top (turned 0) or another part of it lies on the given place. */
function arc(radius: number, x: number, y: number, turned = 0): Frames {
  const data = new Uint8Array(side * side).fill(128);
  const angle = Math.PI / 2 + turned;
  const centreX = x - radius * Math.cos(angle);
  const centreY = y - radius * Math.sin(angle);
  for (let pixel = 0; pixel < data.length; pixel++) {
    const right = ((pixel % side) + 0.5) / 8 - 4 - centreX;
    const up = 4 - (Math.floor(pixel / side) + 0.5) / 8 - centreY;
    const near = Math.hypot(right + centreX - x, up + centreY - y) < 0.8;
    if (near && Math.abs(Math.hypot(right, up) - radius) < 0.12) data[pixel] = 255;
  }
  return { count: 1, height: side, width: side, channels: 1, data };
}

function match(of: Partial<V4Neuroid>, frames: Frames): number {
  const chosen = { ...neuroid, ...of };
  const map = complexAfferents(frames, lattice)[chosen.level][0];
  return templateMatch(map, lattice, templateOf(chosen), placementsOf(chosen, lattice));
}

const fragment = (direction: number, curvature: number) => [{ x: 0, y: 0, direction, curvature }];

describe('afferents', () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7])('of orientation %i answer their grating best', (orientation) => {
    const frames = gratingFrames(side, [
      { frequency: 2 / 8, orientation: (180 / orientationCount) * orientation },
    ]);
    const map = complexAfferents(frames, lattice)[1][0];
    const middle = Math.floor(lattice.rows / 2) * lattice.columns + Math.floor(lattice.columns / 2);
    const energies = Array.from(
      { length: orientationCount },
      (_, index) => map[index * lattice.rows * lattice.columns + middle],
    );
    expect(energies.indexOf(Math.max(...energies))).toBe(orientation);
    expect(energies[(orientation + 4) % 8]).toBeLessThan(0.05 * energies[orientation]);
  });

  test('are silent on a uniform picture', () => {
    const frames = {
      count: 1,
      height: side,
      width: side,
      channels: 1,
      data: new Uint8Array(side * side).fill(200),
    } as const;
    for (const level of complexAfferents(frames, lattice)) expect(Math.max(...level[0])).toBeLessThan(0.1);
  });
});

describe('a template', () => {
  test('prefers its direction', () => {
    const level = arc(50, 0, 0);
    expect(match({}, level)).toBeGreaterThan(2 * match({ fragments: fragment(Math.PI / 2, 0) }, level));
  });

  test('prefers its curvature', () => {
    const straight = { fragments: fragment(0, 0) };
    const curved = { fragments: fragment(0, -2) };
    const [flat, round] = [arc(50, 0, 0), arc(0.5, 0, 0)];
    expect(match(straight, flat)).toBeGreaterThan(1.1 * match(curved, flat));
    expect(match(curved, round)).toBeGreaterThan(1.1 * match(straight, round));
  });

  test('tells bulging up from bulging down', () => {
    const up = { fragments: fragment(0, -2) };
    expect(match(up, arc(0.5, 0, 0))).toBeGreaterThan(1.1 * match(up, arc(0.5, 0, 0, Math.PI)));
  });

  test('tolerates shifts within the receptive field and ends outside it', () => {
    const middle = match({}, arc(50, 0, 0));
    expect(match({}, arc(50, 0.3, 0.4))).toBeGreaterThan(0.7 * middle);
    expect(match({}, arc(50, 2.5, 2.5))).toBeLessThan(0.2 * middle);
  });

  test('sees the background too', () => {
    const blank = gratingFrames(side, [{ frequency: 1, orientation: 0, contrast: 0 }]);
    const textured = gratingFrames(side, [{ frequency: 2 / 8, orientation: 90 }]);
    expect(match({}, textured)).toBeGreaterThan(5 * match({}, blank));
  });
});
