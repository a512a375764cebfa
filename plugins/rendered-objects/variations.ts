import type { RandomStream } from '../../core/contracts/random.ts';
import { canonicalLatents, type Latents } from '../../core/stage/latents.ts';

/** How far the latents go to either side; size goes from 1 / s to s. */
export interface Variation {
  readonly name: 'V0' | 'V3' | 'V6';
  /** Value of the column `variation`. */
  readonly level: 0 | 3 | 6;
  readonly reach: Latents;
}

/** The levels of the HvM image set. */
export const variations: readonly Variation[] = [
  { name: 'V0', level: 0, reach: canonicalLatents },
  { name: 'V3', level: 3, reach: { s: 1.3, ty: 0.3, tz: 0.6, rxy: 46, rxz: 45, ryz: 93 } },
  { name: 'V6', level: 6, reach: { s: 1.6, ty: 0.6, tz: 1.2, rxy: 90, rxz: 90, ryz: 168 } },
];

/** Latents drawn uniformly over their reach, size uniformly over its logarithm. */
export function drawLatents({ level, reach }: Variation, stream: RandomStream): Latents {
  if (level === 0) return canonicalLatents;
  const within = (bound: number) => stream.uniform(-bound, bound);
  return {
    s: Math.exp(within(Math.log(reach.s))),
    ty: within(reach.ty),
    tz: within(reach.tz),
    rxy: within(reach.rxy),
    rxz: within(reach.rxz),
    ryz: within(reach.ryz),
  };
}
