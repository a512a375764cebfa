import type * as tensorflow from '@tensorflow/tfjs';
import { InputError } from '../../core/errors/errors.ts';
import type { ModelFiles } from './model-files.ts';

/** Builds the model. Throws InputError when TensorFlow.js does not know its layers, or weights are missing. */
export async function loadModel(
  tf: typeof tensorflow,
  { manifest, weights }: ModelFiles,
  file: string,
): Promise<tensorflow.LayersModel> {
  try {
    return await tf.loadLayersModel(
      tf.io.fromMemory({
        modelTopology: manifest.modelTopology,
        weightSpecs: manifest.weightsManifest.flatMap(
          (group) => group.weights as tensorflow.io.WeightsManifestEntry[],
        ),
        weightData: weights.buffer,
      }),
    );
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    throw new InputError(`TensorFlow.js cannot build this model: ${reason}`, { file }, { cause: error });
  }
}
