import type { FindingTable } from '../../core/contracts/findings.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import { holm } from '../../core/statistics/multiple-comparisons.ts';
import { testCorrelation } from './correlation-test.ts';
import { plainCorrelation } from './correlations.ts';
import { cloudOf, type Model, trainings } from './models.ts';
import type { Options } from './options.ts';

const fewestOfCloud = 4;

/** The correlation within each cloud of four backbones or more; undefined where there is none, or no other cloud. */
export function cloudTable(
  models: readonly Model[],
  kind: Options['correlation'],
  random: RandomStreams,
): FindingTable | undefined {
  const clouds = [...new Set(models.map(({ plan }) => cloudOf(plan)))];
  if (clouds.length === 1) return undefined;
  const tested = clouds
    .map((cloud) => ({ cloud, own: models.filter(({ plan }) => cloudOf(plan) === cloud) }))
    .filter(({ own }) => own.length >= fewestOfCloud)
    .map(({ cloud, own }) => ({
      cloud,
      own,
      test: testCorrelation(own, trainings(own), plainCorrelation(kind), random.scope(cloud)),
    }))
    .filter(({ test }) => Number.isFinite(test.value));
  if (tested.length === 0) return undefined;
  const adjusted = holm(tested.map(({ test }) => test.p));
  return {
    title: 'The correlation within each cloud',
    columns: ['cloud', 'backbones', 'trainings', 'correlation', 'low', 'high', 'p (Holm)'],
    rows: tested.map(({ cloud, own, test }, index) => [
      cloud,
      own.length,
      test.clusters,
      test.value,
      test.interval.low,
      test.interval.high,
      adjusted[index],
    ]),
  };
}
