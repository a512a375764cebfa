import { type Html, html } from '../page/html.ts';

export function warnings(messages: readonly string[]): Html | null {
  if (messages.length === 0) return null;
  return html`<section id="warnings">
    <h2>Warnings</h2>
    <ul>${messages.map((message) => html`<li>${message}</li>`)}</ul>
  </section>`;
}
