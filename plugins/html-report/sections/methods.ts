import type { Results } from '../../../core/contracts/results.ts';
import { type Method, methods as methodsOf } from '../../../core/reporting/methods.ts';
import { counted } from '../../../core/reporting/words.ts';
import { type Html, html } from '../page/html.ts';
import { type Section, section } from '../page/section.ts';

/** What was done, in prose, with every option of every part. */
export function methods(results: Results): Section {
  return section('methods', 'Methods', html`${methodsOf(results).map(paragraph)}`);
}

function paragraph({ title, text, parts }: Method): Html {
  return html`<h3>${title}</h3>
    <p>${text}</p>
    ${parts.length > 0 ? html`<details><summary>Options: ${counted(parts.length, 'part')}</summary><ul class="parts">${parts.map((part) => html`<li>${part}</li>`)}</ul></details>` : null}`;
}
