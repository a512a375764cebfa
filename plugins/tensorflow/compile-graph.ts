import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as tensorflow from '@tensorflow/tfjs';
import type { CompiledGraph, Graph } from '../../core/contracts/tensors.ts';
import { encodeSavedModel, savedModelTag } from './saved-model.ts';

type Tensor = tensorflow.Tensor;

/** What tfjs-node's backend offers for SavedModels. */
interface SavedModelBackend {
  readonly binding: { loadSavedModel(folder: string, tags: string): number };
  runSavedModel(id: number, inputs: Tensor[], infos: readonly InputInfo[], outputs: string[]): Tensor[];
  deleteSavedModel(id: number): void;
}

interface InputInfo {
  readonly name: string;
  readonly dtype: 'float32';
  readonly tfDtype: 'DT_FLOAT';
  readonly shape: readonly number[];
}

/** A session of TensorFlow, whose optimiser fuses operations. Its model passes through a folder, the only way in. */
export function compileGraph(tf: typeof tensorflow, graph: Graph): CompiledGraph {
  const backend = tf.backend() as unknown as SavedModelBackend;
  const folder = mkdtempSync(join(tmpdir(), 'neuroid-graph-'));
  let id: number;
  try {
    writeFileSync(join(folder, 'saved_model.pb'), encodeSavedModel(graph));
    id = backend.binding.loadSavedModel(folder, savedModelTag);
  } finally {
    rmSync(folder, { recursive: true });
  }
  return {
    run: (inputs, outputs) =>
      backend.runSavedModel(
        id,
        [...inputs],
        inputs.map(({ shape }, index) => ({
          name: `${graph.inputs[index].name}:0`,
          dtype: 'float32',
          tfDtype: 'DT_FLOAT',
          shape,
        })),
        outputs.map((output) => `${output}:0`),
      ),
    dispose: () => backend.deleteSavedModel(id),
  };
}
