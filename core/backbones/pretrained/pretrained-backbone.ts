import type { Backbone, Layer } from '../../contracts/backbone.ts';
import type { Frames } from '../../contracts/pictures.ts';
import { InputError } from '../../errors/errors.ts';
import { activationsInBatches } from '../batches.ts';
import { requireLayers } from '../layers.ts';
import type { PictureInput } from './picture-input.ts';
import { type Preprocessing, preprocess } from './preprocessing.ts';

export interface Output {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** A model of some runtime, its layers chosen. */
export interface PretrainedModel {
  /** Of its files, and of the runtime where no engine of the scene runs it. */
  readonly fingerprint: string;
  readonly input: PictureInput;
  /** From input to output. */
  readonly layers: readonly string[];
  readonly warnings: readonly string[];
  /**
   * Outputs of some layers for a batch of preprocessed pictures. Throws InputError where the
   * model cannot run.
   */
  run(pictures: Float32Array, layers: readonly string[]): Promise<readonly Output[]>;
}

/**
 * A model from a file as a backbone; one blank batch tells the shapes of its layers. A model that fixes the number of
 * pictures at a time is shown that number. Throws InputError where a layer gives no float32 per picture.
 */
export async function pretrainedBackbone(
  model: PretrainedModel,
  options: { readonly preprocessing: Preprocessing; readonly batch: number },
  file: string,
): Promise<Backbone> {
  const { input, fingerprint } = model;
  const batch = input.batch ?? options.batch;
  const show = (pictures: Frames, names: readonly string[]) =>
    model.run(preprocess(pictures, input, options.preprocessing), names);

  const size = input.height * input.width * input.channels;
  const blank: Frames = { ...input, count: batch, data: new Uint8Array(batch * size) };
  const outputs = await show(blank, model.layers);
  const layers = model.layers.map((name, index) => layerOf(name, outputs[index], batch, file));

  return {
    family: 'pretrained',
    fingerprint,
    layers,
    warnings: model.warnings,
    activations: async (frames, _format, names) =>
      activationsInBatches(frames, requireLayers(layers, names), batch, async (pictures) =>
        (await show(pictures, names)).map(({ data }) => data),
      ),
  };
}

function layerOf(name: string, { dtype, shape }: Output, batch: number, file: string): Layer {
  if (dtype !== 'float32')
    throw new InputError(`the layer "${name}" gives ${dtype}; layers of float32 can be read.`, { file });
  if (shape[0] !== batch || shape.includes(0))
    throw new InputError(
      `the layer "${name}" gives ${shape.join(' x ') || 'one number'} for ${batch} pictures; its first dimension must be the pictures.`,
      { file },
    );
  return { name, shape: shape.length > 1 ? shape.slice(1) : [1] };
}
