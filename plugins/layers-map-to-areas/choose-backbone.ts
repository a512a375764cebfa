import type { Evidence } from '../../core/contracts/hypothesis.ts';
import { InputError } from '../../core/errors/errors.ts';

export const fewestLayers = 3;

/**
 * The backbone whose layers are mapped, undefined when none has enough layers. Throws InputError when the one
 * asked for is not there or has too few.
 */
export function chooseBackbone(evidence: Evidence, asked?: string): string | undefined {
  const candidates = [...evidence.depth.keys()]
    .map((backbone) => ({
      backbone,
      layers: scoredLayers(evidence, backbone),
      accuracy: accuracy(evidence, backbone),
    }))
    .filter(({ layers }) => layers >= fewestLayers);
  if (asked === undefined)
    return candidates.toSorted((a, b) => compare(b.accuracy, a.accuracy) || b.layers - a.layers).at(0)
      ?.backbone;
  if (candidates.some(({ backbone }) => backbone === asked)) return asked;
  throw new InputError(
    `hypothesis layers-map-to-areas: backbone "${asked}" does not have ${fewestLayers} scored layers; ` +
      `${candidates.length > 0 ? `these have: ${candidates.map(({ backbone }) => backbone).join(', ')}` : 'no backbone of the scene has'}.`,
  );
}

function scoredLayers({ layers }: Evidence, backbone: string): number {
  return new Set(layers.filter((score) => score.backbone === backbone).map(({ layer }) => layer)).size;
}

function accuracy({ performance }: Evidence, backbone: string): number {
  const own = performance.filter((entry) => entry.backbone === backbone);
  return Math.max(Number.NEGATIVE_INFINITY, ...own.map((entry) => entry.accuracy));
}

/** Like a subtraction, but two infinities are equal. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
