import { mean } from '../../../core/statistics/summaries.ts';
import type { Network, Study } from '../measures/measure-network.ts';
import type { Criterion } from '../measures/unit-selectivity.ts';
import type { Measurement } from './estimate.ts';
import type { Result } from './finding.ts';

/** Share of the chosen layer's units that are selective for a class. */
export function shareOf(
  { selectivity }: Network,
  { layer, localizer, options }: Study,
  {
    criterion = 'rank-sum',
    name = options.category,
  }: { readonly criterion?: Criterion; readonly name?: string } = {},
): number {
  const place = localizer.findIndex((own) => own.name === name);
  return selectivity.layers.find((own) => own.layer === layer)?.shares[criterion][place] ?? 0;
}

/** The share of the category by rank-sum, and without each group of images. */
export function shareMeasurement(network: Network, study: Study): Measurement {
  return { value: shareOf(network, study), without: network.selectivity.withoutImages };
}

export function meanShare(
  { networks }: Result,
  study: Study,
  which: Parameters<typeof shareOf>[2] = {},
): number {
  return mean(networks.map((network) => shareOf(network, study, which)));
}

export function meanShuffled({ networks }: Result): number {
  return mean(networks.map(({ selectivity }) => selectivity.shuffled));
}
