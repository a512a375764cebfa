import type * as tensorflow from '@tensorflow/tfjs';
import { activationsInBatches } from '../../core/backbones/batches.ts';
import { requireLayers } from '../../core/backbones/layers.ts';
import type { Backbone } from '../../core/contracts/backbone.ts';
import type { Frames } from '../../core/contracts/pictures.ts';
import type { Tensors } from '../../core/contracts/tensors.ts';
import { type ExposedLayer, exposeLayers } from './exposed-layers.ts';
import { loadModel } from './load-model.ts';
import { readModelFiles } from './model-files.ts';
import { inputOf, inputTensor } from './model-input.ts';
import type { LayersModelOptions } from './options.ts';

/**
 * A LayersModel whose named layers are read.
 * @param file path to `model.json`.
 */
export async function createLayersModelBackbone(
  options: LayersModelOptions,
  file: string,
  { tf }: Tensors,
): Promise<Backbone> {
  const files = await readModelFiles(file);
  const model = await loadModel(tf, files, file);
  const input = inputOf(model, options, file);
  const exposed = exposeLayers(model, options, file);
  const readerOf = createReaders(tf, model, exposed);
  const blank: Frames = {
    ...input,
    count: 1,
    data: new Uint8Array(input.height * input.width * input.channels),
  };
  const show = (frames: Frames, names: readonly string[]) =>
    tf.tidy(() => [readerOf(names).predictOnBatch(inputTensor(tf, frames, input, options))].flat());

  const samples = show(
    blank,
    exposed.map(({ name }) => name),
  );
  const layers = exposed.map(({ name }, index) => ({ name, shape: samples[index].shape.slice(1) }));
  tf.dispose(samples);

  return {
    family: 'pretrained',
    fingerprint: files.digest,
    layers,
    activations: async (frames, _format, names) =>
      activationsInBatches(frames, requireLayers(layers, names), options.batch, (pictures) => {
        const outputs = show(pictures, names);
        const values = outputs.map((output) => output.dataSync<'float32'>());
        tf.dispose(outputs);
        return values;
      }),
  };
}

/** Models from the input to some layers, each built when it is first asked for. */
function createReaders(
  tf: typeof tensorflow,
  model: tensorflow.LayersModel,
  exposed: readonly ExposedLayer[],
) {
  const readers = new Map<string, tensorflow.LayersModel>();
  return (names: readonly string[]): tensorflow.LayersModel => {
    const key = JSON.stringify(names);
    const reader =
      readers.get(key) ??
      tf.model({
        inputs: model.inputs,
        outputs: names.flatMap((name) =>
          exposed.filter((layer) => layer.name === name).map(({ output }) => output),
        ),
      });
    readers.set(key, reader);
    return reader;
  };
}
