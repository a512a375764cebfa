import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import type * as tensorflow from '@tensorflow/tfjs';
import type { Tensors } from '../../core/contracts/tensors.ts';
import { loadAddon } from './addon.ts';
import { compileGraph } from './compile-graph.ts';
import { createWholeKernels } from './whole-kernels.ts';

const require = createRequire(import.meta.url);

/**
 * Starts TensorFlow in this process. The number of threads holds from the first start on; later ones report it.
 * With equal threads on equal processors, equal computations give equal bits.
 */
export async function createTensorflowTensors(wanted = availableParallelism()): Promise<Tensors> {
  const threads = settledThreads(wanted);
  const { TF_Version } = loadAddon();
  restoreNullCheck();
  const tf: typeof tensorflow = require('@tensorflow/tfjs-node');
  await tf.setBackend('tensorflow');
  await tf.ready();
  return {
    identity: `tensorflow ${TF_Version} (tfjs-node ${packageVersion()}, oneDNN, ${threads} thread${threads === 1 ? '' : 's'})`,
    threads,
    tf,
    wholeKernels: createWholeKernels(tf),
    compile: (graph) => compileGraph(tf, graph),
  };
}

/** TensorFlow reads its settings from the environment once, as its addon loads. Convolutions of oneDNN take half the time. */
function settledThreads(wanted: number): number {
  const { findBackend }: typeof tensorflow = require('@tensorflow/tfjs');
  if (!findBackend('tensorflow')) {
    process.env.TF_NUM_INTRAOP_THREADS = String(wanted);
    process.env.TF_DETERMINISTIC_OPS = '1';
    process.env.TF_ENABLE_ONEDNN_OPTS = '1';
  }
  return Number(process.env.TF_NUM_INTRAOP_THREADS);
}

function packageVersion(): string {
  return require('@tensorflow/tfjs-node/package.json').version;
}

/** tfjs-node calls `util.isNullOrUndefined`, which Node dropped in version 23. */
function restoreNullCheck(): void {
  const util: { isNullOrUndefined?: (value: unknown) => boolean } = require('node:util');
  util.isNullOrUndefined ??= (value) => value === null || value === undefined;
}
