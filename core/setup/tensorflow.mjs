import { mkdirSync, readlinkSync, renameSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packages } from './project.mjs';
import { reasonIn, run } from './run.mjs';
import { downloadTensorflow } from './tensorflow-download.mjs';
import { buildTensorflowFromWheel, builtAddon } from './tensorflow-wheel.mjs';

const addon = join(packages, '@tensorflow', 'tfjs-node', 'lib', 'napi-v8', 'tfjs_binding.node');

/**
 * Tensors: TensorFlow from tfjs-node's own download, else from its Python wheel, else WebAssembly.
 * @param {(text: string) => void} say
 */
export async function tensorflow(say) {
  const present = await versionOf(addon);
  if (present) return { text: `TensorFlow ${present}, already there`, files: [addon] };
  const relinked = await linkBuiltAddon();
  if (relinked) return { text: `TensorFlow ${relinked}, linked again`, files: [addon] };

  const notDownloaded = await downloadTensorflow(say);
  const downloaded = await versionOf(addon);
  if (downloaded) return { text: `TensorFlow ${downloaded} from the package's own download`, files: [addon] };

  const notBuilt = await buildTensorflowFromWheel(say);
  const built = await linkBuiltAddon();
  if (built)
    return {
      text: `TensorFlow ${built} from its Python wheel (${notDownloaded ?? 'own download failed'})`,
      files: [addon],
    };
  const { output } = await loadAddon(addon);
  return {
    text: 'WebAssembly',
    files: [],
    shortcoming:
      'Tensors run on WebAssembly, three to five times slower than TensorFlow, because ' +
      `${notDownloaded ?? 'the downloaded TensorFlow does not load'} and ${notBuilt ?? reasonIn(output)}; ` +
      'remedy: on Linux x64 install g++ and Python with pip, give it a network, then `npm run setup`.',
  };
}

/** Puts the addon that was built from the wheel where tfjs-node looks for it; gives TensorFlow's version. */
async function linkBuiltAddon() {
  if (!(await versionOf(builtAddon))) return undefined;
  if (linkTarget() !== builtAddon) {
    const unfinished = `${addon}.${process.pid}`;
    mkdirSync(dirname(addon), { recursive: true });
    symlinkSync(builtAddon, unfinished);
    renameSync(unfinished, addon);
  }
  return versionOf(addon);
}

function linkTarget() {
  try {
    return readlinkSync(addon);
  } catch {
    return undefined;
  }
}

/** TensorFlow's version, asked of the addon in a process of its own: a library that crashes harms nobody. */
async function versionOf(path) {
  const { ok, output } = await loadAddon(path);
  return ok ? output.trim().split('\n').at(-1) : undefined;
}

function loadAddon(path) {
  const script = 'console.log(require(process.argv[1]).TF_Version)';
  return run(process.execPath, ['--eval', script, path], {
    environment: { TF_CPP_MIN_LOG_LEVEL: '3' },
    seconds: 60,
  });
}
