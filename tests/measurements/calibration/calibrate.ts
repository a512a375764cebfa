import type { RandomStreams } from '../../../core/contracts/random.ts';
import type { Finding, Interval } from '../../../core/contracts/results.ts';
import { significance } from '../../../core/hypotheses/verdict.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { binomialInterval } from '../../../core/statistics/binomial-interval.ts';

/** A way the world may be, simulated as often as one likes. */
export interface World {
  /** What is so by construction, in a few words. */
  readonly is: string;
  /** Whether the prediction is true there. */
  readonly holds: boolean;
  /** What the hypothesis says of one simulated study; everything random comes from the streams. */
  study(random: RandomStreams): Promise<Finding['verdict']>;
}

/** The worlds in which a hypothesis is tried: at least one where it is false, and one where it is true. */
export interface Calibration {
  readonly hypothesis: string;
  readonly worlds: readonly World[];
}

export interface Rates {
  readonly repeats: number;
  readonly counts: Readonly<Record<Finding['verdict'], number>>;
  /** Share called supported: of false alarms, or power. */
  readonly supported: number;
  /** Of that share (Clopper & Pearson 1934). */
  readonly interval: Interval;
}

/** @param level of the interval. */
export async function calibrate(
  world: World,
  {
    repeats,
    seed,
    level = 0.95,
  }: { readonly repeats: number; readonly seed: string; readonly level?: number },
): Promise<Rates> {
  const random = createRandomStreams(seed).scope(world.is);
  const counts = { supported: 0, 'not supported': 0, inconclusive: 0 };
  for (let repeat = 0; repeat < repeats; repeat++) counts[await world.study(random.scope(`${repeat}`))]++;
  return {
    repeats,
    counts,
    supported: counts.supported / repeats,
    interval: binomialInterval(counts.supported, repeats, level),
  };
}

/**
 * What is far off in a few repeats: a world where the prediction is false and more is supported than `significance` allows,
 * or one where it is true and less than `power`. With level .99 a sound hypothesis fails in 1 of 200 seeds; seeds are fixed.
 */
export async function farOff(
  { worlds }: Calibration,
  {
    repeats,
    seed = 'calibration',
    power = 0.5,
  }: { readonly repeats: number; readonly seed?: string; readonly power?: number },
): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const world of worlds) {
    const { supported, interval } = await calibrate(world, { repeats, seed, level: 0.99 });
    const far = world.holds ? interval.high < power : interval.low > significance;
    if (far) complaints.push(`${world.is}: supported in ${supported} of ${repeats}`);
  }
  return complaints;
}
