import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EnvironmentError } from '../errors/errors.ts';

/** Writes a whole file or nothing: temporary name, fsync, rename. Throws EnvironmentError when it cannot. */
export async function writeFileAtomically(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${process.pid}-${randomUUID()}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeDurably(temporary, content);
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw explainWriteError(error, path);
  }
}

/** Makes every file below a folder durable, and the folder itself. */
export async function syncTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncTree(path);
    else await syncFolder(path);
  }
  await syncFolder(folder);
}

/** An EnvironmentError with a remedy for errors of the file system; other errors stay as they are. */
export function explainWriteError(error: unknown, path: string): unknown {
  const remedies: Record<string, string> = {
    ENOSPC:
      'the disk is full; free some space (`neuroid store gc` drops artifacts) and run the same command again',
    EDQUOT: 'the disk quota is used up; free some space and run the same command again',
    EROFS: 'the file system is read-only; choose another folder',
    EACCES: 'permission denied; choose another folder or change its permissions',
    EPERM: 'permission denied; choose another folder or change its permissions',
    ENOTDIR: 'a file stands where a folder is needed; choose another folder',
    EEXIST: 'a file stands where a folder is needed; choose another folder',
  };
  const remedy = remedies[(error as NodeJS.ErrnoException)?.code ?? ''];
  return remedy ? new EnvironmentError(`cannot write ${path}: ${remedy}.`, { cause: error }) : error;
}

async function writeDurably(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
