import type { ScoreEvidence } from '../../core/contracts/evidence.ts';
import type { Interval } from '../../core/contracts/interval.ts';
import type { RandomStream } from '../../core/contracts/random.ts';
import { allOf, bootstrapP } from '../../core/hypotheses/verdict.ts';
import { percentileInterval } from '../../core/statistics/bootstrap.ts';
import { permutationNull } from '../../core/statistics/permutation.ts';
import { mean } from '../../core/statistics/summaries.ts';
import { centreOfMass, type DepthProfile, steps } from './depth-profile.ts';

const permutations = 999;

/** The depths of regions, and whether they rise. */
export interface DepthOrder {
  readonly depths: readonly number[];
  /** Of every depth. */
  readonly intervals: readonly Interval[];
  /** Smallest step from one region to the next; NaN where a region has no depth. */
  readonly step: number;
  readonly interval: Interval;
  /** One-sided: of the step that is surest not to be there, as the order holds only when every step does. */
  readonly p: number;
  /** Mean smallest step when the layers change places, alike for all regions. */
  readonly control: number;
  readonly draws: { readonly all: number; readonly defined: number };
}

export function testOrder(profiles: readonly DepthProfile[], random: RandomStream): DepthOrder {
  const { level } = profiles[0].points[0].score.interval;
  const depths = depthsOf(profiles, ({ ceiled }) => ceiled);
  const all = Math.min(...profiles.flatMap(({ points }) => points.map(({ score }) => score.draws.length)));
  const drawn = Array.from({ length: all }, (_, draw) =>
    depthsOf(profiles, (score) => score.draws[draw]),
  ).filter((own) => own.every(Number.isFinite));
  const interval = (values: readonly number[]) =>
    values.length > 0 ? percentileInterval(values, level) : { low: -1, high: 1, level };
  const drawnSteps = drawn.map(steps);
  return {
    depths,
    intervals: depths.map((_, region) => interval(drawn.map((own) => own[region]))),
    step: Math.min(...steps(depths)),
    interval: interval(drawnSteps.map((own) => Math.min(...own))),
    p: allOf(steps(depths).map((_, step) => bootstrapP(drawnSteps.map((own) => own[step])))),
    control: permutedStep(profiles, random),
    draws: { all, defined: drawn.length },
  };
}

function depthsOf(
  profiles: readonly DepthProfile[],
  weightOf: (score: ScoreEvidence) => number,
): readonly number[] {
  return profiles.map((profile) => centreOfMass(profile, ({ depth }) => depth, weightOf));
}

function permutedStep(profiles: readonly DepthProfile[], random: RandomStream): number {
  const depthOf = new Map(
    profiles.flatMap(({ points }) => points.map(({ layer, depth }) => [layer, depth] as const)),
  );
  const layers = [...depthOf.keys()];
  const stepOf = (order: readonly number[]) => {
    const moved = new Map(layers.map((layer, index) => [layer, depthOf.get(layers[order[index]]) ?? 0]));
    const depths = profiles.map((profile) =>
      centreOfMass(
        profile,
        ({ layer }) => moved.get(layer) ?? 0,
        ({ ceiled }) => ceiled,
      ),
    );
    return Math.min(...steps(depths));
  };
  const drawn = permutationNull(stepOf, { items: layers.length, draws: permutations, random });
  const defined = drawn.filter(Number.isFinite);
  return defined.length > 0 ? mean(defined) : 0;
}
