import type * as tensorflow from '@tensorflow/tfjs';
import { fitFrames } from '../../core/backbones/fit-frames.ts';
import type { Frames } from '../../core/contracts/pictures.ts';
import { InputError } from '../../core/errors/errors.ts';
import type { LayersModelOptions } from './options.ts';

type TF = typeof tensorflow;

export interface ModelInput {
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
}

/** What pictures the model takes. Throws InputError when it takes something else. */
export function inputOf(
  { inputs }: tensorflow.LayersModel,
  { size }: LayersModelOptions,
  file: string,
): ModelInput {
  const shape = inputs[0].shape;
  const described = shape.map((length) => length ?? '?').join(' x ');
  const [, height = null, width = null, channels] = shape;
  if (inputs.length !== 1 || shape.length !== 4 || (channels !== 1 && channels !== 3))
    throw new InputError(
      `its input must be one picture, height x width x 1 or 3 channels; it is ${described}` +
        `${inputs.length > 1 ? `, the first of ${inputs.length}` : ''}.`,
      { file },
    );
  const given = { height: height ?? size, width: width ?? size };
  if (given.height === undefined || given.width === undefined)
    throw new InputError(`the model leaves the size of its input open (${described}); give it as size.`, {
      file,
    });
  if (size !== undefined && (given.height !== size || given.width !== size))
    throw new InputError(`size is ${size}, but the model's input is ${described}; leave size out.`, { file });
  return { height: given.height, width: given.width, channels };
}

/** Pictures resized and scaled as the model expects them, `[count, height, width, channels]`. */
export function inputTensor(
  tf: TF,
  frames: Frames,
  { height, width, channels }: ModelInput,
  { range: [low, high], mean, deviation }: LayersModelOptions,
): tensorflow.Tensor4D {
  const { count, data } = fitFrames(frames, width, height, channels);
  const values = new Float32Array(data.length);
  const means = perChannel(mean, channels);
  const deviations = perChannel(deviation, channels);
  for (let index = 0; index < values.length; index++) {
    const channel = index % channels;
    values[index] = (low + ((high - low) * data[index]) / 255 - means[channel]) / deviations[channel];
  }
  return tf.tensor4d(values, [count, height, width, channels]);
}

/** Of three numbers, a grey input takes the first. */
function perChannel(value: number | readonly number[], channels: number): readonly number[] {
  return typeof value === 'number' ? Array(channels).fill(value) : value;
}
