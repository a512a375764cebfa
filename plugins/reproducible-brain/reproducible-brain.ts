import type { Evidence, RegionResponses, ScenePlan } from '../../core/contracts/evidence.ts';
import type { Finding } from '../../core/contracts/findings.ts';
import type { Hypothesis } from '../../core/contracts/hypothesis.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import { evidenceWords, probabilityWords } from '../../core/hypotheses/evidence-words.ts';
import { lacking } from '../../core/hypotheses/requirements.ts';
import { verdictOf } from '../../core/hypotheses/verdict.ts';
import { counted, listed } from '../../core/reporting/words.ts';
import { type Check, checksOf } from './checks.ts';
import { digestOf } from './digest.ts';
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
    const anew = await digestsAnew(evidence);
    return regions.map((region) => {
      const name = nameOf(region);
      const again = anew.find((own) => own.name === name)?.digest;
      const scores = evidence.layers.filter((score) => nameOf(score) === name);
      return this.#finding(region, again, scores, random.scope(name));
    });
  }

  #finding(
    region: RegionResponses,
    again: string | undefined,
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
      control: reliability.flipped,
      explanation:
        `One-sided ${probabilityWords(reliability.p)} of a median reliability as high by chance; the control is its mean by chance: for ` +
        'a random half of the stimuli, one half of the repetitions deviates from its mean to the other side, alike for all ' +
        'neuroids. The interval draws neuroids anew.',
      tables: [
        {
          title:
            `Checks of ${name}. Fits to shuffled responses: mean r of all layers and protocols. Truth reliability: squared correlation of ` +
            'mean response and truth; its score: that over the ceiling. Digest: of mean responses and truth, here and computed again.',
          columns: ['check', 'value', 'expected', 'passes'],
          rows: checks.map((check) => [check.name, check.value, check.expected, check.passes ? 'yes' : 'no']),
        },
      ],
    };
  }
}

/** Digests of all regions when their responses are computed again; kept, as that takes long. */
function digestsAnew(evidence: Evidence) {
  const { presented, populations } = evidence.plan;
  const inputs = { what: 'digests', sets: [presented], populations: populations.map((own) => own.id) };
  return evidence.remember(inputs, async () =>
    (await evidence.responsesAnew(presented)).map((region) => ({
      name: nameOf(region),
      digest: digestOf(region),
    })),
  );
}

function nameOf({ population, region }: { readonly population: string; readonly region: string }): string {
  return `${population}/${region}`;
}

function outcome(name: string, checks: readonly Check[]): string {
  const failed = checks.filter(({ passes }) => !passes);
  if (failed.length === 0) return `${name} passes all ${counted(checks.length, 'check')}`;
  return `${name} fails ${failed.length} of ${counted(checks.length, 'check')}: ${listed(failed.map((check) => check.name))}`;
}
