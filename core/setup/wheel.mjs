import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pythonWithPip } from './python.mjs';
import { reasonIn, run } from './run.mjs';

const extractor = fileURLToPath(new URL('extract-wheel.py', import.meta.url));

/**
 * Takes some members of a Python wheel, without installing it.
 * @param {{ requirement: string, selection?: string[], members: string[], folder: string }} wanted
 *   `selection`: pip's options for another Python or platform than the present; `members`: prefixes of names.
 * @returns {Promise<string | undefined>} why it failed; undefined when the members are in the folder.
 */
export async function takeFromWheel({ requirement, selection = [], members, folder }) {
  const python = await pythonWithPip();
  if (!python) return 'there is no Python with pip';
  const download = join(folder, 'download');
  mkdirSync(download, { recursive: true });
  const options = [
    '--no-deps',
    '--only-binary=:all:',
    '--no-cache-dir',
    '--disable-pip-version-check',
    '--no-input',
  ];
  const pip = ['-m', 'pip', 'download', ...options, ...selection, '--dest', download, requirement];
  const downloaded = await run(python, pip, { seconds: 1800 });
  if (!downloaded.ok) return `pip could not get ${requirement}: ${reasonIn(downloaded.output)}`;
  const wheel = join(download, readdirSync(download)[0]);
  const extracted = await run(python, [extractor, wheel, folder, ...members]);
  rmSync(download, { recursive: true });
  return extracted.ok ? undefined : `${requirement} could not be unpacked: ${reasonIn(extracted.output)}`;
}
