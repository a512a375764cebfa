import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { env, InferenceSession, Tensor } from 'onnxruntime-node';
import { readModelFile } from '../../core/backbones/pretrained/model-file.ts';
import type { ModelOptions } from '../../core/backbones/pretrained/model-options.ts';
import { findLayers } from '../../core/backbones/pretrained/named-layers.ts';
import { type PictureInput, pictureInput } from '../../core/backbones/pretrained/picture-input.ts';
import type { Output, PretrainedModel } from '../../core/backbones/pretrained/pretrained-backbone.ts';
import { untrainedWarnings } from '../../core/backbones/pretrained/untrained.ts';
import { InputError } from '../../core/errors/errors.ts';
import { type ExternalData, readExternalData } from './external-data.ts';
import { readWeights } from './initial-tensors.ts';
import { parseGraph, withOutputs } from './model-message.ts';
import { readPlaces } from './places.ts';

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
  const session = await attempt('load', file, () =>
    InferenceSession.create(withOutputs(bytes, [...added]), {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      logSeverityLevel: 4,
      externalData: [...external].map(([path, data]) => ({ path, data })),
    }),
  );
  const input = pictureInput(inputsOf(session), options.preprocessing, file);
  return {
    fingerprint: `${digestOf(bytes, external)}, onnxruntime ${env.versions.node}, ${threads} threads`,
    input,
    layers: layers.map(({ name }) => name),
    warnings: untrainedWarnings(readWeights(graph, external)),
    run: (pictures, names) => {
      const tensors = names.flatMap((wanted) => layers.find(({ name }) => name === wanted)?.tensor ?? []);
      return attempt('run', file, () => run(session, pictures, input, tensors));
    },
  };
}

async function run(
  session: InferenceSession,
  pictures: Float32Array,
  { height, width, channels, layout }: PictureInput,
  tensors: readonly string[],
): Promise<readonly Output[]> {
  const count = pictures.length / (height * width * channels);
  const sides = layout === 'nchw' ? [channels, height, width] : [height, width, channels];
  const given = new Tensor('float32', pictures, [count, ...sides]);
  const outputs = await session.run({ [session.inputNames[0]]: given }, [...new Set(tensors)]);
  return tensors.map((name) => {
    const { type, dims, data } = outputs[name];
    return { dtype: type, shape: dims, data: data as Float32Array };
  });
}

function inputsOf({ inputMetadata }: InferenceSession) {
  return inputMetadata.map((input) =>
    input.isTensor
      ? {
          dtype: input.type,
          shape: input.shape.map((length) => (typeof length === 'number' ? length : null)),
        }
      : { dtype: 'no tensor', shape: [] },
  );
}

function digestOf(bytes: Uint8Array, external: ExternalData): string {
  const hash = createHash('sha256').update(bytes);
  for (const data of external.values()) hash.update(data);
  return hash.digest('hex');
}

/** What an attempt gives. Throws InputError with the first line of ONNX Runtime's complaint. */
async function attempt<Result>(what: string, file: string, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    throw new InputError(`ONNX Runtime cannot ${what} this model: ${reason}`, { file }, { cause: error });
  }
}
