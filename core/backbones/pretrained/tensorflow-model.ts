import type * as tensorflow from '@tensorflow/tfjs';
import type { NamedTensor } from '../../contracts/training.ts';
import { InputError } from '../../errors/errors.ts';
import type { PictureInput } from './picture-input.ts';
import type { Output } from './pretrained-backbone.ts';
import type { TensorflowFiles } from './tensorflow-files.ts';

/** The files as TensorFlow.js loads them. */
export function artifactsOf(tf: typeof tensorflow, { manifest, weights }: TensorflowFiles) {
  return tf.io.fromMemory({
    modelTopology: manifest.modelTopology,
    weightSpecs: manifest.weightsManifest.flatMap(
      (group) => group.weights as tensorflow.io.WeightsManifestEntry[],
    ),
    weightData: weights.buffer,
  });
}

/** What an attempt gives. Throws InputError with the first line of TensorFlow.js' complaint. */
export async function attempt<Result>(
  what: string,
  file: string,
  action: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    throw new InputError(`TensorFlow.js cannot ${what}: ${reason}`, { file }, { cause: error });
  }
}

/** Runs a model on pictures and takes its outputs out of the engine. */
export async function readOutputs(
  tf: typeof tensorflow,
  pictures: Float32Array,
  { height, width, channels, layout }: PictureInput,
  predict: (pictures: tensorflow.Tensor4D) => readonly tensorflow.Tensor[],
): Promise<readonly Output[]> {
  const count = pictures.length / (height * width * channels);
  const sides =
    layout === 'nchw' ? ([channels, height, width] as const) : ([height, width, channels] as const);
  const outputs = tf.tidy(() => [...predict(tf.tensor4d(pictures, [count, ...sides]))]);
  const values = outputs.map((output) => ({
    dtype: output.dtype,
    shape: output.shape,
    data: output.dataSync<'float32'>(),
  }));
  tf.dispose(outputs);
  return values;
}

/** The float32 tensors among some weights, one after the other. */
export function* readWeights(
  weights: Iterable<{ readonly name: string; readonly tensor: tensorflow.Tensor }>,
): Iterable<NamedTensor> {
  for (const { name, tensor } of weights)
    if (tensor.dtype === 'float32') yield { name, shape: tensor.shape, data: tensor.dataSync<'float32'>() };
}
