import type { Evidence, ScenePlan } from '../../core/contracts/evidence.ts';
import { InputError } from '../../core/errors/errors.ts';
import { lacking, regionsOf } from '../../core/hypotheses/requirements.ts';
import { listed } from '../../core/reporting/words.ts';
import type { Options } from './options.ts';

const id = 'layers-map-to-areas';
const fewestLayers = 3;
const fewestRegions = 2;

/** Refuses a scene without two of the regions, or without a backbone of three scored layers. */
export function requireLayersAndRegions(plan: ScenePlan, { backbones, order }: Options): void {
  const known = regionsOf(plan);
  const present = order.filter((region) => known.includes(region));
  if (present.length < fewestRegions)
    lacking(
      id,
      `two or more of the regions ${listed(order)}`,
      present.length > 0 ? `only ${present[0]}` : known.length > 0 ? `only ${listed(known)}` : 'no region',
      'a population of another of them',
    );
  const deep = deepBackbones(plan);
  if (deep.length === 0)
    lacking(
      id,
      `a backbone with ${fewestLayers} scored layers or more`,
      'none',
      'one to backbones, for instance { plugin: cnn }, or more layers to its key scored',
    );
  const shallow = backbones?.find((backbone) => !deep.includes(backbone));
  if (shallow !== undefined)
    throw new InputError(
      `hypothesis ${id}: the backbone "${shallow}" is not there or has fewer than ${fewestLayers} scored layers; ` +
        `name one of ${deep.join(', ')}.`,
    );
}

/** Those asked for, or else the one that performs best. */
export function chooseBackbones(evidence: Evidence, { backbones }: Options): readonly string[] {
  if (backbones) return backbones;
  const layersOf = (backbone: string) => evidence.depth.get(backbone)?.length ?? 0;
  return deepBackbones(evidence.plan)
    .map((backbone) => ({ backbone, layers: layersOf(backbone), accuracy: accuracy(evidence, backbone) }))
    .toSorted((a, b) => compare(b.accuracy, a.accuracy) || b.layers - a.layers)
    .slice(0, 1)
    .map(({ backbone }) => backbone);
}

function deepBackbones(plan: ScenePlan): readonly string[] {
  return plan.backbones.filter(({ layers }) => layers.length >= fewestLayers).map((backbone) => backbone.id);
}

function accuracy({ performance }: Evidence, backbone: string): number {
  const own = performance.filter((entry) => entry.backbone === backbone);
  return Math.max(Number.NEGATIVE_INFINITY, ...own.map((entry) => entry.accuracy));
}

/** Like a subtraction, but two infinities are equal. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
