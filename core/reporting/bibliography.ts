import type { UsedPlugin } from '../contracts/results.ts';

/** What a citation says, as far as it can be told. */
export interface Reference {
  /** As the plugin has it. */
  readonly text: string;
  /** Family names; absent where the citation names no year. */
  readonly authors?: readonly string[];
  readonly year?: string;
  readonly title?: string;
  readonly journal?: string;
  readonly volume?: string;
  readonly pages?: string;
  /** Ids of the plugins that cite it. */
  readonly plugins: readonly string[];
}

/** The works that the plugins cite, each once with what is known of it, by author and year. */
export function bibliography(plugins: readonly UsedPlugin[]): readonly Reference[] {
  const works = new Map<string, Reference>();
  for (const { id, citation = '' } of plugins)
    for (const text of citation.split(/;\s+/).filter(Boolean)) {
      const reference = { ...parseReference(text), plugins: [id] };
      const known = works.get(identity(reference));
      works.set(identity(reference), known ? merged(known, reference) : reference);
    }
  return [...works.values()].toSorted((a, b) => (sortText(a) < sortText(b) ? -1 : 1));
}

function identity({ authors, year, volume, text }: Reference): string {
  return authors ? [authors[0], year, volume ?? text].join(' ') : text;
}

function merged(known: Reference, other: Reference): Reference {
  const fuller = known.title === undefined && other.title !== undefined ? other : known;
  return { ...fuller, plugins: [...new Set([...known.plugins, ...other.plugins])] };
}

function sortText({ authors = [], year = '', text }: Reference): string {
  return `${authors[0] ?? text} ${year} ${text}`.toLowerCase();
}

/**
 * Reads `Authors (year), Title, Journal volume, pages`, with or without title, `Journal volume:page` alike; what
 * stands after (`figure 1`) or before (`unbiased:`) is passed over. Whatever it cannot tell stays in `text` alone.
 */
export function parseReference(text: string): Omit<Reference, 'plugins'> {
  const head = /^(?:[a-z][\w ]*: )?(.+?),? \(?(\d{4})\)?, (.+)$/.exec(text);
  if (!head) return { text };
  const [, names, year, rest] = head;
  const parts = rest
    .split(', ')
    .filter((part) => !/^(figures?|tables?|sections?|chapters?|equations?) /.test(part));
  return { text, authors: authorNames(names), year, ...work(parts) };
}

const pagesForm = /^[a-z]?\d+(?:[-–]\d+)?$/i;
const journalForm = /^(\D.*?) (\d+(?:\(\d+\))?)(?::([a-z]?\d+(?:[-–]\d+)?))?$/i;

function work(parts: readonly string[]): Partial<Reference> {
  const last = parts.at(-1) ?? '';
  const pages = parts.length > 1 && pagesForm.test(last) ? last : undefined;
  const named = pages === undefined ? parts : parts.slice(0, -1);
  const journal = journalForm.exec(named.at(-1) ?? '');
  const title = named.slice(0, -1).join(', ') || undefined;
  if (journal)
    return {
      title,
      journal: journal[1],
      volume: journal[2],
      pages: (journal[3] ?? pages)?.replace('–', '-'),
    };
  return title === undefined ? { title: named[0] } : { title, journal: named.at(-1), pages };
}

function authorNames(names: string): readonly string[] {
  return names
    .replace(/ et al\.?$/, ', others')
    .split(/, | & | and /)
    .map((name) => name.trim())
    .filter(Boolean);
}

/** The references as a BibTeX file: articles where journal and volume are known, else `@misc`; the plugin's words in `note`. */
export function bibtex(references: readonly Reference[], neuroidVersion: string): string {
  const keys = new Set<string>();
  const entries = references.map((reference) => entry(reference, uniqueKey(reference, keys)));
  return `${[...entries, softwareEntry(neuroidVersion)].join('\n\n')}\n`;
}

function entry(reference: Reference, key: string): string {
  const { authors, title, journal, volume, year, pages, text, plugins } = reference;
  const article = journal !== undefined && volume !== undefined;
  return bibtexEntry(article && title !== undefined ? 'article' : 'misc', key, {
    author: authors?.map((name) => (name.includes(' ') ? `{${escaped(name)}}` : escaped(name))).join(' and '),
    title: title && `{${escaped(title)}}`,
    [article && title !== undefined ? 'journal' : 'howpublished']: journal && escaped(journal),
    volume,
    pages: pages?.replace('-', '--'),
    year,
    note: `${escaped(text)}. Cited by ${escaped(plugins.join(', '))}`,
  });
}

function softwareEntry(version: string): string {
  return bibtexEntry('misc', 'neuroid', {
    title: '{Neuroid: a laboratory for synthetic brains}',
    note: `Version ${escaped(version)}`,
  });
}

function bibtexEntry(
  type: string,
  key: string,
  fields: Readonly<Record<string, string | undefined>>,
): string {
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return [`@${type}{${key},`, ...lines, '}'].join('\n');
}

function uniqueKey({ authors = ['unknown'], year = '', title = '' }: Reference, taken: Set<string>): string {
  const first = title.split(/\s+/).find((word) => word.length > 3) ?? '';
  const stem = `${authors[0]}${year}${first}`
    .normalize('NFD')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase();
  const key =
    [stem, ...'bcdefghijklmnopqrstuvwxyz']
      .map((letter, index) => (index === 0 ? stem : stem + letter))
      .find((candidate) => !taken.has(candidate)) ?? stem;
  taken.add(key);
  return key;
}

function escaped(text: string): string {
  return text.replace(/[&%$#_]/g, '\\$&').replace(/[{}]/g, '');
}
