import type { Finding } from '../../../core/contracts/findings.ts';
import type { Interval } from '../../../core/contracts/interval.ts';
import type { RandomStreams } from '../../../core/contracts/random.ts';
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

export async function calibrate(
  world: World,
  { repeats, seed }: { readonly repeats: number; readonly seed: string },
): Promise<Rates> {
  const random = createRandomStreams(seed).scope(world.is);
  const counts = { supported: 0, 'not supported': 0, inconclusive: 0 };
  for (let repeat = 0; repeat < repeats; repeat++) counts[await world.study(random.scope(`${repeat}`))]++;
  return {
    repeats,
    counts,
    supported: counts.supported / repeats,
    interval: binomialInterval(counts.supported, repeats, 0.95),
  };
}

/** Of a world where the prediction is true: with fewer, none supported would not yet be less than half. */
const fewestRepeats = 8;

/**
 * What is far off in a few repeats: a world where the prediction is false and more is supported than `significance` allows,
 * or one where it is true and less than `power`. With level .99 a sound hypothesis fails in 1 of 200 seeds; seeds are fixed.
 * A world is left as soon as no further study could make it far off.
 */
export async function farOff(
  { worlds }: Calibration,
  {
    repeats: asked,
    seed = 'calibration',
    power = 0.5,
  }: { readonly repeats: number; readonly seed?: string; readonly power?: number },
): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const { is, holds, study } of worlds) {
    const repeats = holds ? Math.max(asked, fewestRepeats) : asked;
    const far = (supported: number) => {
      const { low, high } = binomialInterval(supported, repeats, 0.99);
      return holds ? high < power : low > significance;
    };
    const random = createRandomStreams(seed).scope(is);
    let [supported, done] = [0, 0];
    while (done < repeats && far(holds ? supported : supported + repeats - done))
      if ((await study(random.scope(`${done++}`))) === 'supported') supported++;
    if (far(supported)) complaints.push(`${is}: supported in ${supported} of ${repeats}`);
  }
  return complaints;
}
