import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { withoutNativeMessages } from '../../core/native/messages.ts';

const require = createRequire(import.meta.url);

interface Addon {
  readonly TF_Version: string;
}

export function addonPath(): string {
  const home = dirname(require.resolve('@tensorflow/tfjs-node/package.json'));
  return join(home, 'lib', 'napi-v8', 'tfjs_binding.node');
}

/**
 * Loads the addon of tfjs-node and with it TensorFlow's libraries. As it loads, TensorFlow reads its settings from the
 * environment and fixes its number of threads. Bound to its own symbols first: TensorFlow and Mesa each bring an LLVM,
 * and a call that ends in the other's crashes the process. Throws when addon or libraries are missing.
 */
export function loadAddon(): Addon {
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
  const { RTLD_LAZY, RTLD_DEEPBIND } = constants.dlopen;
  const module: { readonly exports: Partial<Addon> } = { exports: {} };
  const path = realpathSync(addonPath());
  withoutNativeMessages(() => process.dlopen(module, path, RTLD_LAZY | (RTLD_DEEPBIND ?? 0)));
  return module.exports as Addon;
}
