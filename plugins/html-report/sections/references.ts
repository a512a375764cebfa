import type { Results } from '../../../core/contracts/results.ts';
import { bibliography, bibtex, type Reference } from '../../../core/reporting/bibliography.ts';
import { type Html, html } from '../page/html.ts';
import { type Section, section } from '../page/section.ts';

/** The works that the plugins cite, and all of them as a BibTeX file to save. */
export function references({ plugins, neuroid }: Results): Section | null {
  const works = bibliography(plugins);
  if (works.length === 0) return null;
  const file = Buffer.from(bibtex(works, neuroid)).toString('base64');
  return section(
    'references',
    'References',
    html`<ul class="parts">${works.map(item)}</ul>
    <p><a class="download" download="references.bib" href="data:application/x-bibtex;base64,${file}">BibTeX of these references</a></p>`,
  );
}

function item({ text, plugins }: Reference): Html {
  return html`<li>${text} <small>${plugins.join(', ')}</small></li>`;
}
