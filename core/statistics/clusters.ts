import type { RandomStream } from '../contracts/random.ts';

/** Items that are not independent of each other, cluster by cluster; every item is in one. */
export type Clusters = readonly (readonly number[])[];

/** Items in clusters of one name each, in the order in which the names appear. */
export function clustersByName(names: readonly string[]): Clusters {
  return [...new Set(names)].map((name) => names.flatMap((own, item) => (own === name ? [item] : [])));
}

/** Cluster bootstrap (Field & Welsh 2007): clusters are drawn with replacement, each with all its items. */
export function drawClusters(clusters: Clusters, random: RandomStream): readonly number[] {
  return clusters.flatMap(() => random.pick(clusters));
}

/**
 * For every item, the item whose value it gets when clusters change places: those of cluster c are dealt at random from
 * cluster `order[c]`, once all of these are dealt again from all. Clusters of one item give a plain permutation.
 */
export function exchangeClusters(
  clusters: Clusters,
  order: readonly number[],
  random: RandomStream,
): readonly number[] {
  const from = new Array<number>(clusters.reduce((total, { length }) => total + length, 0));
  clusters.forEach((items, cluster) => {
    const givers = clusters[order[cluster]];
    let dealt: number[] = [];
    items.forEach((item, position) => {
      const turn = position % givers.length;
      if (turn === 0) dealt = random.permutation(givers.length);
      from[item] = givers[dealt[turn]];
    });
  });
  return from;
}
