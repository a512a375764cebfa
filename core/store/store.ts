import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { token } from '../container/token.ts';
import type { Log } from '../contracts/logging.ts';
import { explainWriteError, syncTree } from './atomic.ts';
import type { Codec } from './codec.ts';
import { canonicalJson, digest, hashKey, type Key } from './key.ts';

/** One step of the pull: what it makes, from what, and how. */
export interface Step<Value> {
  /** Folder of the store, plural: `frames`, `responses`. */
  readonly kind: string;
  /** Everything the value depends on. */
  readonly key: Key;
  readonly codec: Codec<Value>;
  compute(): Promise<Value>;
}

export interface ArtifactEntry {
  readonly kind: string;
  readonly hash: string;
  readonly bytes: number;
  /** When it was last read or written. */
  readonly used: Date;
}

export type ArtifactCheck = ArtifactEntry & { readonly damage: string | undefined };

/** Artifacts on disk, addressed by what they were made from. */
export interface Store {
  readonly folder: string;
  /** The stored value, or the computed one, stored. A damaged artifact is named, dropped and computed anew. */
  getOrCompute<Value>(step: Step<Value>): Promise<Value>;
  has(step: Pick<Step<unknown>, 'kind' | 'key' | 'codec'>): Promise<boolean>;
  /** Removes the value of a step, where there is one. */
  drop(step: Pick<Step<unknown>, 'kind' | 'key' | 'codec'>): Promise<void>;
  list(): Promise<ArtifactEntry[]>;
  verify(): Promise<ArtifactCheck[]>;
  remove(entry: ArtifactEntry): Promise<void>;
  /** Drops what interrupted runs left behind. */
  sweep(): Promise<void>;
}

export const StoreService = token<Store>('store');

interface Manifest {
  readonly key: string;
  readonly files: Readonly<Record<string, string>>;
}

const manifestName = 'artifact.json';
const temporaryName = '.incomplete';

export function createStore(folder: string, log: Log): Store {
  const address = (kind: string, hash: string) => join(folder, kind, hash);
  const hashOf = ({ key, codec }: Pick<Step<unknown>, 'key' | 'codec'>) =>
    hashKey({ key, format: codec.format });

  async function find<Value>(step: Step<Value>, path: string): Promise<{ value: Value } | undefined> {
    if (!(await isFolder(path))) return undefined;
    const damage = await findDamage(path);
    if (damage) {
      log.warn(`${relative(process.cwd(), path)} is damaged (${damage}); it is dropped and computed anew.`);
      await rm(path, { recursive: true, force: true });
      return undefined;
    }
    const now = new Date();
    await utimes(path, now, now).catch(() => undefined);
    return { value: await step.codec.read(path) };
  }

  async function keep<Value>(step: Step<Value>, path: string, value: Value): Promise<void> {
    const temporary = join(folder, temporaryName, `${process.pid}-${randomUUID()}`);
    try {
      await mkdir(temporary, { recursive: true });
      await step.codec.write(temporary, value);
      const files = Object.fromEntries(await digestTree(temporary));
      const manifest: Manifest = { key: canonicalJson(step.key), files };
      await writeFile(join(temporary, manifestName), `${JSON.stringify(manifest, null, 1)}\n`);
      await syncTree(temporary);
      await mkdir(join(folder, step.kind), { recursive: true });
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
      if (await isFolder(path)) return;
      throw explainWriteError(error, folder);
    }
  }

  async function list(): Promise<ArtifactEntry[]> {
    const entries: ArtifactEntry[] = [];
    for (const kind of await foldersIn(folder)) {
      if (kind === temporaryName) continue;
      for (const hash of await foldersIn(join(folder, kind))) {
        const path = address(kind, hash);
        entries.push({ kind, hash, bytes: await sizeOf(path), used: (await stat(path)).mtime });
      }
    }
    return entries;
  }

  return {
    folder,
    list,
    async getOrCompute(step) {
      const path = address(step.kind, hashOf(step));
      const found = await find(step, path);
      if (found) return found.value;
      const value = await step.compute();
      await keep(step, path, value);
      return value;
    },
    has: (step) => isFolder(address(step.kind, hashOf(step))),
    drop: (step) => rm(address(step.kind, hashOf(step)), { recursive: true, force: true }),
    async verify() {
      const entries = await list();
      return Promise.all(
        entries.map(async (entry) => ({
          ...entry,
          damage: await findDamage(address(entry.kind, entry.hash)),
        })),
      );
    },
    remove: ({ kind, hash }) => rm(address(kind, hash), { recursive: true, force: true }),
    async sweep() {
      for (const name of await foldersIn(join(folder, temporaryName)))
        if (!isRunning(Number(name.split('-')[0])))
          await rm(join(folder, temporaryName, name), { recursive: true, force: true });
    },
  };
}

async function findDamage(path: string): Promise<string | undefined> {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(await readFile(join(path, manifestName), 'utf8')) as Manifest;
  } catch {
    return `${manifestName} cannot be read`;
  }
  const digests = await digestTree(path);
  for (const [name, expected] of Object.entries(manifest.files)) {
    const found = digests.get(name);
    if (found === undefined) return `${name} is missing`;
    if (found !== expected) return `${name} has changed`;
  }
  return undefined;
}

/** SHA-256 of every file below a folder but the manifest, by path with forward slashes, sorted. */
async function digestTree(folder: string): Promise<Map<string, string>> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(
    (entry) => entry.isFile() && !(entry.name === manifestName && entry.parentPath === folder),
  );
  const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
  const digests = new Map<string, string>();
  for (const path of paths)
    digests.set(path.split(sep).join('/'), digest(await readFile(join(folder, path))));
  return digests;
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function sizeOf(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = files.map((entry) =>
    entry.isFile() ? stat(join(entry.parentPath, entry.name)) : { size: 0 },
  );
  return (await Promise.all(sizes)).reduce((total, { size }) => total + size, 0);
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}
