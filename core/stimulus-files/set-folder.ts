import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { InputError } from '../errors/errors.ts';
import type { Path } from '../scene/document.ts';
import { explainWriteError } from '../store/atomic.ts';
import { describeDifference, firstDifference } from './lock-difference.ts';
import { unfinishedName } from './picture-files.ts';

export const lockName = 'scene.lock.yaml';

/** The lock file as plain data: a scene that also says what was chosen on the command line. */
export interface Lock {
  readonly seed: string;
  readonly locked: LockedChoice & Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

export interface LockedChoice {
  readonly only?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly count?: number | undefined;
  readonly maps?: readonly string[];
  readonly also?: readonly string[];
}

/** What of a lock may change while the pictures in the folder stay as they are. */
const free: readonly Path[] = [
  ['scene'],
  ['folder'],
  ...['only', 'count', 'maps', 'also', 'mapUnits'].map((name) => ['locked', name]),
];

/**
 * The lock of a folder that holds a rendered set, or undefined where the folder is empty or not there. Throws
 * InputError when it holds something else.
 */
export async function readLock(folder: string): Promise<Lock | undefined> {
  const entries = await namesIn(folder);
  if (entries.length === 0) return undefined;
  if (!entries.includes(lockName))
    throw new InputError(
      `${folder} holds ${count(entries, 'thing')} already, but no ${lockName}; choose another folder with --out.`,
    );
  const path = join(folder, lockName);
  const content = parsed(await readFile(path, 'utf8'));
  if (isLock(content)) return content;
  throw new InputError(`${path} is not the lock of a rendered set; choose another folder with --out.`);
}

/** Undefined where the text is not YAML. */
function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** Throws InputError naming the first difference when the folder holds pictures of another set. */
export function refuseOtherSet(folder: string, earlier: Lock, lock: Lock, selection: readonly Path[]): void {
  const difference = firstDifference(earlier, lock, [...free, ...selection]);
  if (difference)
    throw new InputError(
      `${folder} holds another set: ${describeDifference(difference)}; choose another folder with --out.`,
    );
}

/** A folder only grows. Throws InputError when it holds pictures that are none of these. */
export async function refuseStrangers(folder: string, names: readonly string[]): Promise<void> {
  const known = new Set(names);
  const strangers = (await namesIn(join(folder, 'images'))).filter((name) => !known.has(name));
  if (strangers.length > 0)
    throw new InputError(
      `${folder} holds ${count(strangers, 'picture')} that this choice of stimuli leaves out, for instance ` +
        `${strangers[0]}; a folder only grows: choose more stimuli, or another folder with --out.`,
    );
}

/** Drops what a killed run left behind. */
export function dropUnfinished(folder: string): Promise<void> {
  return rm(join(folder, unfinishedName), { recursive: true, force: true });
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw explainWriteError(error, folder);
  });
}

function isLock(content: unknown): content is Lock {
  return typeof content === 'object' && content !== null && 'seed' in content && 'locked' in content;
}

function count(things: readonly unknown[], noun: string): string {
  return `${things.length} ${noun}${things.length === 1 ? '' : 's'}`;
}
