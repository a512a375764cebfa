import type { Path } from '../scene/document.ts';

export interface LockDifference {
  /** For instance `stimuli.0.size`. */
  readonly name: string;
  readonly found: unknown;
  readonly wanted: unknown;
}

/** The first option in which two locks differ, but for those at the ignored places and what is below them. */
export function firstDifference(
  found: unknown,
  wanted: unknown,
  ignored: readonly Path[] = [],
): LockDifference | undefined {
  return compare(found, wanted, [], new Set(ignored.map(nameOf)));
}

function compare(
  found: unknown,
  wanted: unknown,
  path: Path,
  ignored: ReadonlySet<string>,
): LockDifference | undefined {
  if (found === wanted || ignored.has(nameOf(path))) return undefined;
  if (!isTree(found) || !isTree(wanted)) return { name: nameOf(path), found, wanted };
  for (const name of new Set([...Object.keys(wanted), ...Object.keys(found)])) {
    const difference = compare(found[name], wanted[name], [...path, name], ignored);
    if (difference) return difference;
  }
  return undefined;
}

/** For instance `stimuli.0.size is 128 there, and 256 here`. */
export function describeDifference({ name, found, wanted }: LockDifference): string {
  return `${name} is ${show(found)} there, and ${show(wanted)} here`;
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function nameOf(path: Path): string {
  return path.join('.');
}

function show(value: unknown): string {
  if (value === undefined) return 'not given';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
