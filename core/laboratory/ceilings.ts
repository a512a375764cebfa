import type { LinearAlgebra } from '../contracts/linear-algebra.ts';
import { reliabilityPerNeuroid, reliabilityUnderWeights } from '../statistics/reliability.ts';
import { median, weightedMedian } from '../statistics/summaries.ts';
import { type Artifact, artifact } from '../store/artifact.ts';
import { jsonCodec } from '../store/json-codec.ts';
import type { Store } from '../store/store.ts';
import { definedCorrelations } from './predictions.ts';
import type { Protocol } from './protocols.ts';
import type { Recording } from './recordings.ts';
import type { Resampling } from './resampling.ts';
import { countsOf, rowOf, testGroups } from './test-groups.ts';

/** Noise ceiling of one group of test rows: median reliability over neuroids, and its bootstrap draws. */
export interface GroupCeiling {
  readonly ceiling: number;
  readonly draws: readonly number[];
}

/** Noise ceilings of a region on the very stimuli on which its predictions are tested. */
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
      algebra: algebra.identity,
    },
    codec: jsonCodec(),
    compute: async () => {
      const { columns, rows: stimuli } = recording.means;
      const stimulusCounts = resampling.stimuli(stimuli);
      const neuroidCounts = resampling.neuroids(`${recording.population}/${recording.region}`, columns);
      const halves = recording.halves();
      return groups.map(({ rows }) => {
        const drawn = reliabilityUnderWeights(halves, rows, countsOf(stimulusCounts, rows), algebra);
        return {
          ceiling: median(definedCorrelations(reliabilityPerNeuroid(halves, rows))),
          draws: Array.from({ length: resampling.draws }, (_, draw) =>
            weightedMedian(definedCorrelations(rowOf(drawn, draw)), rowOf(neuroidCounts, draw)),
          ),
        };
      });
    },
  });
}
