import type { Results } from '../../../core/contracts/results.ts';
import { trainingCurves } from '../charts/training-curves.ts';
import { type Html, html } from '../page/html.ts';
import { counted } from '../page/words.ts';

/** Training curves of the backbones that were trained; nothing where none was. */
export function training(backbones: Results['backbones']): Html | null {
  const trained = backbones.filter((backbone) => backbone.training.length > 0);
  if (trained.length === 0) return null;
  return html`<section id="training">
    <h2>Training</h2>
    <div class="trained">${trained.map(
      ({ id, training }) => html`<figure>
        <div class="curves">${trainingCurves(id, training)}</div>
        <figcaption><b>${id}</b> ${counted(training.length, 'epoch')}</figcaption>
      </figure>`,
    )}</div>
  </section>`;
}
