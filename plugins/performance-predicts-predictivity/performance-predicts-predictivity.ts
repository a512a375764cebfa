import type { BackbonePlan, Evidence, ScenePlan } from '../../core/contracts/evidence.ts';
import type { Figure } from '../../core/contracts/figures.ts';
import type { Finding } from '../../core/contracts/findings.ts';
import type { Hypothesis } from '../../core/contracts/hypothesis.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import { evidenceWords, probabilityWords } from '../../core/hypotheses/evidence-words.ts';
import { lacking, regionsOf, requireBackbones, requireRegions } from '../../core/hypotheses/requirements.ts';
import { verdictOf } from '../../core/hypotheses/verdict.ts';
import { counted, listed } from '../../core/reporting/words.ts';
import { cloudTable } from './clouds.ts';
import { controlTable } from './controls.ts';
import { type CorrelationTest, testCorrelation } from './correlation-test.ts';
import { plainCorrelation } from './correlations.ts';
import { type Influence, influenceTable, influenceWords, strongestInfluence } from './influence.ts';
import { cloudOf, independentClusters, type Model, trainings } from './models.ts';
import type { Options } from './options.ts';
import { type Subject, subjects } from './subjects.ts';
import { twinTable } from './twins.ts';

const id = 'performance-predicts-predictivity';
const fewestModels = 4;

/** Over backbones, categorisation performance and explained variance of a region correlate (Yamins et al. 2014). */
export class PerformancePredictsPredictivity implements Hypothesis {
  readonly prediction =
    'Backbones that categorise better predict the neuroids better, though never fitted to them: r > 0 over backbones.';
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  require(plan: ScenePlan): void {
    if (plan.task === undefined)
      lacking(
        id,
        'the performance of the backbones',
        'no task',
        'performance: { label: category_name, readout: ridge }',
      );
    const { cloud } = this.#options;
    const which = cloud === undefined ? 'backbones' : `backbones of the cloud "${cloud}"`;
    requireBackbones(id, plan, fewestModels, which, (own) => isIn(cloud, own));
    if (regionsOf(plan).length === 0)
      lacking(id, 'neuroids to predict', 'no population', 'one to populations');
    requireRegions(id, plan, this.#options.regions ?? []);
  }

  async test(evidence: Evidence, random: RandomStreams): Promise<readonly Finding[]> {
    const findings: Finding[] = [];
    const { regions, cloud } = this.#options;
    const inCloud = ({ models }: Subject) => models.filter(({ plan }) => isIn(cloud, plan));
    const all = subjects(evidence, regions).map((subject) => ({
      ...subject,
      name: [subject.name, ...(cloud ? [cloud] : [])].join(' · '),
      models: inCloud(subject),
    }));
    for (const subject of all)
      if (subject.models.length > 0)
        findings.push(await this.#finding(subject, evidence, random.scope(subject.identity)));
    return findings;
  }

  async #finding(subject: Subject, evidence: Evidence, random: RandomStreams): Promise<Finding> {
    const { models } = subject;
    const { correlation, negligible } = this.#options;
    const test = testCorrelation(models, independentClusters(models), plainCorrelation(correlation), random);
    const obstacle = obstacleTo(models, test);
    const influence = strongestInfluence(models, plainCorrelation(correlation), random.scope('influence'));
    const tables = [
      cloudTable(models, correlation, random.scope('clouds')),
      influence && influenceTable(influence),
      await controlTable(evidence, models, correlation, random.scope('controls')),
      twinTable(models),
    ].filter((table) => table !== undefined);
    const tested = {
      value: Number.isFinite(test.value) ? test.value : 0,
      interval: test.interval,
      n: models.length,
      sample: 'backbones',
      verdict: verdictOf({ p: test.p, interval: test.interval, negligible, obstacle }),
    };
    return {
      hypothesis: id,
      prediction: this.prediction,
      subject: subject.name,
      summary: summary(tested, subject, correlation),
      statistic: `${correlation === 'pearson' ? "Pearson's r" : "Spearman's rho"} over backbones`,
      ...tested,
      control: test.control,
      simulated: models.some(({ score }) => score.simulated),
      explanation: explanation(subject, test, tested, influence, obstacle),
      figures: [figure(subject, tested, correlation)],
      tables,
    };
  }
}

function isIn(cloud: string | undefined, plan: BackbonePlan): boolean {
  return cloud === undefined || cloudOf(plan) === cloud;
}

function obstacleTo(models: readonly Model[], { value, draws }: CorrelationTest): string | undefined {
  if (models.length < fewestModels)
    return `Only ${models.length} of the ${fewestModels} backbones that a correlation needs at least.`;
  if (!Number.isFinite(value))
    return 'The correlation is undefined, because performance or scores do not differ between backbones; 0 stands for it.';
  if (2 * draws.defined < draws.all || draws.all === 0)
    return `The correlation is defined in only ${draws.defined} of ${draws.all} resamples.`;
  return undefined;
}

type Tested = Pick<Finding, 'value' | 'interval' | 'n' | 'sample' | 'verdict'>;

function symbol(correlation: Options['correlation']): string {
  return correlation === 'pearson' ? 'r' : 'rho';
}

function summary(tested: Tested, { name }: Subject, correlation: Options['correlation']): string {
  const numbers = evidenceWords(symbol(correlation), tested);
  return {
    supported: `${name}: backbones that categorise better predict the neuroids better (${numbers}).`,
    'not supported': `${name}: backbones that categorise better do not predict the neuroids better (${numbers}).`,
    inconclusive: `${name}: whether backbones that categorise better predict the neuroids better stays open (${numbers}).`,
  }[tested.verdict];
}

function explanation(
  { models, withoutPerformance }: Subject,
  { p, clusters }: CorrelationTest,
  { verdict, interval }: Tested,
  influence: Influence | undefined,
  obstacle: string | undefined,
): string {
  const chance =
    `One-sided ${probabilityWords(p)}, from ${counted(clusters, 'independent group')} of backbones changing places; ` +
    'the control is the mean size of the correlation when they do.';
  return [
    obstacle ?? chance,
    obstacle === undefined ? groupWords(models, clusters) : '',
    influence && obstacle === undefined ? influenceWords(influence) : '',
    'The interval draws groups of backbones, stimuli and neuroids anew.',
    verdict === 'supported' && interval.low <= 0
      ? 'It reaches 0: these backbones are related beyond chance, but how closely others would be stays open.'
      : '',
    withoutPerformance.length > 0
      ? `Left out for want of a performance: ${withoutPerformance.join(', ')}.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function groupWords(models: readonly Model[], clusters: number): string {
  const trained = trainings(models).length;
  const alike = [
    ...(trained < models.length ? ['checkpoints of one training'] : []),
    ...(clusters < trained ? ['members of one sample'] : []),
  ];
  return alike.length > 0 ? `Counted as one group: ${listed(alike)}.` : '';
}

function figure(
  { name, task, models }: Subject,
  tested: Tested,
  correlation: Options['correlation'],
): Figure {
  const [{ performance, score }] = models;
  return {
    kind: 'scatter',
    title: `Performance and predictivity: ${name}`,
    caption:
      `${evidenceWords(symbol(correlation), tested)}; ${counted(score.n.neuroids, 'neuroid')}, ` +
      `${counted(score.n.stimuli, 'stimulus', 'stimuli')}, chance ${performance.chance.toFixed(3)}.`,
    x: `balanced accuracy, ${task}`,
    y: 'explained variance / ceiling',
    marks: models.map(({ plan, performance: own, score: predicted }) => ({
      label: predicted.backbone,
      group: cloudOf(plan),
      x: own.accuracy,
      y: predicted.ceiled,
      xInterval: own.interval,
      yInterval: predicted.interval,
    })),
    clouds: true,
    trends: 'overall',
  };
}
