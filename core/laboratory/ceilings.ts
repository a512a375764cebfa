import type { LinearAlgebra } from '../contracts/linear-algebra.ts';
import { reliabilityPerNeuroid, reliabilityUnderWeights } from '../statistics/reliability.ts';
import { median, weightedMedian } from '../statistics/summaries.ts';
import { type Artifact, artifact } from '../store/artifact.ts';
import { jsonCodec } from '../store/json-codec.ts';
import type { Store } from '../store/store.ts';
import { definedCorrelations } from './predictions.ts';
import type { Protocol } from './protocols.ts';
import { neuroidsOf, type Recording } from './recorded-region.ts';
import type { Resampling } from './resampling.ts';
import { countsOf, foldsOf, rowOf, stimuliOf, testGroups } from './test-groups.ts';

/** Noise ceiling of one group of test rows: median reliability over neuroids, and the same for every resample. */
export interface GroupCeiling {
  readonly ceiling: number;
  readonly resampled: readonly number[];
}

/** Noise ceilings of a region on the very stimuli on which its predictions are tested; none where these were shown once. */
export function ceilings(
  store: Store,
  recording: Recording,
  protocol: Protocol,
  resampling: Resampling,
  algebra: LinearAlgebra,
): Artifact<readonly GroupCeiling[]> {
  const groups = testGroups(protocol);
  return artifact(store, {
    kind: 'ceilings',
    key: {
      responses: recording.key,
      region: recording.region,
      halves: recording.halvesKey,
      rows: groups.map(({ rows }) => rows),
      resampling: resampling.key,
      protocol: protocol.id,
      algebra: algebra.identity,
    },
    codec: jsonCodec(),
    compute: async () => {
      const [stimulusCounts, neuroidCounts] = resampling.counts(
        stimuliOf(recording.means),
        neuroidsOf(recording),
        foldsOf(protocol),
      );
      const halves = recording.halves?.();
      if (!halves) return [];
      return groups.map(({ rows }) => {
        const drawn = reliabilityUnderWeights(halves, rows, countsOf(stimulusCounts, rows), algebra);
        return {
          ceiling: median(definedCorrelations(reliabilityPerNeuroid(halves, rows))),
          resampled: Array.from({ length: drawn.rows }, (_, draw) =>
            weightedMedian(definedCorrelations(rowOf(drawn, draw)), rowOf(neuroidCounts, draw)),
          ),
        };
      });
    },
  });
}
