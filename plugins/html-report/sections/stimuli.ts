import type { ContactSheet } from '../../../core/contracts/reporter.ts';
import type { Results } from '../../../core/contracts/results.ts';
import { counted } from '../../../core/reporting/words.ts';
import { type Html, html } from '../page/html.ts';
import { pictureUri } from '../page/picture-uri.ts';
import { type Section, section } from '../page/section.ts';

/** What was shown: the stimulus sets in words, and their contact sheets. */
export function stimuli({ stimuli }: Results, contactSheets: readonly ContactSheet[]): Section {
  return section(
    'stimuli',
    'Stimuli',
    html`<ul class="plain">${stimuli.map(describe)}</ul>
    <div class="sheets">${contactSheets.map(figure)}</div>`,
  );
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
