import type { Table } from '../assembly/table.ts';
import type { Comparison, RegionPatterns } from '../contracts/comparison.ts';
import type { LinearAlgebra } from '../contracts/linear-algebra.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { ComparisonScore } from '../contracts/results.ts';
import { type SimilarityCeiling, similarityCeiling } from '../statistics/similarity-ceiling.ts';
import { mean } from '../statistics/summaries.ts';
import { type Conditions, conditionsOf, regionPatterns, selectPatterns } from './conditions.ts';
import type { Recording } from './recorded-region.ts';

type Ceiling = NonNullable<ComparisonScore['ceiling']>;

/** A region as one comparison sees it: the same for all layers. */
export interface ComparedRegion {
  readonly conditions: Conditions;
  readonly whole: Float64Array;
  /** What is compared of some conditions and neuroids; all by default. */
  half(rows?: readonly number[], neuroids?: readonly number[]): Float64Array;
  /** Random halves of conditions and neuroids. */
  readonly halves: readonly { readonly rows: readonly number[]; readonly neuroids: readonly number[] }[];
  /** Orders of the conditions. */
  readonly shuffles: readonly (readonly number[])[];
  /** Of a layer; null where nothing was measured twice. */
  ceilingOf(layer: Float64Array): Ceiling | null;
}

/** Throws InputError where the stimuli or the repetitions do not allow the comparison. */
export function compareRegion(
  comparison: Comparison,
  recording: Recording,
  stimuli: Table,
  given: { readonly algebra: LinearAlgebra; readonly random: RandomStreams; readonly draws: number },
): ComparedRegion {
  const conditions = conditionsOf(stimuli, comparison.over);
  const patterns = regionPatterns(recording, conditions, given.algebra);
  const streams = given.random.scope(`${recording.population}/${recording.region}`);
  const half = streams.stream('halves');
  const order = streams.stream('shuffles');
  const everyCondition = conditions.map((_, row) => row);
  const everyNeuroid = recording.neuroidIds.map((_, neuroid) => neuroid);
  const halfOf = (count: number) => half.permutation(count).slice(0, Math.ceil(count / 2));
  const measured = instances(comparison, patterns, recording.animals);
  const ceiling = measured && meanCeiling(measured.groups, comparison);
  return {
    conditions,
    whole: comparison.ofRegion(patterns),
    half: (rows = everyCondition, neuroids = everyNeuroid) =>
      comparison.ofRegion(selectPatterns(patterns, rows, neuroids)),
    halves: Array.from({ length: given.draws }, () => ({
      rows: halfOf(conditions.length),
      neuroids: halfOf(recording.means.columns),
    })),
    shuffles: Array.from({ length: given.draws }, () => order.permutation(conditions.length)),
    ceilingOf: (layer) =>
      measured && ceiling
        ? {
            instances: measured.of,
            value: mean(measured.groups.flat().map((own) => comparison.between(layer, own))),
            ...ceiling,
          }
        : null,
  };
}

/** What measured the region several times: its animals, or else halves of the repetitions, halving by halving. */
function instances(
  comparison: Comparison,
  patterns: RegionPatterns,
  animals: readonly string[] | undefined,
): { readonly of: Ceiling['instances']; readonly groups: readonly (readonly Float64Array[])[] } | undefined {
  const rows = Array.from({ length: patterns.means.rows }, (_, row) => row);
  if (animals) {
    const own = [...new Set(animals)].map((name) =>
      animals.flatMap((animal, neuroid) => (animal === name ? [neuroid] : [])),
    );
    return {
      of: 'animals',
      groups: [own.map((neuroids) => comparison.ofRegion(selectPatterns(patterns, rows, neuroids)))],
    };
  }
  const { halves } = patterns;
  if (comparison.needsHalves || !halves) return undefined;
  const complete = halves.every(({ first, second }) =>
    [first, second].every(({ data }) => data.every(Number.isFinite)),
  );
  if (!complete) return undefined;
  return {
    of: 'halves of the repetitions',
    groups: halves.map(({ first, second }) =>
      [first, second].map((means) => comparison.ofRegion({ ...patterns, means })),
    ),
  };
}

function meanCeiling(
  groups: readonly (readonly Float64Array[])[],
  { between, standardise }: Comparison,
): SimilarityCeiling {
  const all = groups.map((group) => similarityCeiling(group, between, standardise));
  return { lower: mean(all.map(({ lower }) => lower)), upper: mean(all.map(({ upper }) => upper)) };
}
