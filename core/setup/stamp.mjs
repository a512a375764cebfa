import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { project } from './project.mjs';

const stampFile = join(project, '.neuroid', 'setup.json');

/** Changes with the locked packages, with set-up itself, with the Node that runs it and with the project's place. */
function key() {
  const own = join(project, 'core', 'setup');
  const sources = [join(project, 'package-lock.json'), ...readdirSync(own).map((name) => join(own, name))];
  const hash = createHash('sha256').update(
    `${process.version} ${process.platform} ${process.arch} ${project}`,
  );
  for (const source of sources.sort()) hash.update(source).update(readFileSync(source));
  return hash.digest('hex');
}

/**
 * What an earlier set-up left, or undefined when it no longer holds.
 * @returns {{ key: string, files: string[], shortcomings: string[] } | undefined}
 */
export function validStamp() {
  try {
    const stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
    return stamp.key === key() && stamp.files.every(existsSync) ? stamp : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Records that set-up is complete as long as the given files exist.
 * @param {string[]} files
 * @param {string[]} shortcomings sentences to repeat at every start
 */
export function writeStamp(files, shortcomings) {
  const unfinished = `${stampFile}.${process.pid}`;
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(unfinished, JSON.stringify({ key: key(), files, shortcomings }, null, 2));
  renameSync(unfinished, stampFile);
}
