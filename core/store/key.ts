import { createHash } from 'node:crypto';

/** Plain data that says all there is to say about what an artifact was made from. */
export type Key =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Key[]
  | { readonly [name: string]: Key };

/** JSON with sorted names and without undefined members: equal data give equal text. Throws on NaN and infinities. */
export function canonicalJson(key: Key): string {
  if (key === null || typeof key === 'string' || typeof key === 'boolean') return JSON.stringify(key);
  if (typeof key === 'number') {
    if (!Number.isFinite(key)) throw new RangeError(`${key} cannot stand in a key`);
    return JSON.stringify(key);
  }
  if (Array.isArray(key)) return `[${key.map(canonicalJson).join(',')}]`;
  const members = Object.entries(key as Record<string, Key>)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${JSON.stringify(name)}:${canonicalJson(value)}`);
  return `{${members.join(',')}}`;
}

/** The content key: 32 hexadecimal digits of SHA-256 over the canonical JSON. */
export function hashKey(key: Key): string {
  return digest(canonicalJson(key)).slice(0, 32);
}

/** SHA-256, hexadecimal. */
export function digest(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
