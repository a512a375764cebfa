import { z } from 'zod';
import { InputError } from '../errors/errors.ts';
import { didYouMean } from '../errors/suggestions.ts';
import type { Path, SceneDocument } from './document.ts';

/**
 * Checks a part of a scene. Throws InputError with the place, the value and what would be right.
 * @param under where the part stands in the scene.
 */
export function checkAgainst<Output>(
  schema: z.ZodType<Output>,
  content: unknown,
  document: SceneDocument,
  under: Path = [],
): Output {
  const checked = schema.safeParse(content);
  if (checked.success) return checked.data;
  const issue = innermost(checked.error.issues[0]);
  const path: Path = [...under, ...(issue.path as Path)];
  if (issue.code === 'unrecognized_keys') {
    const [key] = issue.keys;
    const known = keysAt(schema, issue.path as Path);
    const suggestion = known.length === 0 ? 'it takes none here.' : didYouMean(key, known);
    throw new InputError(
      `unknown key ${[...path, key].join('.')}; ${suggestion}`,
      document.placeOfKey([...path, key]),
    );
  }
  const value = valueAt(content, issue.path as Path);
  const name = path.join('.') || 'the scene';
  const found = value === undefined ? `${name} is missing` : `${name} is ${show(value)}`;
  throw new InputError(`${found}; ${expectation(issue)}.`, document.placeOf(path));
}

type Issue = z.core.$ZodIssue;

/** Of a union that matched nowhere, the issue of the alternative that came furthest. */
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const deepest = issue.errors
    .flatMap((issues) => issues.slice(0, 1))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
  if (!deepest || deepest.path.length === 0) return issue;
  return innermost({ ...deepest, path: [...issue.path, ...deepest.path] });
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${issue.expected === 'int' ? 'a whole number' : withArticle(issue.expected)}`;
    case 'invalid_value':
      return `expected ${issue.values.map(show).join(' or ')}`;
    case 'too_small':
      return `it must ${bound(issue.origin, 'at least', 'more than', issue.minimum, issue.inclusive)}`;
    case 'too_big':
      return `it must ${bound(issue.origin, 'at most', 'less than', issue.maximum, issue.inclusive)}`;
    case 'invalid_format':
    case 'custom':
      return `expected ${issue.message}`;
    case 'invalid_union': {
      if (issue.errors.length === 0) return issue.message.replace(/^.*Expected/, 'expected');
      const alternatives = issue.errors.flatMap(([first]) => (first ? [expectation(first)] : []));
      return [...new Set(alternatives)].join(', or ') || issue.message;
    }
    default:
      return issue.message;
  }
}

function bound(
  origin: string,
  inclusive: string,
  exclusive: string,
  limit: number | bigint,
  includes?: boolean,
) {
  const range = `${includes === false ? exclusive : inclusive} ${limit}`;
  if (origin === 'array') return `hold ${range} item${limit === 1 ? '' : 's'}`;
  if (origin === 'string') return `have ${range} character${limit === 1 ? '' : 's'}`;
  return `be ${range}`;
}

function withArticle(type: string): string {
  if (type === 'record') return 'a mapping of names to values';
  if (type === 'array') return 'a list';
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, name) => (value as Record<string | number, unknown> | undefined)?.[name],
    content,
  );
}

/** Keys that an object of the schema may have at a path. */
function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) {
    if (path.length === 0) return Object.keys(inner.shape);
    const member = inner.shape[path[0]];
    return member ? keysAt(member, path.slice(1)) : [];
  }
  if (inner instanceof z.ZodArray) return keysAt(inner.element, path.slice(1));
  if (inner instanceof z.ZodRecord) return keysAt(inner.valueType, path.slice(1));
  if (inner instanceof z.ZodUnion)
    return [...new Set(inner.options.flatMap((option) => keysAt(option, path)))];
  return [];
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodPipe)
    return unwrap(schema.in instanceof z.ZodTransform ? schema.out : schema.in);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return unwrap(schema.unwrap());
  return schema;
}
