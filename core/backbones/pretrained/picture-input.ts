import { InputError } from '../../errors/errors.ts';
import type { Preprocessing } from './preprocessing.ts';

/** What pictures a model takes, and in which order their dimensions stand. */
export interface PictureInput {
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
  readonly layout: 'nchw' | 'nhwc';
  /** Pictures at a time; undefined where the model leaves it open. */
  readonly batch: number | undefined;
}

/** One input of a model: null or negative lengths are those that it leaves open. */
export interface ModelInput {
  readonly dtype: string;
  readonly shape: readonly (number | null)[];
}

const longestSide = 2048;

/**
 * The pictures that a model takes. Throws InputError where it takes something else, or where size, mean or std do not
 * fit it.
 */
export function pictureInput(
  inputs: readonly ModelInput[],
  { size, mean, std }: Preprocessing,
  file: string,
): PictureInput {
  const [input] = inputs;
  const shape = input?.shape.map((length) => (length === null || length < 0 ? undefined : length)) ?? [];
  const described = shape.map((length) => length ?? '?').join(' x ') || 'nothing';
  const layout = [shape[1], shape[3]].findIndex((length) => length === 1 || length === 3);
  if (inputs.length !== 1 || shape.length !== 4 || layout < 0)
    throw new InputError(
      'its input must be one picture, height x width x 1 or 3 channels, or channels first; ' +
        `it is ${described}${inputs.length > 1 ? `, the first of ${inputs.length}` : ''}.`,
      { file },
    );
  if (input.dtype !== 'float32')
    throw new InputError(`its input is ${input.dtype}; export it with an input of float32.`, { file });
  const [height = size, width = size] = layout === 0 ? shape.slice(2) : shape.slice(1, 3);
  if (height === undefined || width === undefined)
    throw new InputError(
      `the model leaves the size of its input open (${described}); give it as preprocessing.size.`,
      { file },
    );
  if (size !== undefined && (height !== size || width !== size))
    throw new InputError(`size is ${size}, but the model's input is ${described}; leave size out.`, { file });
  if (Math.min(height, width) < 1 || Math.max(height, width) > longestSide)
    throw new InputError(`its input is ${described}; sides of 1 to ${longestSide} pixels can be shown.`, {
      file,
    });
  const channels = (layout === 0 ? shape[1] : shape[3]) as 1 | 3;
  if (channels === 1 && [mean, std].some((value) => typeof value !== 'number'))
    throw new InputError('the model takes grey pictures; give one number as mean and one as std.', { file });
  return { height, width, channels, layout: layout === 0 ? 'nchw' : 'nhwc', batch: shape[0] };
}
