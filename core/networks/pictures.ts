import type * as tensorflow from '@tensorflow/tfjs';
import { fitFrames } from '../backbones/fit-frames.ts';
import type { Frames } from '../contracts/pictures.ts';
import type { NetworkPlan } from './operations.ts';

type TF = typeof tensorflow;

const middle = 255 / 2;
const spread = 255 / 4;

/** Resizes pictures to the input of the network. */
export function fitToInput(frames: Frames, { size, channels }: NetworkPlan['input']): Frames {
  return fitFrames(frames, size, size, channels);
}

/** Pictures as the network reads them, `[count, size, size, channels]`: (x / 255 - 0.5) / 0.25, from -2 to 2. */
export function pictureTensor(tf: TF, { count, height, width, channels, data }: Frames): tensorflow.Tensor4D {
  return tf.tidy(() =>
    tf.tensor4d(new Float32Array(data), [count, height, width, channels]).sub(middle).div(spread),
  );
}
