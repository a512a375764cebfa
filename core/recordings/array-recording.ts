import { type ArraySource, namesDimensions } from '../array-files/array-file.ts';
import type { Column, Table } from '../assembly/table.ts';
import { InputError } from '../errors/errors.ts';
import type { Put, RecordingSource, TimeWindow } from './recording-source.ts';
import { binsWithin } from './time-bins.ts';

export const dimensionNames = ['presentation', 'neuroid', 'repetition', 'time_bin'] as const;

export type DimensionName = (typeof dimensionNames)[number];

/** Values read at a time. */
const valuesPerBlock = 1 << 22;

const defaultNames: readonly DimensionName[] = ['neuroid', 'presentation', 'repetition'];

/**
 * A recording in an array of presentations and neuroids, in any order, with repetitions or time bins as further dimensions.
 * @param given names of the dimensions, in the order of the file, where it does not name them itself.
 * Throws InputError when the dimensions cannot be told.
 */
export function arrayRecording(
  array: ArraySource,
  file: string,
  given?: readonly DimensionName[],
): RecordingSource {
  const names = nameDimensions(array, file, given);
  const length = (name: DimensionName) => array.shape[names.indexOf(name)] ?? 1;
  const along = (dimension: DimensionName): Table => ({
    length: length(dimension),
    columns: columnsAlong(array, array.dimensions[names.indexOf(dimension)]),
  });
  if (array.shape.includes(0))
    throw new InputError(
      `${file}: holds no responses, its shape is ${array.shape.join(' x ')} (${names.join(', ')}).`,
    );
  const timeBins = along('time_bin');
  return {
    file,
    presentations: along('presentation'),
    neuroids: along('neuroid'),
    repetitions: length('repetition'),
    labelled: Object.keys(array.coordinates).length > 0,
    attributes: array.attributes,
    read: (neuroids, window, put) =>
      readBlocks(array, names, { neuroids, bins: binsWithin(timeBins, window, file), window }, put),
    close: array.close,
  };
}

function columnsAlong({ coordinates }: ArraySource, dimension: string | undefined): Record<string, Column> {
  return Object.fromEntries(
    Object.entries(coordinates)
      .filter(([, coordinate]) => coordinate.dimension === dimension)
      .map(([name, { values }]) => [name, values]),
  );
}

function nameDimensions(
  array: ArraySource,
  file: string,
  given: readonly DimensionName[] | undefined,
): readonly DimensionName[] {
  const names = given ?? (namesDimensions(array) ? array.dimensions : defaultNames);
  const found = `an array of ${array.shape.length} dimensions (${array.shape.join(' x ')})`;
  if (names.length !== array.shape.length)
    throw new InputError(
      `${file}: holds ${found}, but the option dimensions names ${names.length} (${names.join(', ')}).`,
    );
  const unknown = names.find((name) => !(dimensionNames as readonly string[]).includes(name));
  const missing = ['presentation', 'neuroid'].find((name) => !names.includes(name));
  if (unknown !== undefined || missing !== undefined)
    throw new InputError(
      `${file}: holds ${found}, ${names.join(', ')}; responses have presentation and neuroid, and may have ` +
        'repetition and time_bin: name them with the option dimensions.',
    );
  return names as readonly DimensionName[];
}

interface Choice {
  readonly neuroids: readonly number[];
  readonly bins: readonly number[];
  readonly window: TimeWindow;
}

async function readBlocks(
  array: ArraySource,
  names: readonly DimensionName[],
  { neuroids, bins, window }: Choice,
  put: Put,
): Promise<void> {
  const [first] = names;
  const [total] = array.shape;
  const stride = (name: DimensionName) =>
    names.includes(name)
      ? array.shape.slice(names.indexOf(name) + 1).reduce((product, length) => product * length, 1)
      : 0;
  const every = (name: DimensionName) =>
    Array.from({ length: array.shape[names.indexOf(name)] ?? 1 }, (_, index) => index);
  const [byPresentation, byRepetition, byNeuroid, byBin] = [
    stride('presentation'),
    stride('repetition'),
    stride('neuroid'),
    stride('time_bin'),
  ];
  const rowsPerBlock = first === 'time_bin' ? total : Math.max(1, Math.floor(valuesPerBlock / stride(first)));
  const presentations = every('presentation');
  const repetitions = every('repetition');
  const columns = neuroids.map((_, column) => column);
  const divisor = window.bins === 'mean' ? bins.length : 1;
  for (let from = 0; from < total; from += rowsPerBlock) {
    const to = Math.min(total, from + rowsPerBlock);
    const values = await array.rows(from, to);
    const start = from * stride(first);
    const within = (name: DimensionName, all: readonly number[], place = (index: number) => index) =>
      name === first ? all.filter((index) => place(index) >= from && place(index) < to) : all;
    const blockRepetitions = within('repetition', repetitions);
    const blockColumns = within('neuroid', columns, (column) => neuroids[column]);
    for (const presentation of within('presentation', presentations))
      for (const repetition of blockRepetitions)
        for (const column of blockColumns) {
          const place =
            presentation * byPresentation + repetition * byRepetition + neuroids[column] * byNeuroid - start;
          let sum = 0;
          for (const bin of bins) sum += values[place + bin * byBin];
          put(presentation, repetition, column, sum / divisor);
        }
  }
}
