import type { NumpyArray } from '../../core/array-files/npy.ts';
import { InputError } from '../../core/errors/errors.ts';
import type { DimensionName } from './options.ts';

/** Responses `[repetition, presentation, neuroid]`, row-major. */
export interface Recording {
  readonly repetitions: number;
  readonly presentations: number;
  readonly neuroids: number;
  readonly data: Float64Array;
}

/** Brings the dimensions of an array into order. Throws InputError when it does not have as many as named. */
export function recordingOf(
  array: NumpyArray,
  dimensions: readonly DimensionName[],
  file: string,
): Recording {
  const found = array.shape.join(' x ');
  if (array.shape.length !== dimensions.length)
    throw new InputError(
      `${file}: holds an array of ${array.shape.length} dimensions (${found}), ` +
        `but the option dimensions names ${dimensions.length} (${dimensions.join(', ')})`,
    );
  const along = (name: DimensionName) => dimensions.indexOf(name);
  const length = (name: DimensionName) => array.shape[along(name)] ?? 1;
  const stride = (name: DimensionName) =>
    array.shape.slice(along(name) + 1).reduce((product, size) => product * size, 1);
  const [repetitions, presentations, neuroids] = [
    length('repetition'),
    length('presentation'),
    length('neuroid'),
  ];
  if (repetitions * neuroids === 0)
    throw new InputError(`${file}: holds no responses, its shape is ${found} (${dimensions.join(', ')})`);
  const data = new Float64Array(array.data.length);
  for (let index = 0; index < data.length; index++)
    data[index] =
      array.data[
        Math.floor(index / (presentations * neuroids)) * stride('repetition') +
          (Math.floor(index / neuroids) % presentations) * stride('presentation') +
          (index % neuroids) * stride('neuroid')
      ];
  return { repetitions, presentations, neuroids, data };
}

/** The presentations of the given indices, in that order. */
export function selectPresentations(recording: Recording, chosen: readonly number[]): Recording {
  const { repetitions, presentations, neuroids } = recording;
  const data = new Float64Array(repetitions * chosen.length * neuroids);
  for (let repetition = 0; repetition < repetitions; repetition++)
    chosen.forEach((presentation, index) => {
      const start = (repetition * presentations + presentation) * neuroids;
      data.set(
        recording.data.subarray(start, start + neuroids),
        (repetition * chosen.length + index) * neuroids,
      );
    });
  return { repetitions, presentations: chosen.length, neuroids, data };
}
