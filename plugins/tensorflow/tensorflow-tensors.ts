import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import type * as tensorflow from '@tensorflow/tfjs';
import type { Tensors } from '../../core/contracts/tensors.ts';
import { loadAddon } from './addon.ts';

const require = createRequire(import.meta.url);

/**
 * Starts TensorFlow in this process. The number of threads holds from the first start on.
 * With equal threads on equal processors, equal computations give equal bits.
 */
export async function createTensorflowTensors(threads = availableParallelism()): Promise<Tensors> {
  process.env.TF_NUM_INTRAOP_THREADS = String(threads);
  process.env.TF_DETERMINISTIC_OPS = '1';
  const { TF_Version } = loadAddon();
  restoreNullCheck();
  const tf: typeof tensorflow = require('@tensorflow/tfjs-node');
  await tf.setBackend('tensorflow');
  await tf.ready();
  return {
    identity: `tensorflow ${TF_Version} (tfjs-node ${packageVersion()}, ${threads} threads)`,
    threads,
    tf,
  };
}

function packageVersion(): string {
  return require('@tensorflow/tfjs-node/package.json').version;
}

/** tfjs-node calls `util.isNullOrUndefined`, which Node dropped in version 23. */
function restoreNullCheck(): void {
  const util: { isNullOrUndefined?: (value: unknown) => boolean } = require('node:util');
  util.isNullOrUndefined ??= (value) => value === null || value === undefined;
}
