import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { debianCommand, installDebianPackages } from './debian.mjs';
import { buildEngineFolder } from './engine-folder.mjs';
import { engines, packages } from './project.mjs';
import { reasonIn, run } from './run.mjs';
import { takeFromWheel } from './wheel.mjs';

const requirement = 'tensorflow-cpu==2.21.0';
const selection = ['--python-version', '3.11', '--platform', 'manylinux_2_27_x86_64'];
const libraries = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'];
const headers = ['tensorflow/c', 'tensorflow/core/platform', 'xla/tsl', 'tsl/platform'];
const members = [
  ...libraries.map((name) => `tensorflow/${name}`),
  ...headers.map((name) => `tensorflow/include/${name}/`),
];

export const builtAddon = join(engines, 'tensorflow', 'tfjs_binding.node');

/**
 * Compiles the addon of tfjs-node against the libraries inside TensorFlow's Python wheel.
 * @param {(text: string) => void} say
 * @returns {Promise<string | undefined>} why it failed
 */
export async function buildTensorflowFromWheel(say) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return `its Python wheel serves Linux x64 only, not ${process.platform} ${process.arch}`;
  if (!(await hasCompiler()) && !(await installDebianPackages(['g++'], say)))
    return `there is no C++ compiler (${debianCommand(['g++'])})`;
  return buildEngineFolder('tensorflow', (folder) => build(folder, say));
}

async function hasCompiler() {
  return (await run('g++', ['--version'])).ok;
}

async function build(folder, say) {
  const failure = await takeFromWheel({ requirement, selection, members, folder }, say);
  if (failure !== undefined) return failure;
  for (const name of libraries) renameSync(join(folder, 'tensorflow', name), join(folder, name));
  say('compiling the addon with g++');
  const compiled = await compile(folder, join(folder, 'tensorflow', 'include'));
  if (!compiled.ok) return `the addon does not compile (${reasonIn(compiled.output)})`;
  rmSync(join(folder, 'tensorflow'), { recursive: true });
  // Without its symbol table the library is a quarter smaller; where `strip` is missing it stays as it is.
  await run('strip', ['--strip-unneeded', ...libraries], { folder });
  return undefined;
}

function compile(folder, include) {
  const sources = join(packages, '@tensorflow', 'tfjs-node', 'binding');
  return run('g++', [
    ...['-std=c++17', '-O2', '-shared', '-fPIC', '-DNAPI_VERSION=8'],
    ...['-I', join(packages, 'node-api-headers', 'include'), '-I', include],
    ...[join(sources, 'tfjs_backend.cc'), join(sources, 'tfjs_binding.cc')],
    ...['-o', join(folder, 'tfjs_binding.node'), '-L', folder],
    ...libraries.map((name) => `-l:${name}`),
    '-Wl,-rpath,$ORIGIN',
  ]);
}
