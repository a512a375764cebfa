export interface BibtexEntry {
  readonly type: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Reads BibTeX whose values stand in braces, as its grammar has them. Throws SyntaxError with the place. */
export function parseBibtex(text: string): readonly BibtexEntry[] {
  const entries: BibtexEntry[] = [];
  let at = 0;
  const take = (form: RegExp, what: string): string => {
    const match = new RegExp(form.source, 'y');
    match.lastIndex = at;
    const found = match.exec(text);
    if (!found) throw new SyntaxError(`${what} expected at ${at}: ${text.slice(at, at + 40)}`);
    at = match.lastIndex;
    return found[1] ?? found[0];
  };
  while (text.slice(at).trim() !== '') {
    const type = take(/\s*@([a-z]+)\{/, 'an entry');
    const key = take(/([a-z0-9]+),\s*/, 'a key');
    const fields: Record<string, string> = {};
    while (text[at] !== '}') {
      const name = take(/([a-z]+) = \{/, 'a field');
      fields[name] = braced();
      take(/,\s*/, 'a comma');
    }
    at++;
    entries.push({ type, key, fields });
  }
  return entries;

  function braced(): string {
    const start = at;
    for (let depth = 1; depth > 0; at++) {
      if (at >= text.length) throw new SyntaxError(`braces of ${start} are not closed`);
      if (text[at] === '\\') at++;
      else if (text[at] === '{') depth++;
      else if (text[at] === '}') depth--;
    }
    return text.slice(start, at - 1);
  }
}
