import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type * as tensorflow from '@tensorflow/tfjs';
import type * as wasm from '@tensorflow/tfjs-backend-wasm';
import type { Availability } from '../../core/contracts/plugin.ts';
import type { Tensors } from '../../core/contracts/tensors.ts';
import { registerGradientKernels } from './gradient-kernels.ts';

const require = createRequire(import.meta.url);

export function wasmAvailability(): Availability {
  return { available: true, detail: `WebAssembly (tfjs-backend-wasm ${packageVersion()}), one thread` };
}

/** Starts the WebAssembly backend and gives it the gradients it lacks. */
export async function createWasmTensors(): Promise<Tensors> {
  const tf: typeof tensorflow = require('@tensorflow/tfjs');
  const { setWasmPaths }: typeof wasm = require('@tensorflow/tfjs-backend-wasm');
  if (!tf.findBackend('wasm')) setWasmPaths(join(binaries(), sep));
  await tf.setBackend('wasm');
  await tf.ready();
  registerGradientKernels(tf);
  return {
    identity: `wasm ${packageVersion()}`,
    threads: 1,
    degraded:
      'Tensors run on WebAssembly, on one core and three to five times slower than TensorFlow, which `npm run setup` fetches.',
    tf,
  };
}

function packageVersion(): string {
  return require('@tensorflow/tfjs-backend-wasm/package.json').version;
}

function binaries(): string {
  return dirname(require.resolve('@tensorflow/tfjs-backend-wasm'));
}
