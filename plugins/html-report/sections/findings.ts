import type { Figure, Finding } from '../../../core/contracts/results.ts';
import type { FamilyStyle } from '../charts/families.ts';
import { heatMap } from '../charts/heat-map.ts';
import { scatter } from '../charts/scatter.ts';
import { type Html, html } from '../page/html.ts';
import { findingAnchor, hypothesisName, simulatedBadge, verdictChip } from '../page/marks.ts';
import { decimal, intervalWords, whole } from '../page/words.ts';

/** Every finding with its prediction, figure, statistic, interval, control, verdict and explanation. */
export function findings(all: readonly Finding[], styles: readonly FamilyStyle[]): Html {
  const hypotheses = [...new Set(all.map(({ hypothesis }) => hypothesis))];
  return html`<section id="findings">
    <h2>Findings</h2>
    ${hypotheses.length === 0 ? html`<p>The scene tests no hypothesis.</p>` : null}
    ${hypotheses.map((hypothesis) =>
      hypothesisFindings(
        all.filter((finding) => finding.hypothesis === hypothesis),
        styles,
      ),
    )}
  </section>`;
}

function hypothesisFindings(own: readonly Finding[], styles: readonly FamilyStyle[]): Html {
  const predictions = [...new Set(own.map(({ prediction }) => prediction))];
  return html`<h3>${hypothesisName(own[0].hypothesis)}</h3>
    ${predictions.map((prediction) => html`<p class="prediction">Prediction: ${prediction}</p>`)}
    <div class="findings">${own.map((finding) => card(finding, styles))}</div>`;
}

function card(finding: Finding, styles: readonly FamilyStyle[]): Html {
  const { subject, figures = [], verdict, statistic, value, interval, n, control, explanation } = finding;
  return html`<article id="${findingAnchor(finding)}" class="${figures[0]?.kind ?? 'plain'}">
    <h4>${subject}${simulatedBadge(finding.simulated)} ${verdictChip(verdict)}</h4>
    ${figures.map((figure) => html`<figure>${drawing(figure, styles)}</figure>`)}
    <dl>
      <div class="statistic"><dt>${statistic}</dt><dd><b>${decimal(value)}</b> <span class="interval">${intervalWords(interval)}</span></dd></div>
      <div><dt>n</dt><dd>${whole(n)}</dd></div>
      <div><dt>control</dt><dd>${decimal(control)}</dd></div>
    </dl>
    <p>${explanation}</p>
  </article>`;
}

function drawing(figure: Figure, styles: readonly FamilyStyle[]): Html | null {
  if (figure.kind === 'scatter') return scatter(figure, styles);
  return figure.kind === 'map' ? heatMap(figure) : null;
}
