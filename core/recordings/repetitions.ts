import { selectRows, strings, type Table } from '../assembly/table.ts';
import { InputError } from '../errors/errors.ts';
import type { RecordingSource } from './recording-source.ts';

/** Which stimulus every presentation shows, and for the how manieth time. */
export interface Repetitions {
  /** One row per stimulus, in order of appearance: what its first presentation says. */
  readonly stimuli: Table;
  readonly stimulusOf: Int32Array;
  readonly repetitionOf: Int32Array;
  readonly count: number;
}

/**
 * Presentations of one `stimulus_id` (or `filename`) are its repetitions: by the coordinate `repetition`, else in order of
 * appearance. Throws InputError when a stimulus has one repetition twice.
 */
export function findRepetitions(source: RecordingSource): Repetitions {
  const { presentations, repetitions: inDimension, file } = source;
  const name = ['stimulus_id', 'filename'].find((column) => column in presentations.columns);
  const numbered = { length: presentations.length };
  if (name === undefined)
    return {
      stimuli: presentations,
      stimulusOf: Int32Array.from(numbered, (_, row) => row),
      repetitionOf: new Int32Array(presentations.length),
      count: inDimension,
    };
  const names = strings(presentations, name);
  const first = new Map<string, number>();
  for (const [row, stimulus] of names.entries()) if (!first.has(stimulus)) first.set(stimulus, row);
  const order = new Map([...first.keys()].map((stimulus, index) => [stimulus, index]));
  const stimulusOf = Int32Array.from(names, (stimulus) => order.get(stimulus) ?? -1);
  if (inDimension > 1 && order.size < names.length)
    throw new InputError(
      `${file}: has a dimension of repetitions and yet names ${names.length - order.size} stimuli more than once; ` +
        'give one or the other.',
    );
  const repetitionOf = presentations.columns.repetition
    ? byCoordinate(strings(presentations, 'repetition'), names, file)
    : byAppearance(stimulusOf, order.size);
  const { repetition: _, ...columns } = presentations.columns;
  return {
    stimuli: selectRows({ length: presentations.length, columns }, [...first.values()]),
    stimulusOf,
    repetitionOf,
    count: Math.max(
      inDimension,
      repetitionOf.reduce((most, repetition) => Math.max(most, repetition + 1), 1),
    ),
  };
}

function byCoordinate(labels: readonly string[], stimuli: readonly string[], file: string): Int32Array {
  const sorted = [...new Set(labels)].toSorted((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
  const order = new Map(sorted.map((label, index) => [label, index]));
  const seen = new Set<string>();
  for (const [row, label] of labels.entries()) {
    const shown = `${label} ${stimuli[row]}`;
    if (seen.has(shown))
      throw new InputError(
        `${file}: stimulus "${stimuli[row]}" has the repetition ${label} twice; every presentation of a stimulus needs ` +
          'a repetition of its own.',
      );
    seen.add(shown);
  }
  return Int32Array.from(labels, (label) => order.get(label) ?? 0);
}

function byAppearance(stimulusOf: Int32Array, stimuli: number): Int32Array {
  const shown = new Int32Array(stimuli);
  return stimulusOf.map((stimulus) => shown[stimulus]++);
}
