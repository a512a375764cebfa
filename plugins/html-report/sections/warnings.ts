import { html } from '../page/html.ts';
import { type Section, section } from '../page/section.ts';

export function warnings(messages: readonly string[]): Section | null {
  if (messages.length === 0) return null;
  return section(
    'warnings',
    'Warnings',
    html`<ul>${messages.map((message) => html`<li>${message}</li>`)}</ul>`,
  );
}
