import type { Finding, Results } from '../../../core/contracts/results.ts';
import { type Html, html } from '../page/html.ts';
import { findingAnchor, hypothesisName, simulatedBadge, verdictChip } from '../page/marks.ts';
import { counted, listed } from '../page/words.ts';

const verdicts: readonly Finding['verdict'][] = ['supported', 'not supported', 'inconclusive'];

/** Title, what was done, what came out, and one chip per finding. */
export function summary(results: Results): Html {
  const simulated = results.populations.some((population) => population.simulated);
  return html`<header>
    <p class="kicker">Neuroid ${results.neuroid} · seed ${results.seed}${results.seedDrawn ? ' (drawn)' : ''}</p>
    <h1>${results.scene}${simulatedBadge(simulated)}</h1>
    <p class="lead">${[setting(results), outcome(results.findings), caveat(results), warned(results)].filter(Boolean).join(' ')}</p>
    ${verdictList(results.findings)}
  </header>`;
}

function setting({ stimuli, backbones, populations }: Results): string {
  const shown = stimuli.map(({ id, count }) => `${counted(count, 'stimulus', 'stimuli')} (${id})`);
  const neuroids = populations.reduce((total, population) => total + population.neuroids, 0);
  const regions = [...new Set(populations.map(({ region }) => region))];
  const subject = `${counted(backbones.length, 'backbone')} saw ${listed(shown)}`;
  return populations.length > 0
    ? `${subject} and were compared with ${counted(neuroids, 'neuroid')} of ${listed(regions)}.`
    : `${subject}.`;
}

function outcome(findings: readonly Finding[]): string {
  const hypotheses = [...new Set(findings.map(({ hypothesis }) => hypothesis))];
  return hypotheses
    .map((hypothesis) => {
      const own = findings.filter((finding) => finding.hypothesis === hypothesis);
      return `${hypothesisName(hypothesis)}: ${listed(verdictCounts(own))}.`;
    })
    .join(' ');
}

/** `supported in 4 of 6 findings`, `inconclusive in 2`. */
function verdictCounts(findings: readonly Finding[]): readonly string[] {
  return verdicts
    .map((verdict) => ({ verdict, count: findings.filter((finding) => finding.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }, index) =>
      index === 0
        ? `${verdict} in ${count} of ${counted(findings.length, 'finding')}`
        : `${verdict} in ${count}`,
    );
}

function caveat({ populations }: Results): string {
  const simulated = populations.filter((population) => population.simulated);
  if (simulated.length === 0) return '';
  const which = simulated.length === populations.length ? 'The' : 'Some';
  return `${which} neuroids are simulated: their results test the pipeline, not the brain.`;
}

function warned({ warnings }: Results): string {
  return warnings.length > 0 ? `The run gave ${counted(warnings.length, 'warning')}, listed below.` : '';
}

/** Hypothesis by hypothesis, a chip for every finding that leads to it. */
function verdictList(findings: readonly Finding[]): Html | null {
  if (findings.length === 0) return null;
  const hypotheses = [...new Set(findings.map(({ hypothesis }) => hypothesis))];
  return html`<dl class="verdicts">${hypotheses.map(
    (hypothesis) => html`<div>
      <dt>${hypothesisName(hypothesis)}</dt>
      ${findings.filter((finding) => finding.hypothesis === hypothesis).map(chip)}
    </div>`,
  )}</dl>`;
}

function chip(finding: Finding): Html {
  return html`<dd><a href="#${findingAnchor(finding)}">${verdictChip(finding.verdict)} ${finding.subject}</a></dd>`;
}
