import type { Evidence, RegionResponses, ScenePlan } from '../../core/contracts/evidence.ts';
import type { Hypothesis } from '../../core/contracts/hypothesis.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import type { Finding } from '../../core/contracts/results.ts';
import { evidenceWords, probabilityWords } from '../../core/hypotheses/evidence-words.ts';
import { lacking } from '../../core/hypotheses/requirements.ts';
import { verdictOf } from '../../core/hypotheses/verdict.ts';
import { counted, listed } from '../../core/reporting/words.ts';
import { type Check, checksOf } from './checks.ts';
import type { Options } from './options.ts';
import { testReliability } from './reliability-test.ts';

const id = 'reproducible-brain';

/** Every population of a scene repeats itself, and nothing is found where nothing can be. */
export class ReproducibleBrain implements Hypothesis {
  readonly prediction =
    'Neuroids repeat themselves above chance; shuffled stimuli predict nothing; no score exceeds its ceiling, which the noiseless ' +
    'truth reaches; the same seed gives the same responses.';
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  require({ populations }: ScenePlan): void {
    if (populations.length === 0) lacking(id, 'neuroids', 'no population', 'one to populations');
  }

  async test(evidence: Evidence, random: RandomStreams): Promise<readonly Finding[]> {
    const { presented } = evidence.plan;
    const regions = await evidence.responses(presented);
    const anew = await evidence.responsesAnew(presented);
    return regions.map((region) => {
      const isSame = ({
        population,
        region: name,
      }: {
        readonly population: string;
        readonly region: string;
      }) => population === region.population && name === region.region;
      const streams = random.scope(`${region.population}/${region.region}`);
      return this.#finding(region, anew.find(isSame), evidence.layers.filter(isSame), streams);
    });
  }

  #finding(
    region: RegionResponses,
    again: RegionResponses | undefined,
    scores: Evidence['layers'],
    random: RandomStreams,
  ): Finding {
    const halves = region.halves?.();
    const name =
      region.population === region.region ? region.region : `${region.region} of ${region.population}`;
    const shared = {
      hypothesis: id,
      prediction: this.prediction,
      subject: name,
      statistic: 'median split-half reliability over neuroids',
      n: region.neuroidIds.length,
      sample: 'neuroids',
      simulated: region.simulated,
    };
    if (!halves)
      return {
        ...shared,
        summary: `Whether ${name} repeats itself cannot be said, as its stimuli were shown once.`,
        value: 0,
        interval: { low: -1, high: 1, level: 0.95 },
        control: 0,
        verdict: 'inconclusive',
        explanation: 'Stimuli were shown once; reliability needs two repetitions or more. 0 stands for it.',
      };
    const reliability = testReliability(halves, random);
    const checks = checksOf(region, again, scores, reliability, this.#options);
    const failed = checks.slice(1).filter(({ passes }) => !passes);
    const verdict = verdictOf({ ...reliability, negligible: this.#options.negligible });
    const tested = {
      value: reliability.ceiling,
      interval: reliability.interval,
      verdict: failed.length > 0 ? 'not supported' : verdict,
    } as const;
    return {
      ...shared,
      ...tested,
      summary: `${outcome(name, checks)} (${evidenceWords('median reliability', { ...shared, ...tested })}).`,
      control: reliability.shuffled,
      explanation:
        `One-sided ${probabilityWords(reliability.p)} that the neuroids repeat themselves, from shuffles of the stimuli of one half ` +
        'of the repetitions, alike for all neuroids; the control is the mean of these. The interval draws neuroids anew.',
      tables: [
        {
          title: `Checks of ${name}`,
          columns: ['check', 'value', 'expected', 'passes'],
          rows: checks.map((check) => [check.name, check.value, check.expected, check.passes ? 'yes' : 'no']),
        },
      ],
    };
  }
}

function outcome(name: string, checks: readonly Check[]): string {
  const failed = checks.filter(({ passes }) => !passes);
  if (failed.length === 0) return `${name} passes all ${counted(checks.length, 'check')}`;
  return `${name} fails ${failed.length} of ${counted(checks.length, 'check')}: ${listed(failed.map((check) => check.name))}`;
}
