import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Codec } from './codec.ts';

/** Plain data as `value.json`. Numbers that JSON lacks are refused. */
export function jsonCodec<Value>(): Codec<Value> {
  return {
    format: 'json-1',
    write: (folder, value) => writeFile(join(folder, 'value.json'), JSON.stringify(value, refuseUnwritable)),
    read: async (folder) => JSON.parse(await readFile(join(folder, 'value.json'), 'utf8')) as Value,
  };
}

function refuseUnwritable(name: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`${name} is ${value}, which JSON cannot hold`);
  return value;
}
