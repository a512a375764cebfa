import type { Finding } from '../contracts/findings.ts';
import { decimal, intervalWords, whole } from './words.ts';

/** Findings by hypothesis, in the order given. */
export function byHypothesis(
  findings: readonly Finding[],
): readonly { readonly hypothesis: string; readonly findings: readonly Finding[] }[] {
  return [...new Set(findings.map(({ hypothesis }) => hypothesis))].map((hypothesis) => ({
    hypothesis,
    findings: findings.filter((finding) => finding.hypothesis === hypothesis),
  }));
}

/** `layers-map-to-areas` as a title: `Layers map to areas`. */
export function hypothesisName(hypothesis: string): string {
  const words = hypothesis.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const verdictWords: Readonly<Record<Finding['verdict'], string>> = {
  supported: 'What was predicted holds',
  'not supported': 'What was predicted does not hold',
  inconclusive: 'The data do not decide',
};

/** The verdict as a sentence: the hypothesis' own words, or which of three it is. */
export function verdictSentence({ summary, verdict, subject }: Finding): string {
  return summary ?? `${verdictWords[verdict]}: ${subject}.`;
}

/** The numbers behind a verdict: `smallest step = 0.21, 95 % interval 0.17 – 0.25; n = 6 layers; control 0.02`. */
export function evidenceWords({ statistic, value, interval, n, sample, control }: Finding): string {
  const size = sample ? `${whole(n)} ${sample}` : whole(n);
  return `${statistic} = ${decimal(value)}, ${intervalWords(interval)}; n = ${size}; control ${decimal(control)}`;
}
