import type { TrainSizeScore } from '../../../core/contracts/results.ts';
import type { FamilyStyle } from '../charts/families.ts';
import { trainSizeCurves } from '../charts/train-size-curves.ts';
import { type Html, html } from '../page/html.ts';
import { simulatedBadge } from '../page/marks.ts';

/** How scores grow with the number of training stimuli; nothing where no protocol asks for it. */
export function trainSizes(scores: readonly TrainSizeScore[], styles: readonly FamilyStyle[]): Html | null {
  if (scores.length === 0) return null;
  const nameOf = ({ population, region, protocol }: TrainSizeScore) =>
    JSON.stringify([population, region, protocol]);
  const names = [...new Set(scores.map(nameOf))];
  return html`<section id="train-sizes">
    <h2>Number of training stimuli</h2>
    <p>Every backbone as a whole, its layer chosen inside the training stimuli; each training set lies within the next
      larger one, and all are tested on the same stimuli.</p>
    <div class="curves">${names.map((name) =>
      panel(
        scores.filter((score) => nameOf(score) === name),
        styles,
      ),
    )}</div>
  </section>`;
}

function panel(own: readonly TrainSizeScore[], styles: readonly FamilyStyle[]): Html {
  const [{ region, population, protocol, simulated }] = own;
  const name = population === region ? region : `${region} (${population})`;
  return html`<figure>
    ${trainSizeCurves(`${name}, ${protocol}`, own, styles)}
    <figcaption><b>${name}</b>${simulatedBadge(simulated)} ${protocol}</figcaption>
  </figure>`;
}
