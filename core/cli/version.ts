import { readFileSync } from 'node:fs';

/** Version of Neuroid, from its package.json. */
export function neuroidVersion(): string {
  const description = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(description) as { version: string }).version;
}
