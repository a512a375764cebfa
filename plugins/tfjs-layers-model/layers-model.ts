import type * as tensorflow from '@tensorflow/tfjs';
import type { ModelOptions } from '../../core/backbones/pretrained/model-options.ts';
import { findLayers, type Named, type Readable } from '../../core/backbones/pretrained/named-layers.ts';
import { pictureInput } from '../../core/backbones/pretrained/picture-input.ts';
import type { PretrainedModel } from '../../core/backbones/pretrained/pretrained-backbone.ts';
import { readTensorflowFiles } from '../../core/backbones/pretrained/tensorflow-files.ts';
import {
  artifactsOf,
  attempt,
  readOutputs,
  readWeights,
} from '../../core/backbones/pretrained/tensorflow-model.ts';
import { untrainedWarnings } from '../../core/backbones/pretrained/untrained.ts';
import type { Tensors } from '../../core/contracts/tensors.ts';

interface Place extends Readable {
  readonly output: tensorflow.SymbolicTensor;
}

/** A LayersModel whose named layers are read, from a path or an address of `model.json`. */
export async function openLayersModel(
  { layers, preprocessing }: ModelOptions,
  file: string,
  { tf }: Tensors,
): Promise<PretrainedModel> {
  const files = await readTensorflowFiles(file, 'LayersModel');
  const model = await attempt('build this model', file, () => tf.loadLayersModel(artifactsOf(tf, files)));
  const input = pictureInput(model.inputs, preprocessing, file);
  const places = model.layers.map((layer, position): [string, Place] => [
    layer.name,
    { position, output: firstOutput(layer) },
  ]);
  const named = findLayers(layers, new Map(places), file);
  const readerOf = createReaders(tf, model, named);
  return {
    fingerprint: files.digest,
    input,
    layers: named.map(({ name }) => name),
    warnings: untrainedWarnings(
      readWeights(model.weights.map((weight) => ({ name: weight.name, tensor: weight.read() }))),
    ),
    run: (pictures, names) =>
      attempt('run this model', file, () =>
        readOutputs(tf, pictures, input, (tensor) => [readerOf(names).predictOnBatch(tensor)].flat()),
      ),
  };
}

function firstOutput(layer: tensorflow.layers.Layer): tensorflow.SymbolicTensor {
  const output = layer.getOutputAt(0);
  return Array.isArray(output) ? output[0] : output;
}

/** Models from the input to some layers, each built when it is first asked for. */
function createReaders(
  tf: typeof tensorflow,
  model: tensorflow.LayersModel,
  layers: readonly Named<Place>[],
) {
  const readers = new Map<string, tensorflow.LayersModel>();
  return (names: readonly string[]): tensorflow.LayersModel => {
    const key = JSON.stringify(names);
    const reader =
      readers.get(key) ??
      tf.model({
        inputs: model.inputs,
        outputs: names.flatMap((name) =>
          layers.filter((layer) => layer.name === name).map(({ output }) => output),
        ),
      });
    readers.set(key, reader);
    return reader;
  };
}
