import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { type ArtifactEntry, createStore, type Store } from '../../store/store.ts';
import { defaultStore } from '../folders.ts';
import { createLog } from '../logging.ts';

interface StoreOptions {
  readonly store: string;
  readonly json?: boolean;
}

const day = 86_400_000;

export function storeCommand(): Command {
  const store = new Command('store').description('look after the artifacts that runs keep');
  const sub = (name: string, description: string) =>
    store.command(name).description(description).option('--store <folder>', 'the store', defaultStore);
  sub('ls', 'list artifacts by kind')
    .option('--json', 'every artifact, for programs')
    .action(async (options: StoreOptions) => {
      const entries = await open(options).list();
      process.stdout.write(options.json ? `${JSON.stringify(entries, null, 2)}\n` : summaryText(entries));
    });
  sub('verify', 'check every artifact against its digests').action(async (options: StoreOptions) => {
    const checks = await open(options).verify();
    const damaged = checks.filter(({ damage }) => damage !== undefined);
    for (const { kind, hash, damage } of damaged) process.stdout.write(`${kind}/${hash}: ${damage}\n`);
    process.stdout.write(`${checks.length} artifacts, ${damaged.length} damaged.\n`);
    if (damaged.length > 0)
      process.stdout.write('The next run drops the damaged ones and computes them anew.\n');
  });
  sub('gc', 'drop artifacts that no run has used for a while')
    .option('--days <number>', 'days without use; 0 drops everything', parseDays, 30)
    .action(async (options: StoreOptions & { readonly days: number }) => {
      const opened = open(options);
      await opened.sweep();
      const old = (await opened.list()).filter(
        ({ used }) => Date.now() - used.getTime() >= options.days * day,
      );
      for (const entry of old) await opened.remove(entry);
      process.stdout.write(`${old.length} artifacts dropped, ${sizeText(totalBytes(old))} freed.\n`);
    });
  return store;
}

function open({ store }: StoreOptions): Store {
  return createStore(resolve(store), createLog());
}

function parseDays(text: string): number {
  const days = Number(text);
  if (text === '' || !(days >= 0)) throw new InvalidArgumentError('give a number of days, 0 or more.');
  return days;
}

function summaryText(entries: readonly ArtifactEntry[]): string {
  const kinds = [...new Set(entries.map(({ kind }) => kind))];
  const rows = kinds.map((kind) => {
    const own = entries.filter((entry) => entry.kind === kind);
    return `${kind.padEnd(18)} ${String(own.length).padStart(6)}  ${sizeText(totalBytes(own)).padStart(10)}`;
  });
  return `${[...rows, `${entries.length} artifacts, ${sizeText(totalBytes(entries))}.`].join('\n')}\n`;
}

function totalBytes(entries: readonly ArtifactEntry[]): number {
  return entries.reduce((sum, { bytes }) => sum + bytes, 0);
}

export function sizeText(bytes: number): string {
  return bytes < 1e6
    ? `${(bytes / 1e3).toFixed(0)} kB`
    : bytes < 1e9
      ? `${(bytes / 1e6).toFixed(1)} MB`
      : `${(bytes / 1e9).toFixed(2)} GB`;
}
