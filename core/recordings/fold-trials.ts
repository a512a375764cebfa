import { requireRoom } from '../array-files/memory.ts';
import type { Table } from '../assembly/table.ts';
import { InputError } from '../errors/errors.ts';
import type { RecordingSource, TimeWindow } from './recording-source.ts';
import { findRepetitions, type Repetitions } from './repetitions.ts';

export interface FoldOptions {
  /** Rows of the table of neuroids. */
  readonly neuroids: readonly number[];
  readonly window: TimeWindow;
  /** `mean` keeps the mean of every stimulus only, so that memory does not grow with the presentations. */
  readonly repetitions: 'all' | 'mean';
  /** Whether responses below 0 are possible. */
  readonly negative: boolean;
}

/** Responses by stimulus. */
export interface FoldedTrials {
  /** One row per stimulus. */
  readonly stimuli: Table;
  /** Length of the first dimension of `data`. */
  readonly repetitions: number;
  /** How often the most shown stimulus was shown. */
  readonly shown: number;
  /** `[repetition, stimulus, neuroid]`, row-major, NaN where a repetition is missing. */
  readonly data: Float64Array;
  /** How many of shown x stimuli x neuroids responses there are not. */
  readonly missing: number;
}

/**
 * Reads the responses of the chosen neuroids, block by block, and lays the presentations of a stimulus one upon another.
 * Throws InputError for negative counts and for repetitions that cannot be told apart, EnvironmentError when the
 * responses do not fit into memory.
 */
export async function foldTrials(source: RecordingSource, options: FoldOptions): Promise<FoldedTrials> {
  const places = findRepetitions(source);
  const { stimuli, count } = places;
  const kept = options.repetitions === 'mean' ? 1 : count;
  const size = stimuli.length * options.neuroids.length;
  requireRoom(
    source.file,
    (kept + 1) * size * Float64Array.BYTES_PER_ELEMENT,
    'choose regions or animals, or keep the mean of the repetitions alone (repetitions: mean)',
  );
  const data = new Float64Array(kept * size).fill(Number.NaN);
  const present = options.repetitions === 'mean' ? meanInto(data) : keepIn(data);
  const slot = slotOf(places, options.neuroids.length, kept > 1);
  let negative: string | undefined;
  await source.read(options.neuroids, options.window, (presentation, repetition, column, value) => {
    if (value < 0 && !options.negative)
      negative ??= aboutNegative(source, options.neuroids[column], presentation, value);
    present.put(slot(presentation, repetition, column), value);
  });
  if (negative !== undefined) throw new InputError(negative);
  return {
    stimuli,
    repetitions: kept,
    shown: count,
    data,
    missing: count * size - present.finish(),
  };
}

function aboutNegative(
  { file, neuroids }: RecordingSource,
  neuroid: number,
  presentation: number,
  value: number,
): string {
  const name = neuroids.columns.neuroid_id?.[neuroid] ?? neuroid + 1;
  return (
    `${file}: the response ${value} of neuroid "${name}" to presentation ${presentation + 1} is below 0, which no count ` +
    'of spikes can be; if it is something else, say so with the option unit.'
  );
}

function slotOf({ stimuli, stimulusOf, repetitionOf }: Repetitions, columns: number, separate: boolean) {
  return (presentation: number, repetition: number, column: number) => {
    const layer = separate ? repetitionOf[presentation] + repetition : 0;
    return (layer * stimuli.length + stimulusOf[presentation]) * columns + column;
  };
}

/** Takes responses in; `finish` gives how many there are. */
interface Intake {
  put(slot: number, value: number): void;
  finish(): number;
}

function keepIn(data: Float64Array): Intake {
  let present = 0;
  return {
    put: (slot, value) => {
      data[slot] = value;
      if (!Number.isNaN(value)) present++;
    },
    finish: () => present,
  };
}

function meanInto(data: Float64Array): Intake {
  const counts = new Float64Array(data.length);
  return {
    put: (slot, value) => {
      if (Number.isNaN(value)) return;
      data[slot] = counts[slot] === 0 ? value : data[slot] + value;
      counts[slot]++;
    },
    finish: () => {
      let present = 0;
      for (const [slot, count] of counts.entries()) {
        data[slot] /= count;
        present += count;
      }
      return present;
    },
  };
}
