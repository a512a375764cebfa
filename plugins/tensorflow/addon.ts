import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Availability } from '../../core/contracts/plugin.ts';
import { withoutNativeMessages } from './native-messages.ts';

const require = createRequire(import.meta.url);

interface Addon {
  readonly TF_Version: string;
}

/** Loads the addon of tfjs-node and with it TensorFlow's libraries. Throws when either is missing. */
export function loadAddon(): Addon {
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
  const home = dirname(require.resolve('@tensorflow/tfjs-node/package.json'));
  return withoutNativeMessages(() => require(join(home, 'lib', 'napi-v8', 'tfjs_binding.node')));
}

/** Whether the addon loads on this machine, and with which TensorFlow. */
export function addonAvailability(): Availability {
  try {
    return { available: true, detail: `TensorFlow ${loadAddon().TF_Version}` };
  } catch (error) {
    return {
      available: false,
      reason: `the TensorFlow addon does not load: ${firstLine(error)}`,
      remedy: 'run `npm run setup`, which names what it lacks',
    };
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0];
}
