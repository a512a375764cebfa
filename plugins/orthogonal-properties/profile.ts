import type { RandomStreams } from '../../core/contracts/random.ts';
import { mean } from '../../core/statistics/summaries.ts';
import type { Rung } from './hierarchies.ts';
import type { RungScores } from './rung-scores.ts';

/** Scores of one level along a hierarchy. */
export interface Profile {
  readonly level: string;
  readonly properties: readonly string[];
  /** `[rungs][properties]` */
  readonly values: readonly (readonly number[])[];
  /** `[draws][rungs][properties]`: other images, and other sites. */
  readonly draws: readonly (readonly (readonly number[])[])[];
  /** `[rungs][properties]`, images shuffled. */
  readonly shuffled: readonly (readonly number[])[];
}

/**
 * Joins what varies over images and over sites. Image draws are the same for all rungs. To each comes, drawn for every rung by
 * itself, what one sample of sites deviates by from the mean of all, scaled to the error of that mean: the variance of
 * a statistic of N sites is that of its subsets of m, without replacement, times m / (N - m) (delete-d jackknife, Shao & Wu
 * 1989); to it comes the variance of the mean of the samples.
 */
export function profileOf(
  level: string,
  properties: readonly string[],
  rungs: readonly Rung[],
  scores: readonly RungScores[],
  random: RandomStreams,
): Profile {
  const own = scores.map((rung) => rung.levels[level]);
  const values = own.map(({ samples }) => columnMeans(samples));
  const drawn = rungs.map((rung, index) => {
    const { samples, resampled } = own[index];
    const scale = siteScale(scores[index], samples.length);
    const stream = random.stream(`sites/${rung.id}`);
    return resampled.map((images) => {
      const sample = stream.pick(samples);
      return images.map((score, property) => score + scale * (sample[property] - values[index][property]));
    });
  });
  return {
    level,
    properties,
    values,
    draws: drawn[0].map((_, draw) => drawn.map((rung) => rung[draw])),
    shuffled: own.map(({ shuffled }) => shuffled),
  };
}

function siteScale({ units, sites }: RungScores, samples: number): number {
  const ofSites = units > sites ? sites / (units - sites) : 0;
  return Math.sqrt((ofSites + 1 / samples) * (samples / (samples - 1)));
}

function columnMeans(rows: readonly (readonly number[])[]): number[] {
  return rows[0].map((_, column) => mean(rows.map((row) => row[column])));
}

/** The mean score over some properties, rung by rung, with its draws. */
export function averaged(
  { values, draws, shuffled, properties }: Profile,
  over: readonly string[],
): { readonly values: number[]; readonly draws: number[][]; readonly shuffled: number[] } {
  const places = over.map((property) => properties.indexOf(property));
  const average = (rungs: readonly (readonly number[])[]) =>
    rungs.map((scores) => mean(places.map((place) => scores[place])));
  return { values: average(values), draws: draws.map(average), shuffled: average(shuffled) };
}
