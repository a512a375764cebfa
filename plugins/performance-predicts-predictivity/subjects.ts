import type { Evidence, PerformanceEvidence, ScoreEvidence } from '../../core/contracts/evidence.ts';
import type { Model } from './models.ts';

/** What a finding is about: the scores of one population, protocol and readout, and one task. */
export interface Subject {
  /** Region and protocol, and what else tells it from the other subjects. */
  readonly name: string;
  /** Everything that identifies it, whatever else the scene holds. */
  readonly identity: string;
  readonly task: string;
  readonly models: readonly Model[];
  /** Backbones that have a score but no performance on the task. */
  readonly withoutPerformance: readonly string[];
}

/** The subjects that the evidence allows, in its order; regions as asked for, or all. */
export function subjects(evidence: Evidence, regions?: readonly string[]): readonly Subject[] {
  const scores = evidence.backbones.filter(({ region }) => !regions || regions.includes(region));
  const tasks = [...new Set(evidence.performance.map(({ task }) => task))];
  return groups(scores).flatMap((group) =>
    tasks.map((task) => ({
      name: [...telling(group[0], scores), ...(tasks.length > 1 ? [task] : [])].join(' · '),
      identity: [identity(group[0]), task].join(' · '),
      task,
      ...models(group, task, evidence),
    })),
  );
}

function groups(scores: readonly ScoreEvidence[]): readonly (readonly ScoreEvidence[])[] {
  const identities = [...new Set(scores.map(identity))];
  return identities.map((name) => scores.filter((score) => identity(score) === name));
}

function identity({ population, region, protocol, readout }: ScoreEvidence): string {
  return [region, population, protocol, readout].join(' · ');
}

/** Region and protocol; population and readout where there is a choice of them. */
function telling(
  { population, region, protocol, readout }: ScoreEvidence,
  all: readonly ScoreEvidence[],
): string[] {
  const severalPopulations = all.some((other) => other.region === region && other.population !== population);
  const severalReadouts = all.some((other) => other.readout !== readout);
  return [
    region,
    ...(severalPopulations ? [population] : []),
    protocol,
    ...(severalReadouts ? [readout] : []),
  ];
}

function models(scores: readonly ScoreEvidence[], task: string, evidence: Evidence) {
  const found = scores.map((score) => {
    const performance = taskPerformance(score.backbone, task, evidence);
    const plan = evidence.plan.backbones.find(({ id }) => id === score.backbone);
    return performance && plan ? { score, performance, plan } : score.backbone;
  });
  return {
    models: found.filter((model): model is Model => typeof model !== 'string'),
    withoutPerformance: found.filter((model) => typeof model === 'string'),
  };
}

/** Performance of the backbone's deepest layer that was read out. */
function taskPerformance(
  backbone: string,
  task: string,
  evidence: Evidence,
): PerformanceEvidence | undefined {
  const layers = evidence.depth.get(backbone) ?? [];
  return evidence.performance
    .filter((performance) => performance.backbone === backbone && performance.task === task)
    .toSorted((a, b) => layers.indexOf(b.layer) - layers.indexOf(a.layer))
    .at(0);
}
