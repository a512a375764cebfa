import type * as tensorflow from '@tensorflow/tfjs';
import { fitFrames } from '../backbones/fit-frames.ts';
import type { Frames } from '../contracts/pictures.ts';
import type { NetworkPlan } from './operations.ts';

type TF = typeof tensorflow;

/** Pixels as a network reads them are these less `middle`, divided by `spread`: from -2 to 2. */
export const pixelScale = { middle: 255 / 2, spread: 255 / 4 };

/** Resizes pictures to the input of the network. */
export function fitToInput(frames: Frames, { size, channels }: NetworkPlan['input']): Frames {
  return fitFrames(frames, size, size, channels);
}

/** Pictures as the network reads them, `[count, size, size, channels]`. */
export function pictureTensor(tf: TF, frames: Frames): tensorflow.Tensor4D {
  const { middle, spread } = pixelScale;
  return tf.tidy(() => pixelTensor(tf, frames).sub(middle).div(spread));
}

/** Pictures as they are, 0 … 255, `[count, size, size, channels]`. */
export function pixelTensor(tf: TF, { count, height, width, channels, data }: Frames): tensorflow.Tensor4D {
  return tf.tensor4d(new Float32Array(data), [count, height, width, channels]);
}
