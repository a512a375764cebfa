import { chmodSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { engines } from './project.mjs';

const unfinishedPrefix = 'unfinished-';

/**
 * Builds an engine's folder aside and moves it into place when it is complete.
 * @param {string} name
 * @param {(folder: string) => Promise<string | undefined>} build returns why it failed
 * @returns {Promise<string | undefined>} why it failed; undefined when the folder is in place
 */
export async function buildEngineFolder(name, build) {
  mkdirSync(engines, { recursive: true });
  const folder = mkdtempSync(join(engines, unfinishedPrefix));
  try {
    const failure = await build(folder);
    if (failure === undefined) {
      rmSync(join(engines, name), { recursive: true, force: true });
      chmodSync(folder, 0o755);
      renameSync(folder, join(engines, name));
    }
    return failure;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Removes what an interrupted set-up left behind. */
export function removeUnfinishedEngines() {
  mkdirSync(engines, { recursive: true });
  for (const name of readdirSync(engines))
    if (name.startsWith(unfinishedPrefix)) rmSync(join(engines, name), { recursive: true, force: true });
}
