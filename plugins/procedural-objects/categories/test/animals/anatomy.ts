import type { Point } from '../../../shapes/points.ts';
import type { Station } from '../../../shapes/stem.ts';
import type { Individual } from './parameters.ts';

/** Height and place along the body, half width and half thickness of a section in the middle plane. */
export type Section = readonly [y: number, z: number, halfWidth: number, halfThickness: number];

/** The standard of a species on four legs; a horse-like body is about 1 long. */
export interface Anatomy {
  /** From the rump to the shoulders. */
  readonly torso: readonly Section[];
  /** Between shoulders and head. */
  readonly neck: readonly Section[];
  /** Middle of the skull; sections of the head from there to the tip of the snout, relative to it. */
  readonly skull: readonly [y: number, z: number];
  readonly head: readonly Section[];
  /** Legs of the viewer's right side, from within the torso down to the foot. */
  readonly foreleg: readonly Station[];
  readonly hindleg: readonly Station[];
  readonly tail: readonly Section[];
}

/** Where the parts of one animal lie. */
export interface Body {
  readonly spine: readonly Station[];
  readonly foreleg: readonly Station[];
  readonly hindleg: readonly Station[];
  readonly tail: readonly Station[];
  readonly skull: Point;
  /** Number of the station of the spine at which the head begins. */
  readonly headStart: number;
}

/** The standard stretched to the sizes of one animal. */
export function stretch(standard: Anatomy, animal: Individual): Body {
  const { torso, neck, head } = standard;
  const { bodyLength, girth, legLength, neckLength, headSize, snoutLength, tailLength } = animal;
  const hips = standard.hindleg[0][1];
  const lift = 0.7 * (legLength - 1) * hips;
  const trunk = torso.map(([y, z, w, h]): Station => [0, y + lift, z * bodyLength, w * girth, h * girth]);
  const [, y0, z0] = trunk[trunk.length - 1];
  const [chestY, chestZ] = torso[torso.length - 1];
  const nape = neck.map(
    ([y, z, w, h]): Station => [
      0,
      y0 + (y - chestY) * neckLength,
      z0 + (z - chestZ) * neckLength,
      w * girth,
      h * girth,
    ],
  );
  const skull: Point = [
    0,
    y0 + (standard.skull[0] - chestY) * neckLength,
    z0 + (standard.skull[1] - chestZ) * neckLength,
  ];
  const snout = (z: number) => z * headSize * (z > head[1][1] ? snoutLength : 1);
  const face = head.map(
    ([y, z, w, h]): Station => [0, skull[1] + y * headSize, skull[2] + snout(z), w * headSize, h * headSize],
  );
  const raised = (y: number) => y + 0.7 * (legLength - 1) * Math.min(y, hips);
  const leg = (stations: readonly Station[]) =>
    [rootOf(stations[0]), ...stations].map(
      ([x, y, z, w, h]): Station => [x * girth, raised(y), z * bodyLength, w, h],
    );
  return {
    spine: [...trunk, ...nape, ...face],
    foreleg: leg(standard.foreleg),
    hindleg: leg(standard.hindleg),
    tail: standard.tail.map(([y, z, w, h], index): Station => {
      const [rootY, rootZ] = standard.tail[0];
      const long = index === 0 ? 1 : tailLength;
      return [0, rootY + lift + (y - rootY) * long, rootZ * bodyLength + (z - rootZ) * long, w, h];
    }),
    skull,
    headStart: torso.length + neck.length,
  };
}

/** The end of a leg within the torso. */
function rootOf([x, y, z, , thickness]: Station): Station {
  return [x * 0.6, y + thickness * 0.45, z, 0.01, thickness * 0.25];
}
