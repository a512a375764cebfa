import { z } from 'zod';
import type { RandomStream } from '../../core/contracts/random.ts';
import { canonicalLatents, type Latents, latentNames } from '../../core/stage/latents.ts';
import { type Distribution, distribution, distributionWithin, drawFrom, valuesOf } from './distribution.ts';

/** How each latent varies; those that are not named rest. */
export type View = Partial<Readonly<Record<keyof Latents, Distribution>>>;

export interface Variation {
  readonly name: string;
  /** Value of the column `variation`. */
  readonly level: number;
  readonly view: View;
}

const around = (reach: number): Distribution => ({ uniform: [-reach, reach] });
const ratio = (reach: number): Distribution => ({ 'log-uniform': [1 / reach, reach] });

/** The levels of the HvM image set. */
export const hvm = {
  V0: { name: 'V0', level: 0, view: {} },
  V3: {
    name: 'V3',
    level: 3,
    view: {
      s: ratio(1.3),
      ty: around(0.3),
      tz: around(0.6),
      rxy: around(46),
      rxz: around(45),
      ryz: around(93),
    },
  },
  V6: {
    name: 'V6',
    level: 6,
    view: {
      s: ratio(1.6),
      ty: around(0.6),
      tz: around(1.2),
      rxy: around(90),
      rxz: around(90),
      ryz: around(168),
    },
  },
} as const satisfies Readonly<Record<string, Variation>>;

/** Object and camera must not meet. */
const largestSize = 8;
const smallestSize = 0.01;

const latent = (meaning: string) => distribution.optional().describe(meaning);

/** A variation of one's own, as scenes write it. */
export const ownVariation = z.strictObject({
  level: z.number().describe('Value of the column `variation`.'),
  like: z
    .enum(['V0', 'V3', 'V6'])
    .default('V0')
    .describe('Where latents come from that are not named here; with V0 they rest.'),
  s: distributionWithin(smallestSize, largestSize)
    .optional()
    .describe('Size: 1 fills 0.4 of the picture at most.'),
  ty: latent('To the right, in scene units; the picture is 3 wide.'),
  tz: latent('Upwards, in scene units.'),
  rxy: latent("Yaw in degrees: the front turns to the viewer's right."),
  rxz: latent('Pitch in degrees: the top tips towards the viewer.'),
  ryz: latent('Roll in degrees, counter-clockwise.'),
});

export type OwnVariation = z.infer<typeof ownVariation>;

/** HvM's variations and those of the scene, by name. */
export function variationsOf(own: Readonly<Record<string, OwnVariation>>): ReadonlyMap<string, Variation> {
  const named = Object.entries(own).map(([name, { level, like, ...view }]): [string, Variation] => [
    name,
    { name, level, view: { ...hvm[like].view, ...view } },
  ]);
  return new Map([...Object.entries<Variation>(hvm), ...named]);
}

/** Draws the latents that a design leaves open, always in the same order. */
export function drawLatents({ view }: Variation, given: Partial<Latents>, stream: RandomStream): Latents {
  const latents: Record<keyof Latents, number> = { ...canonicalLatents, ...given };
  for (const name of latentNames) {
    const spread = view[name];
    if (spread && given[name] === undefined) latents[name] = drawFrom(spread, stream);
  }
  return latents;
}

/** Every combination of the values that lists and grids give; none where there is neither. */
export function combinationsOf({ view }: Variation): readonly Partial<Latents>[] {
  const axes = latentNames.flatMap((name) => {
    const values = valuesOf(view[name] ?? {});
    return values ? [{ name, values }] : [];
  });
  if (axes.length === 0) return [];
  return axes.reduce<readonly Partial<Latents>[]>(
    (combinations, { name, values }) =>
      combinations.flatMap((combination) => values.map((value) => ({ ...combination, [name]: value }))),
    [{}],
  );
}
