import { InputError } from '../errors/errors.ts';
import { didYouMean } from '../errors/suggestions.ts';
import type { Path, SceneDocument } from './document.ts';

type Mapping = Readonly<Record<string, unknown>>;

/**
 * The scene with what its `quick` says in the place of what stands elsewhere: mappings are merged, entries of a list are
 * found by id, everything else is replaced. Places point at what was written, in `quick` or elsewhere. Throws InputError
 * where there is no `quick`, or where it names an entry that is not there.
 */
export function quickened(document: SceneDocument): SceneDocument {
  const { content } = document;
  if (!isMapping(content)) return document;
  const { quick } = content;
  if (!isMapping(quick))
    throw new InputError(
      quick === undefined
        ? 'this scene has no quick variant; add the key quick with what takes less, for instance ' +
            'quick: { bootstrap: { draws: 100 } }.'
        : 'quick must be a mapping of keys of the scene to what stands in their place.',
      document.placeOf(['quick']),
    );
  const merged = merge(content, quick, ['quick']) as Mapping;
  const named = typeof content.scene === 'string' ? { scene: `${content.scene}-quick` } : {};
  const written = (path: Path) => pathInQuick(content, quick, path);

  function merge(value: unknown, over: unknown, path: Path): unknown {
    if (!isMapping(over)) return over;
    if (isMapping(value)) {
      const changed = Object.entries(over).map(([key, own]) => [key, merge(value[key], own, [...path, key])]);
      return { ...value, ...Object.fromEntries(changed) };
    }
    if (!Array.isArray(value)) return over;
    const ids = value.map(idOf);
    for (const id of Object.keys(over))
      if (!ids.includes(id))
        throw new InputError(
          `${path.slice(1).join('.')} has no "${id}"; ${didYouMean(
            id,
            ids.filter((known) => known !== undefined),
          )}`,
          document.placeOfKey([...path, id]),
        );
    return value.map((entry, index) => {
      const id = ids[index];
      if (id === undefined || !(id in over)) return entry;
      return merge(typeof entry === 'string' ? { plugin: entry } : entry, over[id], [...path, id]);
    });
  }

  return {
    ...document,
    content: { ...merged, ...named },
    placeOf: (path) => document.placeOf(written(path) ?? path),
    placeOfKey: (path) => document.placeOfKey(written(path) ?? path),
  };
}

/** Where `quick` writes the value of a path of the scene; undefined where it does not. */
function pathInQuick(content: Mapping, quick: Mapping, path: Path): Path | undefined {
  const found: string[] = ['quick'];
  let [original, over]: [unknown, unknown] = [content, quick];
  for (const step of path) {
    const key = Array.isArray(original) && isMapping(over) ? idOf(original[Number(step)]) : step;
    const next = (over as Mapping | null | undefined)?.[String(key)];
    if (next === undefined) return undefined;
    found.push(String(key));
    original = (original as Mapping | undefined)?.[step];
    over = next;
  }
  return found;
}

/** `pixels` is the id of `pixels`, `{ plugin: pixels }` and `{ id: pixels, plugin: other }`. */
function idOf(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry;
  const { id, plugin } = isMapping(entry) ? entry : {};
  return [id, plugin].find((name) => typeof name === 'string') as string | undefined;
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
