import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml';
import { InputError, type SourcePlace } from '../errors/errors.ts';
import { whole } from '../reporting/words.ts';

/** Where a value stands: names and positions from the top of the file. */
export type Path = readonly (string | number)[];

/** A YAML file as plain data that remembers where everything stands. */
export interface SceneDocument {
  readonly file: string;
  readonly content: unknown;
  /** Place of the value, or of its closest parent that is written down. */
  placeOf(path: Path): SourcePlace;
  /** Place of the key of a member. */
  placeOfKey(path: Path): SourcePlace;
}

/** How often anchors that hold other aliases may be used: enough for any scene, too little to fill the memory. */
const mostAliases = 10_000;

/** Throws InputError with line and column where the text is not YAML. */
export function parseScene(text: string, file: string): SceneDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true });
  const place = (offset: number): SourcePlace => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const [error] = document.errors;
  if (error) throw new InputError(`this is not YAML: ${error.message}.`, place(error.pos[0]));

  function placeOf(path: Path): SourcePlace {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return place(node.range[0]);
    }
    return { file };
  }

  function placeOfKey(path: Path): SourcePlace {
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    const items = (parent as { items?: { key?: unknown }[] } | undefined)?.items ?? [];
    for (const { key } of items)
      if (isNode(key) && key.range && String(key) === String(path.at(-1))) return place(key.range[0]);
    return placeOf(path);
  }

  return { file, content: contentOf(document, file, place), placeOf, placeOfKey };
}

function contentOf(document: Document, file: string, place: (offset: number) => SourcePlace): unknown {
  visit(document, {
    Alias: (_, alias, parents) => {
      const { source } = alias;
      const meant = alias.resolve(document);
      if (meant && !parents.includes(meant)) return;
      throw new InputError(
        meant
          ? `the alias "*${source}" stands inside its own anchor "&${source}".`
          : `there is no anchor "&${source}" before the alias "*${source}".`,
        place(alias.range?.[0] ?? 0),
      );
    },
  });
  try {
    return document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new InputError(
      `aliases within aliases stand for more than ${whole(mostAliases)} copies; write some of them out.`,
      { file },
    );
  }
}
