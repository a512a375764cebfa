import type { Evidence, Hypothesis } from '../../core/contracts/hypothesis.ts';
import type { RandomStream, RandomStreams } from '../../core/contracts/random.ts';
import type { Figure, Finding } from '../../core/contracts/results.ts';
import { InputError } from '../../core/errors/errors.ts';
import { percentileInterval } from '../../core/statistics/bootstrap.ts';
import { pearson, spearman } from '../../core/statistics/correlation.ts';
import type { Options } from './options.ts';
import { type Model, type Subject, subjects } from './subjects.ts';

type Verdict = Finding['verdict'];
type Correlate = (x: readonly number[], y: readonly number[]) => number;

const id = 'performance-predicts-predictivity';
const fewestModels = 4;
const fewestDifferentModels = 3;
const permutations = 999;

/**
 * Over backbones, categorisation performance and explained variance of a region correlate (Yamins et al. 2014).
 * The interval counts backbones, stimuli and neuroids as samples: draw b resamples the backbones and takes draw b
 * of both axes.
 */
export class PerformancePredictsPredictivity implements Hypothesis {
  readonly prediction =
    'Backbones that categorise better predict the neuroids better, though never fitted to them: r > 0 over backbones.';
  readonly #options: Options;
  readonly #correlate: Correlate;

  constructor(options: Options) {
    this.#options = options;
    this.#correlate = options.correlation === 'pearson' ? pearson : spearman;
  }

  async test(evidence: Evidence, random: RandomStreams): Promise<readonly Finding[]> {
    checkRegions(evidence, this.#options.regions);
    return subjects(evidence, this.#options.regions)
      .filter(({ models }) => models.length > 0)
      .map((subject) => this.#finding(subject, random.scope(subject.identity)));
  }

  #finding(subject: Subject, random: RandomStreams): Finding {
    const { models } = subject;
    const accuracies = models.map(({ performance }) => performance.accuracy);
    const scores = models.map(({ score }) => score.ceiled);
    const value = this.#correlate(accuracies, scores);
    const draws = this.#draws(models, random.stream('backbones'));
    const { level } = models[0].score.interval;
    const interval = draws.length > 0 ? percentileInterval(draws, level) : { low: -1, high: 1, level };
    const chance = this.#chance(accuracies, scores, random.stream('permutations'));
    const obstacle = obstacleTo(models, value, draws.length);
    return {
      hypothesis: id,
      prediction: this.prediction,
      subject: subject.name,
      statistic: `${this.#options.correlation === 'pearson' ? "Pearson's r" : "Spearman's rho"} over backbones`,
      value: Number.isFinite(value) ? value : 0,
      interval,
      n: models.length,
      control: meanMagnitude(chance),
      verdict: obstacle ? 'inconclusive' : this.#verdict(interval),
      simulated: models.some(({ score }) => score.simulated),
      explanation: [
        obstacle ?? chanceWords(value, chance),
        'The interval resamples backbones, stimuli and neuroids together.',
        missingWords(subject.withoutPerformance),
      ]
        .filter(Boolean)
        .join(' '),
      figures: [figure(subject)],
    };
  }

  /** Correlations of resampled backbones; resamples in which the correlation is undefined are left out. */
  #draws(models: readonly Model[], random: RandomStream): readonly number[] {
    const count = Math.min(
      ...models.flatMap(({ performance, score }) => [performance.draws.length, score.draws.length]),
    );
    return Array.from({ length: count }, (_, draw) => {
      const sample = models.map(() => random.pick(models));
      if (new Set(sample).size < fewestDifferentModels) return Number.NaN;
      return this.#correlate(
        sample.map(({ performance }) => performance.draws[draw]),
        sample.map(({ score }) => score.draws[draw]),
      );
    }).filter(Number.isFinite);
  }

  /** Correlations after the performances were handed to other backbones at random. */
  #chance(accuracies: readonly number[], scores: readonly number[], random: RandomStream): readonly number[] {
    return Array.from({ length: permutations }, () => {
      const shuffled = random.permutation(accuracies.length).map((index) => accuracies[index]);
      return this.#correlate(shuffled, scores);
    }).filter(Number.isFinite);
  }

  #verdict({ low, high }: { readonly low: number; readonly high: number }): Verdict {
    if (low > 0) return 'supported';
    return high < this.#options.negligible ? 'not supported' : 'inconclusive';
  }
}

function checkRegions({ regions }: Evidence, asked: readonly string[] = []): void {
  const unknown = asked.find((region) => !regions.includes(region));
  if (unknown === undefined) return;
  throw new InputError(
    `hypothesis ${id}: region "${unknown}" is not in the scene; there are ${regions.join(', ')}.`,
  );
}

function obstacleTo(models: readonly Model[], value: number, definedDraws: number): string | undefined {
  if (models.length < fewestModels)
    return `Only ${models.length} of the ${fewestModels} backbones that a correlation needs at least.`;
  if (!Number.isFinite(value))
    return 'The correlation is undefined, because performance or scores do not differ between backbones; 0 stands for it.';
  const drawn = models[0].score.draws.length;
  if (2 * definedDraws < drawn || drawn === 0)
    return `The correlation is defined in only ${definedDraws} of ${drawn} resamples.`;
  return undefined;
}

function chanceWords(value: number, chance: readonly number[]): string {
  const asHigh = chance.filter((other) => other >= value).length;
  const probability = (1 + asHigh) / (1 + chance.length);
  return (
    `Control: the mean size of the correlation when the backbones are permuted; ` +
    `one as high as measured comes with p = ${probability.toFixed(3)} (one-sided, ${permutations} permutations).`
  );
}

function missingWords(backbones: readonly string[]): string {
  return backbones.length > 0 ? `Left out for want of a performance: ${backbones.join(', ')}.` : '';
}

function meanMagnitude(values: readonly number[]): number {
  return values.reduce((total, value) => total + Math.abs(value), 0) / Math.max(1, values.length);
}

function figure({ name, task, models }: Subject): Figure {
  return {
    kind: 'scatter',
    title: `Performance and predictivity: ${name}`,
    x: `balanced accuracy, ${task}`,
    y: 'explained variance / ceiling',
    marks: models.map(({ performance, score }) => ({
      label: score.backbone,
      group: score.family,
      x: performance.accuracy,
      y: score.ceiled,
      xInterval: performance.interval,
      yInterval: score.interval,
    })),
  };
}
