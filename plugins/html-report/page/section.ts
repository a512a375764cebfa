import { type Content, type Html, html } from './html.ts';

/** A part of the page with a heading, to which the contents at its top lead. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly content: Html;
}

export function section(id: string, title: string, content: Html): Section {
  return { id, title, content };
}

export function sectionMarkup({ id, title, content }: Section): Html {
  return html`<section id="${id}">
    <h2>${title}</h2>
    ${content}
  </section>`;
}

export function contents(sections: readonly Section[]): Html {
  return html`<nav aria-label="Contents">${sections.map(({ id, title }): Content => html`<a href="#${id}">${title}</a> `)}</nav>`;
}
