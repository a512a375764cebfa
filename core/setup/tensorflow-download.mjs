import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { packages } from './project.mjs';
import { reasonIn, run } from './run.mjs';

const folder = join(packages, '@tensorflow', 'tfjs-node');
const probeSeconds = 4;

/**
 * Runs the install script of tfjs-node, which fetches TensorFlow and a compiled addon.
 * @param {(text: string) => void} say
 * @returns {Promise<string | undefined>} why it failed
 */
export async function downloadTensorflow(say) {
  say("asking for the package's own download");
  if (!(await hostAnswers())) return "the package's own download cannot be reached";
  const description = join(folder, 'package.json');
  const original = readFileSync(description);
  const { ok, output } = await run(process.execPath, [join('scripts', 'install.js')], {
    folder,
    environment: { PATH: `${join(packages, '.bin')}${delimiter}${process.env.PATH}` },
    seconds: 600,
  });
  if (ok) return undefined;
  writeFileSync(description, original);
  return `the package's own download failed (${reasonIn(output)})`;
}

async function hostAnswers() {
  const host = process.env.TFJS_NODE_CDN_STORAGE ?? 'https://storage.googleapis.com/';
  try {
    await fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(probeSeconds * 1000) });
    return true;
  } catch {
    return false;
  }
}
