import type { Backbone } from '../contracts/backbone.ts';
import type { Results, Score } from '../contracts/results.ts';
import type { Recording } from './recorded-region.ts';

interface NamedBackbone {
  readonly id: string;
  readonly built: { readonly part: Pick<Backbone, 'warnings'> };
}

/** What a reader of the results must know, one sentence each. */
export function resultWarnings(
  engines: Results['engines'],
  backbones: readonly NamedBackbone[],
  recordings: readonly Recording[],
  scores: readonly Score[],
): string[] {
  return [
    ...Object.values(engines).flatMap((engine) => engine.degraded ?? []),
    ...backbones.flatMap(({ id, built }) =>
      (built.part.warnings ?? []).map((warning) => `${id}: ${warning}`),
    ),
    ...recordings.flatMap(aboutRecording),
    ...scores.flatMap(aboutScore),
  ];
}

function aboutRecording({ population, region, summary }: Recording): string[] {
  const { excluded, neuroids, repetitions, reliability, unreliable } = summary;
  const name = `${population} (${region})`;
  const warnings: string[] = [];
  if (excluded.length > 0)
    warnings.push(
      `${excluded.length} of ${excluded.length + neuroids} neuroids of ${name} are left out: ` +
        `${[...new Set(excluded.map(({ reason }) => reason))].join('; ')}.`,
    );
  if (reliability === null)
    warnings.push(
      `The stimuli were shown to ${name} once: there is no noise ceiling, and scores are stated as they are.`,
    );
  if (unreliable.length > 0)
    warnings.push(
      `${unreliable.length} of ${neuroids} neuroids of ${name} do not repeat themselves (reliability not above 0) and ` +
        `lower the medians: ${unreliable.join(', ')}.`,
    );
  if (repetitions.fewest < repetitions.most)
    warnings.push(
      `Repetitions of ${name} are incomplete: ${repetitions.fewest} to ${repetitions.most} per stimulus.`,
    );
  return warnings;
}

function aboutScore(score: Score): string[] {
  const { backbone, layer, region, protocol, ceiled, correction, uncorrected = [] } = score;
  const name = `${backbone}${layer ? ` ${layer}` : ''}`;
  const warnings: string[] = [];
  if (ceiled !== null && ceiled > 1)
    warnings.push(`${name} explains ${region} above its ceiling under ${protocol} (${ceiled.toFixed(2)}).`);
  if (uncorrected.length > 0)
    warnings.push(
      `${name}, ${region}, ${protocol}: the correction ${correction} is undefined for ${uncorrected.length} of ` +
        `${score.n.neuroids} neuroids, which ceiled leaves out: ${uncorrected.join(', ')}.`,
    );
  return warnings;
}
