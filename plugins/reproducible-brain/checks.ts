import type { RegionResponses, ScoreEvidence } from '../../core/contracts/evidence.ts';
import { probabilityWords } from '../../core/hypotheses/evidence-words.ts';
import { significance } from '../../core/hypotheses/verdict.ts';
import { decimal } from '../../core/reporting/words.ts';
import { columnCorrelations } from '../../core/statistics/correlation.ts';
import { mean, median } from '../../core/statistics/summaries.ts';
import { digestOf } from './digest.ts';
import type { Options } from './options.ts';
import type { ReliabilityTest } from './reliability-test.ts';

/** One check of a region. */
export interface Check {
  readonly name: string;
  readonly value: number | string | null;
  readonly expected: string;
  readonly passes: boolean;
}

/**
 * @param again digest of the region's responses when they are computed anew.
 * @param scores of single layers for the region.
 */
export function checksOf(
  region: RegionResponses,
  again: string | undefined,
  scores: readonly ScoreEvidence[],
  reliability: ReliabilityTest,
  { tolerance }: Options,
): readonly Check[] {
  const { ceiling, flipped, p } = reliability;
  const near = (value: number, target: number) => Math.abs(value - target) <= tolerance;
  const within = (target: number) => `${decimal(target)} ± ${decimal(tolerance)}`;
  return [
    {
      name: 'split-half ceiling',
      value: ceiling,
      expected: `above chance, ${probabilityWords(p)}`,
      passes: p <= significance,
    },
    {
      name: 'ceiling by chance',
      value: flipped,
      expected: within(0),
      passes: near(flipped, 0),
    },
    ...fitChecks(scores, near, within),
    ...truthChecks(region, ceiling, near, within),
    sameAgain(region, again),
  ];
}

type Near = (value: number, target: number) => boolean;

function fitChecks(
  scores: readonly ScoreEvidence[],
  near: Near,
  within: (target: number) => string,
): Check[] {
  if (scores.length === 0) return [];
  const control = mean(scores.map((score) => score.control));
  const above = scores.filter(({ interval }) => interval.low > 1);
  return [
    {
      name: 'fits to shuffled responses',
      value: control,
      expected: within(0),
      passes: near(control, 0),
    },
    {
      name: 'scores above the ceiling',
      value: above.length,
      expected: '0',
      passes: above.length === 0,
    },
  ];
}

function truthChecks(
  { truth, means }: RegionResponses,
  ceiling: number,
  near: Near,
  within: (target: number) => string,
): Check[] {
  if (!truth) return [];
  const squares = columnCorrelations(means, truth).map((r) => r * Math.abs(r));
  const explained = median(squares.filter(Number.isFinite));
  return [
    {
      name: 'truth reliability',
      value: explained,
      expected: within(ceiling),
      passes: near(explained, ceiling),
    },
    {
      name: 'score of the truth',
      value: explained / ceiling,
      expected: within(1),
      passes: near(explained / ceiling, 1),
    },
  ];
}

/** Same seed, same bytes: mean responses and truth, computed again without the store. */
function sameAgain(region: RegionResponses, again: string | undefined): Check {
  const own = digestOf(region);
  return {
    name: 'digest, same seed',
    value: own,
    expected: again ?? 'computed again',
    passes: own === again,
  };
}
