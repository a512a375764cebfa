import type { FindingTable } from '../../core/contracts/findings.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import { probabilityWords } from '../../core/hypotheses/evidence-words.ts';
import { decimal } from '../../core/reporting/words.ts';
import { type Correlate, type CorrelationTest, testCorrelation } from './correlation-test.ts';
import { groupOf, independentClusters, type Model } from './models.ts';

const fewestGroups = 5;

/** What is found without one group of backbones. */
export interface Influence {
  readonly group: string;
  readonly left: number;
  readonly test: CorrelationTest;
}

/** The group without which the correlation is lowest; undefined with fewer than five groups, or where it is undefined. */
export function strongestInfluence(
  models: readonly Model[],
  correlate: Correlate,
  random: RandomStreams,
): Influence | undefined {
  const clusters = independentClusters(models);
  if (clusters.length < fewestGroups) return undefined;
  const without = clusters
    .map((cluster) => ({ cluster, rest: models.filter((_, row) => !cluster.includes(row)) }))
    .map(({ cluster, rest }) => ({ cluster, rest, value: plainValue(rest, correlate) }))
    .filter(({ value }) => Number.isFinite(value))
    .toSorted((a, b) => a.value - b.value);
  const lowest = without.at(0);
  if (!lowest) return undefined;
  const { cluster, rest } = lowest;
  return {
    group: cluster.length > 1 ? groupOf(models[cluster[0]].plan) : models[cluster[0]].plan.id,
    left: rest.length,
    test: testCorrelation(rest, independentClusters(rest), correlate, random),
  };
}

export function influenceTable({ group, left, test }: Influence): FindingTable {
  return {
    title: 'The correlation without the group of backbones that it hangs on most',
    columns: ['left out', 'backbones left', 'correlation', 'low', 'high', 'p (one-sided)'],
    rows: [[group, left, test.value, test.interval.low, test.interval.high, test.p]],
  };
}

export function influenceWords({ group, test }: Influence): string {
  return `It hangs most on ${group}: without it the correlation is ${decimal(test.value)} (${probabilityWords(test.p)}).`;
}

function plainValue(models: readonly Model[], correlate: Correlate): number {
  return correlate(
    models.map(({ performance }) => performance.accuracy),
    models.map(({ score }) => score.ceiled),
    models.map((_, row) => row),
  );
}
