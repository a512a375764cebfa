import type { Finding } from '../../core/contracts/findings.ts';
import type { Results } from '../../core/contracts/results.ts';
import {
  byHypothesis,
  evidenceWords,
  hypothesisName,
  verdictSentence,
} from '../../core/reporting/verdicts.ts';
import { escaped } from './markdown.ts';

/** Every verdict in plain words, with its evidence. */
export function verdicts({ findings, populations }: Results): string {
  const simulated = populations.some((population) => population.simulated);
  return [
    ...(simulated ? ['**Simulated neuroids: their results test the pipeline, not the brain.**'] : []),
    ...(findings.length === 0 ? ['The scene tests no hypothesis.'] : []),
    ...byHypothesis(findings).map(
      ({ hypothesis, findings: own }) =>
        `**${escaped(hypothesisName(hypothesis))}**\n\n${own.map(line).join('\n')}`,
    ),
  ].join('\n\n');
}

function line(finding: Finding): string {
  const simulated = finding.simulated ? ' (simulated)' : '';
  return `- **${finding.verdict}**${simulated}: ${escaped(verdictSentence(finding))} ${escaped(evidenceWords(finding))}.`;
}
