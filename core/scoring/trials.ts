import type { ArrayFile } from '../array-files/array-file.ts';
import { type Assembly, assembly } from '../assembly/assembly.ts';
import { selectRows, strings, type Table, table } from '../assembly/table.ts';
import { InputError } from '../errors/errors.ts';
import { transposed } from './transpose.ts';

/** Responses as the score needs them. */
export interface Trials {
  /** `[repetition, presentation, neuroid]`, one presentation per stimulus; NaN where a repetition is missing. */
  readonly trials: Assembly<Float64Array>;
  /** One row per stimulus: what the file says of it. */
  readonly stimuli: Table;
  /** One row per neuroid, with `neuroid_id`. */
  readonly neuroids: Table;
}

export const trialDimensions = ['repetition', 'presentation', 'neuroid'] as const;

const defaults: Readonly<Record<number, readonly string[]>> = {
  2: ['presentation', 'neuroid'],
  3: trialDimensions,
};

/**
 * Brings responses into order. An assembly whose presentations are stimuli times repetitions (as Brain-Score keeps them)
 * is folded by `stimulus_id`; time bins are averaged.
 * @param dimensions names for the dimensions of a file that has none, in its order.
 * Throws InputError when the dimensions cannot be told.
 */
export function trialsOf(array: ArrayFile, file: string, dimensions?: readonly string[]): Trials {
  const named = nameDimensions(array, file, dimensions);
  const flat = averageTimeBins(named);
  const shape = (name: string) => flat.shape[flat.dimensions.indexOf(name)] ?? 1;
  const [repetitions, presentations, neuroids] = trialDimensions.map(shape);
  if (repetitions * presentations * neuroids === 0)
    throw new InputError(`${file}: holds no responses; its shape is ${array.shape.join(' x ')}.`);
  const data = transposed(flat, trialDimensions);
  const along = (dimension: string) =>
    Object.fromEntries(
      Object.entries(flat.coordinates)
        .filter(([, coordinate]) => coordinate.dimension === dimension)
        .map(([name, { values }]) => [name, values]),
    );
  const presented = { length: presentations, columns: along('presentation') };
  const folded = foldRepetitions({ repetitions, neuroids, data }, presented, file);
  return {
    trials: assembly({
      dimensions: [...trialDimensions],
      shape: [folded.repetitions, folded.stimuli.length, neuroids],
      data: folded.data,
    }),
    stimuli: folded.stimuli,
    neuroids: table({ neuroid_id: numbered(neuroids), ...along('neuroid') }),
  };
}

function nameDimensions(array: ArrayFile, file: string, given: readonly string[] | undefined): ArrayFile {
  const shape = array.shape.join(' x ');
  const named = array.dimensions.every((name) => !name.startsWith('dimension_'));
  const names = given ?? (named ? array.dimensions : defaults[array.shape.length]);
  if (!names || names.length !== array.shape.length)
    throw new InputError(
      `${file}: holds an array of ${array.shape.length} dimensions (${shape})` +
        `${given ? `, but --dimensions names ${given.length}` : ''}; responses are presentation x neuroid, or with ` +
        'repetitions: name them with --dimensions, for instance repetition,presentation,neuroid.',
    );
  const missing = ['presentation', 'neuroid'].find((name) => !names.includes(name));
  if (missing)
    throw new InputError(
      `${file}: has no dimension "${missing}" (it has ${names.join(', ')}); name them with --dimensions.`,
    );
  return { ...array, dimensions: names };
}

/** Mean over `time_bin`; other dimensions than those of trials must have length 1. */
function averageTimeBins(array: ArrayFile): ArrayFile {
  const kept = array.dimensions.filter((name) => (trialDimensions as readonly string[]).includes(name));
  const others = array.dimensions.filter((name) => !kept.includes(name));
  const values = transposed(array, [...kept, ...others]);
  const shape = kept.map((name) => array.shape[array.dimensions.indexOf(name)]);
  const bins = others.reduce((size, name) => size * array.shape[array.dimensions.indexOf(name)], 1);
  const data = new Float64Array(values.length / bins);
  for (let index = 0; index < values.length; index++) data[Math.floor(index / bins)] += values[index] / bins;
  return { ...array, dimensions: kept, shape, data };
}

/** Presentations that show the same stimulus become its repetitions, in the order in which they stand. */
function foldRepetitions(
  flat: Folded,
  presentations: Table,
  file: string,
): Folded & { readonly stimuli: Table } {
  if (!presentations.columns.stimulus_id) return { ...flat, stimuli: presentations };
  const ids = strings(presentations, 'stimulus_id');
  const stimuli = [...new Set(ids)];
  if (stimuli.length === ids.length) return { ...flat, stimuli: presentations };
  if (flat.repetitions > 1)
    throw new InputError(
      `${file}: has a dimension of repetitions and yet shows ${ids.length - stimuli.length} stimuli more than once; ` +
        'give one or the other.',
    );
  const rows = new Map<string, number[]>(stimuli.map((id) => [id, []]));
  for (const [row, id] of ids.entries()) rows.get(id)?.push(row);
  const repetitions = Math.max(...Array.from(rows.values(), ({ length }) => length));
  const { neuroids } = flat;
  const data = new Float64Array(repetitions * stimuli.length * neuroids).fill(Number.NaN);
  for (const [stimulus, shown] of [...rows.values()].entries())
    for (const [repetition, row] of shown.entries())
      data.set(
        flat.data.subarray(row * neuroids, (row + 1) * neuroids),
        (repetition * stimuli.length + stimulus) * neuroids,
      );
  const { repetition: _, ...columns } = presentations.columns;
  const first = Array.from(rows.values(), ([row]) => row);
  return {
    repetitions,
    neuroids,
    data,
    stimuli: selectRows({ length: presentations.length, columns }, first),
  };
}

/** `[repetition, presentation, neuroid]`. */
interface Folded {
  readonly repetitions: number;
  readonly neuroids: number;
  readonly data: Float64Array;
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `neuroid-${index + 1}`);
}
