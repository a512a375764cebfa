import { parse } from 'yaml';
import { InputError } from '../errors/errors.ts';
import { didYouMean } from '../errors/suggestions.ts';
import type { Path, SceneDocument } from './document.ts';

type Variable = string | number | boolean;

/**
 * The content of a scene with every `${name}` replaced. A text that is nothing but one variable takes its type.
 * Throws InputError where a name is not among the scene's `variables`.
 * @param given values from the command line, before those of the scene and of their types.
 */
export function replaceVariables(document: SceneDocument, given: Readonly<Record<string, string>>): unknown {
  const content = document.content;
  const own = (content as { variables?: Record<string, Variable> } | null)?.variables ?? {};
  for (const name of Object.keys(given))
    if (!(name in own))
      throw new InputError(`there is no variable "${name}" to set; ${didYouMean(name, Object.keys(own))}`, {
        file: document.file,
      });
  const set = Object.entries(given).map(([name, text]) => [name, likeOwn(name, text)]);
  const variables: Record<string, Variable> = { ...own, ...Object.fromEntries(set) };

  function likeOwn(name: string, text: string): Variable {
    if (typeof own[name] === 'string') return text;
    const value = parse(text);
    if (typeof value === typeof own[name]) return value as Variable;
    throw new InputError(
      `the variable "${name}" cannot be set to "${text}"; it takes a ${typeof own[name]} like ${own[name]}.`,
      { file: document.file },
    );
  }

  function replace(value: unknown, path: Path): unknown {
    if (typeof value === 'string') return replaceIn(value, path);
    if (Array.isArray(value)) return value.map((item, index) => replace(item, [...path, index]));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, replace(item, [...path, name])]),
    );
  }

  function replaceIn(text: string, path: Path): unknown {
    const whole = /^\$\{([^}]*)\}$/.exec(text);
    if (whole) return lookUp(whole[1], path);
    return text.replace(/\$\{([^}]*)\}/g, (_, name: string) => String(lookUp(name, path)));
  }

  function lookUp(name: string, path: Path): Variable {
    if (name in variables) return variables[name];
    throw new InputError(
      `there is no variable "${name}"; ${didYouMean(name, Object.keys(variables))}`,
      document.placeOf(path),
    );
  }

  return replace(content, []);
}
