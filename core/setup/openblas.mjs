import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildEngineFolder } from './engine-folder.mjs';
import { engines } from './project.mjs';
import { takeFromWheel } from './wheel.mjs';

const wheel = {
  requirement: 'scipy-openblas32==0.3.34.481.3',
  members: ['scipy_openblas32/lib/', 'scipy_openblas32/.dylibs/', 'scipy_openblas32.libs/'],
};
const suffix = { darwin: 'dylib', win32: 'dll' }[process.platform] ?? 'so';
const library = join(engines, 'openblas', 'scipy_openblas32', 'lib', `libscipy_openblas.${suffix}`);
const systemLibraries = ['/usr/lib', '/usr/lib64', '/usr/local/lib', '/opt/homebrew/opt/openblas/lib']
  .flatMap((folder) => [folder, join(folder, 'x86_64-linux-gnu'), join(folder, 'aarch64-linux-gnu')])
  .flatMap((folder) =>
    ['libopenblas.so.0', 'libopenblas.so', 'libopenblas.dylib'].map((name) => join(folder, name)),
  );

/**
 * Linear algebra: OpenBLAS from its Python wheel, else the system's, else plain TypeScript.
 * @param {(text: string) => void} say
 */
export async function openblas(say) {
  if (existsSync(library)) return { text: 'OpenBLAS, already there', files: [library] };
  const failure = await buildEngineFolder('openblas', (folder) => takeFromWheel({ ...wheel, folder }, say));
  if (failure === undefined) return { text: 'OpenBLAS from its Python wheel', files: [library] };
  const system = systemLibraries.find(existsSync);
  if (system) return { text: `OpenBLAS of the system (${failure})`, files: [system] };
  return {
    text: 'plain TypeScript',
    files: [],
    shortcoming:
      `Linear algebra runs in plain TypeScript, some 20 times slower than OpenBLAS, because ${failure}; ` +
      'remedy: `sudo apt-get install libopenblas0` or Python with pip and a network, then `npm run setup`.',
  };
}
