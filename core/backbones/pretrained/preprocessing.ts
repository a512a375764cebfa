import { z } from 'zod';
import type { Frames } from '../../contracts/pictures.ts';
import { fitFrames } from '../fit-frames.ts';
import type { PictureInput } from './picture-input.ts';

const perChannel = z.union([z.number(), z.array(z.number()).length(3)]);

/** How common families of models want their pixels; as torchvision and Keras document them. */
const presets = {
  imagenet: { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] },
  inception: { range: [-1, 1] },
  caffe: { range: [0, 255], mean: [103.939, 116.779, 123.68], colorOrder: 'bgr' },
} as const;

const preset = z.enum(['imagenet', 'inception', 'caffe']);

const steps = z
  .strictObject({
    preset: preset.optional(),
    size: z.int().min(1).max(2048).optional(),
    crop: z.number().min(0.1).max(1).optional(),
    range: z.tuple([z.number(), z.number()]).optional(),
    mean: perChannel.optional(),
    std: perChannel
      .refine((std) => [std].flat().every((value) => value > 0), { error: 'numbers above 0' })
      .optional(),
    colorOrder: z.enum(['rgb', 'bgr']).optional(),
  })
  .transform(({ preset, ...given }) => ({ ...plain, ...(preset && presets[preset]), ...given }));

const plain: Preprocessing = { range: [0, 1], mean: 0, std: 1, colorOrder: 'rgb' };

/** From pictures to what a model takes. A preset resolves to its values, so that both give one cache key. */
export interface Preprocessing {
  /** Side of the input in pixels; only for models that leave it open. */
  readonly size?: number;
  /**
   * Share of the shorter side that a square in the centre keeps; absent: the whole picture, stretched to the input.
   * .875 at 224 pixels is the common "resize to 256, crop to 224".
   */
  readonly crop?: number;
  /** Values of black and white. */
  readonly range: readonly [number, number];
  /** Subtracted after that, then divided by: one number, or one per channel in the order that the model takes. */
  readonly mean: number | readonly number[];
  readonly std: number | readonly number[];
  readonly colorOrder: 'rgb' | 'bgr';
}

export const preprocessingOption = z
  .union([preset.transform((name): Preprocessing => ({ ...plain, ...presets[name] })), steps])
  .prefault({})
  .describe(
    'From pictures to input: imagenet, inception or caffe, or a mapping of preset, size, crop, range, mean, std and colorOrder.',
  );

/** Pictures cut, resized and scaled as the model takes them, in the order of its dimensions. */
export function preprocess(frames: Frames, input: PictureInput, options: Preprocessing): Float32Array {
  const { count, data } = cutAndResize(frames, input, options.crop);
  const { height, width, channels, layout } = input;
  const values = new Float32Array(data.length);
  const pixels = height * width;
  for (let channel = 0; channel < channels; channel++) {
    const scaled = scaledBytes(options, channel);
    const source = options.colorOrder === 'bgr' ? channels - 1 - channel : channel;
    for (let picture = 0; picture < count; picture++) {
      const first = picture * pixels * channels;
      const [start, step] = layout === 'nchw' ? [first + channel * pixels, 1] : [first + channel, channels];
      for (let pixel = 0; pixel < pixels; pixel++)
        values[start + pixel * step] = scaled[data[first + pixel * channels + source]];
    }
  }
  return values;
}

/** What each of the 256 bytes becomes in a channel. */
function scaledBytes({ range: [low, high], mean, std }: Preprocessing, channel: number): Float32Array {
  const [centre, scale] = [mean, std].map((value) => (typeof value === 'number' ? value : value[channel]));
  return Float32Array.from(
    { length: 256 },
    (_, byte) => (low + ((high - low) * byte) / 255 - centre) / scale,
  );
}

function cutAndResize(frames: Frames, input: PictureInput, crop?: number): Frames {
  const { width, height, channels } = input;
  if (crop === undefined) return fitFrames(frames, width, height, channels);
  const [across, down] = [Math.floor(width / crop), Math.floor(height / crop)];
  const [to, from] =
    across / frames.width > down / frames.height ? [across, frames.width] : [down, frames.height];
  const scaled = (side: number) => Math.floor((side * to) / from);
  const resized = fitFrames(frames, scaled(frames.width), scaled(frames.height), channels);
  return cutCentre(resized, width, height);
}

function cutCentre(frames: Frames, width: number, height: number): Frames {
  const { count, channels } = frames;
  const left = Math.floor((frames.width - width) / 2);
  const top = Math.floor((frames.height - height) / 2);
  const data = new Uint8Array(count * height * width * channels);
  for (let line = 0; line < count * height; line++) {
    const row = Math.floor(line / height) * frames.height + top + (line % height);
    const start = (row * frames.width + left) * channels;
    data.set(frames.data.subarray(start, start + width * channels), line * width * channels);
  }
  return { count, channels, width, height, data };
}
