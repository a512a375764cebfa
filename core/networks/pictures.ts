import type * as tensorflow from '@tensorflow/tfjs';
import { fitFrames } from '../backbones/fit-frames.ts';
import type { Frames } from '../contracts/pictures.ts';
import type { NetworkPlan } from './operations.ts';

type TF = typeof tensorflow;

/** Of every byte. */
const standardised = Float32Array.from({ length: 256 }, (_, value) => (value - 255 / 2) / (255 / 4));

/** Resizes pictures to the input of the network. */
export function fitToInput(frames: Frames, { size, channels }: NetworkPlan['input']): Frames {
  return fitFrames(frames, size, size, channels);
}

/** Pictures as the network reads them, `[count, size, size, channels]`: (x / 255 - 0.5) / 0.25, from -2 to 2. */
export function pictureTensor(tf: TF, { count, height, width, channels, data }: Frames): tensorflow.Tensor4D {
  const values = new Float32Array(data.length);
  for (let index = 0; index < data.length; index++) values[index] = standardised[data[index]];
  return tf.tensor4d(values, [count, height, width, channels]);
}
