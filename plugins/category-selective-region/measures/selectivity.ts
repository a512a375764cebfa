import type { BackboneEvidence } from '../../../core/contracts/evidence.ts';
import type { Matrix, SingleMatrix } from '../../../core/contracts/linear-algebra.ts';
import type { RandomStreams } from '../../../core/contracts/random.ts';
import type { Options } from '../options.ts';
import { withoutGroups } from './image-groups.ts';
import {
  type ClassImages,
  type Criterion,
  type Selective,
  selectiveByRank,
  selectiveUnits,
} from './unit-selectivity.ts';

/** How many units of a layer are selective for which class. */
export interface LayerShares {
  readonly layer: string;
  readonly units: number;
  /** Per criterion, shares of all units in the order of the classes. */
  readonly shares: Readonly<Record<Criterion, readonly number[]>>;
}

/** What one backbone answers to the localizer. */
export interface Selectivity {
  readonly layers: readonly LayerShares[];
  /** Units of the chosen layer that are selective for the category, by rank-sum. */
  readonly selective: readonly number[];
  /** Their share without each group of images. */
  readonly withoutImages: readonly number[];
  /** Their share with the labels shuffled, mean. */
  readonly shuffled: number;
}

export async function measureSelectivity(
  backbone: BackboneEvidence,
  classes: readonly ClassImages[],
  chosen: string,
  options: Options,
  random: RandomStreams,
): Promise<Selectivity> {
  const layers: LayerShares[] = [];
  for (const { name } of backbone.layers)
    layers.push(layerShares(name, await valuesOf(backbone, name, options.localizer), classes, options));
  const values = await valuesOf(backbone, chosen, options.localizer);
  const place = classes.findIndex(({ name }) => name === options.category);
  const byRank = (images: readonly ClassImages[]) => selectiveByRank(values, images, options.rankSum);
  const shuffles = random.scope(`shuffles/${backbone.id}`);
  const shuffled = Array.from({ length: options.shuffles }, (_, shuffle) =>
    shareOf(byRank(shuffleLabels(classes, shuffles, shuffle)), place),
  );
  return {
    layers,
    selective: Array.from(byRank(classes)).flatMap((best, unit) => (best === place ? [unit] : [])),
    withoutImages: withoutGroups(classes).map((images) => shareOf(byRank(images), place)),
    shuffled: shuffled.reduce((sum, share) => sum + share, 0) / shuffled.length,
  };
}

export async function valuesOf(
  backbone: BackboneEvidence,
  layer: string,
  set: string,
): Promise<Matrix | SingleMatrix> {
  return (await backbone.features(layer, set)).values();
}

export function shareOf(selective: Selective, place: number): number {
  return selective.filter((own) => own === place).length / selective.length;
}

function layerShares(
  layer: string,
  values: Matrix | SingleMatrix,
  classes: readonly ClassImages[],
  options: Options,
): LayerShares {
  const found = selectiveUnits(values, classes, options);
  const shares = (selective: Selective) => classes.map((_, place) => shareOf(selective, place));
  return {
    layer,
    units: values.columns,
    shares: {
      'rank-sum': shares(found['rank-sum']),
      index: shares(found.index),
      sensitivity: shares(found.sensitivity),
      'Welch t': shares(found['Welch t']),
    },
  };
}

/** The same images dealt out anew, classes keeping their sizes. */
function shuffleLabels(
  classes: readonly ClassImages[],
  random: RandomStreams,
  shuffle: number,
): readonly ClassImages[] {
  const images = classes.flatMap(({ rows }) => rows);
  const order = random.stream(`${shuffle}`).permutation(images.length);
  let next = 0;
  return classes.map(({ name, rows }) => ({ name, rows: rows.map(() => images[order[next++]]) }));
}
