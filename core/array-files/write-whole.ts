import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../errors/errors.ts';
import { explainWriteError, syncTree } from '../store/atomic.ts';

/**
 * Writes a file, with what stands beside it, whole or not at all.
 * @param write is given the same name in a folder of its own, whose content is moved to its place in the end.
 * Throws InputError when there is such a file, EnvironmentError when it cannot be written.
 */
export async function writeWhole(path: string, write: (staged: string) => Promise<void>): Promise<void> {
  if (await stat(path).catch(() => undefined))
    throw new InputError(`${path}: is there already; remove it or choose another name.`);
  let staging: string | undefined;
  try {
    await mkdir(dirname(path), { recursive: true });
    staging = await mkdtemp(join(dirname(path), '.neuroid-'));
    await write(join(staging, basename(path)));
    await syncTree(staging);
    for (const name of await readdir(staging)) await rename(join(staging, name), join(dirname(path), name));
  } catch (error) {
    throw explainWriteError(error, path);
  } finally {
    if (staging) await rm(staging, { recursive: true, force: true });
  }
}
