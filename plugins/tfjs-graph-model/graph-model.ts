import type { ModelOptions } from '../../core/backbones/pretrained/model-options.ts';
import { findLayers } from '../../core/backbones/pretrained/named-layers.ts';
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
import { readNodes } from './nodes.ts';

/** A GraphModel whose named nodes are read, from a path or an address of `model.json`. */
export async function openGraphModel(
  { layers, preprocessing }: ModelOptions,
  file: string,
  { tf }: Tensors,
): Promise<PretrainedModel> {
  const files = await readTensorflowFiles(file, 'GraphModel');
  const places = readNodes(files.manifest.modelTopology, file);
  const model = await attempt('build this model', file, () => tf.loadGraphModel(artifactsOf(tf, files)));
  const inputs = model.inputs.map(({ dtype, shape = [] }) => ({ dtype, shape }));
  const input = pictureInput(inputs, preprocessing, file);
  const named = findLayers(layers, places, file);
  const nodeOf = new Map(named.map(({ name, node }) => [name, node]));
  const weights = Object.entries(model.weights).flatMap(([name, tensors]) =>
    tensors.map((tensor) => ({ name, tensor })),
  );
  return {
    fingerprint: files.digest,
    input,
    layers: named.map(({ name }) => name),
    warnings: untrainedWarnings(readWeights(weights)),
    run: (pictures, names) => {
      const nodes = names.flatMap((name) => nodeOf.get(name) ?? []);
      return attempt('run this model', file, () =>
        readOutputs(tf, pictures, input, (tensor) => [model.execute(tensor, nodes)].flat()),
      );
    },
  };
}
