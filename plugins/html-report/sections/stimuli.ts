import type { ContactSheet } from '../../../core/contracts/reporter.ts';
import type { Results } from '../../../core/contracts/results.ts';
import { type Html, html } from '../page/html.ts';
import { pictureUri } from '../page/picture-uri.ts';
import { counted } from '../page/words.ts';

/** What was shown: the stimulus sets in words, and their contact sheets. */
export function stimuli({ stimuli }: Results, contactSheets: readonly ContactSheet[]): Html {
  return html`<section id="stimuli">
    <h2>Stimuli</h2>
    <ul class="plain">${stimuli.map(describe)}</ul>
    <div class="sheets">${contactSheets.map(figure)}</div>
  </section>`;
}

function describe({ id, plugin, count, categories, objects }: Results['stimuli'][number]): Html {
  const kinds = categories.length > 0 ? html` of ${categories.join(', ')}` : null;
  const many = objects > 0 ? ` · ${counted(objects, 'object')}` : '';
  return html`<li><b>${id}</b> <small>${plugin}</small>: ${counted(count, 'stimulus', 'stimuli')}${many}${kinds}</li>`;
}

function figure({ title, caption, picture }: ContactSheet): Html {
  return html`<figure>
    <img src="${pictureUri(picture)}" width="${picture.width}" height="${picture.height}" alt="Contact sheet, ${title}: ${caption}">
    <figcaption><b>${title}</b> ${caption}</figcaption>
  </figure>`;
}
