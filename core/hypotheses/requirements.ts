import type { BackbonePlan, ScenePlan } from '../contracts/evidence.ts';
import { InputError } from '../errors/errors.ts';
import { listed } from '../reporting/words.ts';

/** Throws InputError: what a hypothesis needs, what the scene has, and what to add. */
export function lacking(hypothesis: string, needs: string, found: string, add: string): never {
  throw new InputError(`hypothesis ${hypothesis} needs ${needs}, but the scene has ${found}; add ${add}.`);
}

/** Regions of the scene, in its order. */
export function regionsOf({ populations }: ScenePlan): readonly string[] {
  return [...new Set(populations.flatMap(({ regions }) => regions))];
}

/** Refuses a scene without one of the regions. */
export function requireRegions(hypothesis: string, plan: ScenePlan, regions: readonly string[]): void {
  const known = regionsOf(plan);
  const missing = regions.filter((region) => !known.includes(region));
  if (missing.length > 0)
    lacking(
      hypothesis,
      `the ${missing.length > 1 ? 'regions' : 'region'} ${listed(missing)}`,
      known.length > 0 ? listed(known) : 'no region',
      `a population that has ${missing.length > 1 ? 'them' : 'it'}`,
    );
}

/** Refuses a scene with fewer backbones than `fewest` for which `fits` holds; `which` tells them in the plural. */
export function requireBackbones(
  hypothesis: string,
  plan: ScenePlan,
  fewest: number,
  which: string,
  fits: (backbone: BackbonePlan) => boolean = () => true,
): void {
  const count = plan.backbones.filter(fits).length;
  if (count < fewest) lacking(hypothesis, `${fewest} ${which} or more`, `${count}`, `some to backbones`);
}
