import { stringify } from 'yaml';
import type { Results } from '../../../core/contracts/results.ts';
import { type Html, html } from '../page/html.ts';
import { type Section, section } from '../page/section.ts';

/** What is needed to run the scene again and get the same numbers. */
export function runFacts({
  neuroid,
  seed,
  seedDrawn,
  engines,
  versions,
  stimuli,
  options,
}: Results): Section {
  return section(
    'run',
    'This run',
    html`<dl>
      ${fact('Neuroid', neuroid)}
      ${fact('seed', html`<code>${seed}</code>${seedDrawn ? ' drawn, as the scene gave none' : null}`)}
      ${Object.entries(engines).map(([kind, engine]) => fact(kind, engineWords(engine)))}
      ${Object.entries(versions).map(([name, version]) => fact(name, version))}
      ${stimuli.map(({ id, key }) => fact(`stimuli ${id}`, html`<code>${key}</code>`))}
    </dl>
    <details>
      <summary>The resolved scene</summary>
      <pre>${stringify(options)}</pre>
    </details>`,
  );
}

function fact(name: string, value: Html | string): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function engineWords({ identity, threads, degraded }: Results['engines'][string]): Html {
  const threadWords = threads === undefined ? null : ` · ${threads} threads`;
  return html`${identity}${threadWords}${degraded ? html` <strong class="degraded">${degraded}</strong>` : null}`;
}
