import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { readModelFile } from '../../core/backbones/pretrained/model-file.ts';
import type { ModelOptions } from '../../core/backbones/pretrained/model-options.ts';
import { findLayers } from '../../core/backbones/pretrained/named-layers.ts';
import { pictureInput } from '../../core/backbones/pretrained/picture-input.ts';
import type { PretrainedModel } from '../../core/backbones/pretrained/pretrained-backbone.ts';
import { untrainedWarnings } from '../../core/backbones/pretrained/untrained.ts';
import { type ExternalData, readExternalData } from './external-data.ts';
import { readWeights } from './initial-tensors.ts';
import { parseGraph, withOutputs } from './model-message.ts';
import { readPlaces } from './places.ts';
import { inputsOf, openSession, runSession, runtimeVersion } from './runtime.ts';

interface OnnxOptions extends ModelOptions {
  readonly threads?: number;
}

/** An ONNX model whose named nodes are read, from a path or an address, run by ONNX Runtime on the processor. */
export async function openOnnxModel(options: OnnxOptions, file: string): Promise<PretrainedModel> {
  const { threads = availableParallelism() } = options;
  const bytes = await readModelFile(file, 'it is the model of the backbone');
  const graph = parseGraph(bytes, file);
  const external = await readExternalData(graph, file);
  const layers = findLayers(options.layers, readPlaces(graph), file);
  const present = graph.output.map(({ name }) => name);
  const added = new Set(layers.map(({ tensor }) => tensor).filter((tensor) => !present.includes(tensor)));
  const session = await openSession(withOutputs(bytes, [...added]), external, threads, file);
  const input = pictureInput(inputsOf(session), options.preprocessing, file);
  return {
    fingerprint: `${digestOf(bytes, external)}, ${runtimeVersion}, ${threads} threads`,
    input,
    layers: layers.map(({ name }) => name),
    warnings: untrainedWarnings(readWeights(graph, external)),
    run: (pictures, names) => {
      const tensors = names.flatMap((wanted) => layers.find(({ name }) => name === wanted)?.tensor ?? []);
      return runSession(session, pictures, input, tensors, file);
    },
  };
}

function digestOf(bytes: Uint8Array, external: ExternalData): string {
  const hash = createHash('sha256').update(bytes);
  for (const data of external.values()) hash.update(data);
  return hash.digest('hex');
}
