import { woods } from '../../../shapes/colours.ts';
import { Sculpture } from '../../../shapes/sculpture.ts';
import type { Category } from '../../category.ts';
import type { Build } from './clock.ts';
import { buildAlarm, buildCuckoo, buildGrandfather, buildMantel, buildWall } from './clock-cases.ts';
import { buildDesk, buildPocket, buildWrist } from './small-clocks.ts';

interface Kind {
  readonly build: Build;
  /** Radius of the dial. */
  readonly radius: number;
  readonly cases: readonly string[];
}

const kinds: Readonly<Record<string, Kind>> = {
  wall: { build: buildWall, radius: 0.5, cases: ['#26272b', '#b3202a', '#e8e6e0', '#2f6fb5'] },
  alarm: { build: buildAlarm, radius: 0.4, cases: ['#b3202a', '#3c8a8c', '#e0b020'] },
  grandfather: { build: buildGrandfather, radius: 0.22, cases: woods },
  cuckoo: { build: buildCuckoo, radius: 0.24, cases: woods },
  mantel: { build: buildMantel, radius: 0.26, cases: woods },
  pocket: { build: buildPocket, radius: 0.36, cases: ['#c9a83a', '#b8bcc2', '#a87a4a'] },
  wrist: { build: buildWrist, radius: 0.3, cases: ['#c9a83a', '#b8bcc2', '#3a3c42'] },
  desk: { build: buildDesk, radius: 0.36, cases: ['#2f6b3c', '#b3202a', '#e8e6e0', '#d06a1e'] },
};

export const clocks: Category = {
  name: 'clocks',
  sculpt(identity) {
    const { build, radius, cases } = identity.kind(kinds);
    const sculpture = new Sculpture();
    build(sculpture, {
      radius: identity.near('radius', radius, 0.15),
      case: identity.colour('case', cases),
      dial: identity.colour('dial', ['#f4f0e4', '#e8dcc0', '#f8f8f6']),
      hands: identity.colour('hands', ['#1c1c1e', '#3a2414', '#22304a']),
      hour: identity.number('hour', 0, 2 * Math.PI),
      minute: identity.number('minute', 0, 2 * Math.PI),
    });
    return sculpture;
  },
};
