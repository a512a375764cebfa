import type { Finding } from '../../../core/contracts/findings.ts';
import type { Results } from '../../../core/contracts/results.ts';
import {
  byHypothesis,
  evidenceWords,
  hypothesisName,
  verdictSentence,
} from '../../../core/reporting/verdicts.ts';
import { counted, listed } from '../../../core/reporting/words.ts';
import { type Html, html } from '../page/html.ts';
import { findingAnchor, simulatedBadge, verdictChip } from '../page/marks.ts';

const verdicts: readonly Finding['verdict'][] = ['supported', 'not supported', 'inconclusive'];

/** Title, every verdict in plain words with its evidence, and what was done. */
export function opening(results: Results): Html {
  const { neuroid, seed, seedDrawn, scene, populations, findings } = results;
  const simulated = populations.some((population) => population.simulated);
  return html`<header>
    <p class="kicker">Neuroid ${neuroid} · seed ${seed}${seedDrawn ? ' (drawn)' : ''}</p>
    <h1>${scene}${simulatedBadge(simulated)}</h1>
    <p class="lead">${[outcome(findings), caveat(results)].filter(Boolean).join(' ')}</p>
    ${byHypothesis(findings).map(verdictList)}
    <p>${[results.options.summary, setting(results), warned(results)].filter((words) => typeof words === 'string' && words !== '').join(' ')}</p>
  </header>`;
}

/** A hypothesis and every verdict on it, each leading to its finding. */
function verdictList({ hypothesis, findings }: ReturnType<typeof byHypothesis>[number]): Html {
  return html`<h2 class="verdict-title">${hypothesisName(hypothesis)}</h2>
  <ul class="verdicts">${findings.map(
    (finding) => html`<li><a href="#${findingAnchor(finding)}">${verdictChip(finding.verdict)}</a>
      <div><p>${verdictSentence(finding)}${simulatedBadge(finding.simulated)}</p><p class="evidence">${evidenceWords(finding)}</p></div></li>`,
  )}</ul>`;
}

function outcome(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'The scene tests no hypothesis.';
  const counts = verdicts
    .map((verdict) => ({ verdict, count: findings.filter((finding) => finding.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
  if (findings.length === 1) return `The one prediction tested is ${findings[0].verdict}.`;
  return `Of ${counted(findings.length, 'prediction')} tested, ${listed(counts.map(({ verdict, count }) => `${count} ${count === 1 ? 'is' : 'are'} ${verdict}`))}.`;
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

function caveat({ populations }: Results): string {
  const simulated = populations.filter((population) => population.simulated);
  if (simulated.length === 0) return '';
  const which = simulated.length === populations.length ? 'The' : 'Some';
  return `${which} neuroids are simulated: their results test the pipeline, not the brain.`;
}

function warned({ warnings }: Results): string {
  return warnings.length > 0 ? `The run gave ${counted(warnings.length, 'warning')}, listed below.` : '';
}
