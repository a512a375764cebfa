import type { Dataset, File, Group } from 'h5wasm/node';
import { asFloats } from '../array-files/array-file.ts';
import { datasetOf, explained, groupOf, openHdf5, textAttributes } from '../array-files/hdf5.ts';
import { numbers, type Table } from '../assembly/table.ts';
import { InputError } from '../errors/errors.ts';
import { type RaggedColumn, raggedColumn, tableOf, unitTable } from './nwb-tables.ts';
import type { Put, RecordingSource, TimeWindow } from './recording-source.ts';

const kind = 'NWB';

/** Where Neuroid keeps responses that are not spike times. */
export const responsesPath = 'processing/ecephys/responses';

/** Values read at a time. */
const valuesPerBlock = 1 << 22;

/**
 * A recording in Neurodata Without Borders 2: the spikes of every unit counted in a window of every trial, or the time
 * series `processing/ecephys/responses` with a row per trial and a column per unit.
 * @param stimulusColumn column of the trials that names the stimulus.
 * Throws InputError when the file is no NWB, or lacks units, trials or that column.
 */
export async function openNwb(path: string, stimulusColumn: string): Promise<RecordingSource> {
  const file = await openHdf5(path, kind);
  try {
    return explained(path, kind, () => recordingOf(file, path, stimulusColumn));
  } catch (error) {
    file.close();
    throw error;
  }
}

function recordingOf(file: File, path: string, stimulusColumn: string): RecordingSource {
  if (!('nwb_version' in file.attrs))
    throw new InputError(`${path}: is HDF5 but not NWB; give an assembly the ending .nc.`);
  const trials = requireTable(file, 'intervals/trials', path);
  const units = requireTable(file, 'units', path);
  const { id: _, [stimulusColumn]: stimulus, ...columns } = trials.table.columns;
  if (!stimulus)
    throw new InputError(
      `${path}: its trials have no column "${stimulusColumn}" that names the stimulus; they have ` +
        `${Object.keys(columns).join(', ')}: name it with the option stimulusColumn.`,
    );
  const neuroids = unitTable(file, units.group);
  const spikes = raggedColumn(units.group, 'spike_times');
  const responses = groupOf(file, responsesPath);
  const data = responses && datasetOf(responses, 'data');
  if (!spikes && !data) throw new InputError(`${path}: its units have no spike times.`);
  const shape = data?.shape?.join(' x ');
  if (!spikes && shape !== `${trials.table.length} x ${neuroids.length}`)
    throw new InputError(
      `${path}: its responses are ${shape}; there are ${trials.table.length} trials and ${neuroids.length} units.`,
    );
  return {
    file: path,
    presentations: {
      length: trials.table.length,
      columns: { stimulus_id: Array.from(stimulus, String), ...columns },
    },
    neuroids,
    repetitions: 1,
    labelled: true,
    attributes: data && !spikes ? { unit: unitOf(data) } : {},
    read: async (chosen, window, put) =>
      explained(path, kind, () => {
        if (spikes)
          countSpikes(
            spikes,
            raggedColumn(units.group, 'obs_intervals'),
            trials.table,
            { chosen, window, path },
            put,
          );
        else if (data) readResponses(data, chosen, put);
      }),
    close: () => {
      file.close();
    },
  };
}

function requireTable(file: Group, name: string, path: string): { group: Group; table: Table } {
  const group = groupOf(file, name);
  if (!group) throw new InputError(`${path}: has no table "${name}"; units and trials are needed.`);
  return { group, table: tableOf(group) };
}

function unitOf(data: Dataset): string {
  return textAttributes(data).unit ?? 'unknown';
}

interface Counting {
  readonly chosen: readonly number[];
  readonly window: TimeWindow;
  readonly path: string;
}

/** Spikes from `from` (included) to `to` (excluded) ms after a trial's start, by default until its end. */
function countSpikes(
  spikes: RaggedColumn,
  observed: RaggedColumn | undefined,
  trials: Table,
  { chosen, window, path }: Counting,
  put: Put,
): void {
  for (const name of ['start_time', 'stop_time'])
    if (!(trials.columns[name] instanceof Float64Array))
      throw new InputError(`${path}: its trials have no times "${name}" in seconds.`);
  const starts = numbers(trials, 'start_time');
  const from = starts.map((start) => start + (window.from ?? 0) / 1000);
  const { to: end } = window;
  const to = end === undefined ? numbers(trials, 'stop_time') : starts.map((start) => start + end / 1000);
  for (const [column, unit] of chosen.entries()) {
    const times = rowsOf(spikes, unit).sort();
    const intervals = observed && rowsOf(observed, unit);
    for (let trial = 0; trial < trials.length; trial++) {
      const seen = !intervals || isWithin(intervals, from[trial], to[trial]);
      const count = seen ? countBelow(times, to[trial]) - countBelow(times, from[trial]) : Number.NaN;
      put(trial, 0, column, count);
    }
  }
}

function rowsOf({ data, rangeOf }: RaggedColumn, row: number): Float64Array {
  const [from, to] = rangeOf(row);
  return from < to ? Float64Array.from(asFloats(data.slice([[from, to]])) ?? []) : new Float64Array();
}

/** Whether one of the intervals (start, end, start, end ...) holds all of a window. */
function isWithin(intervals: Float64Array, from: number, to: number): boolean {
  for (let start = 0; start < intervals.length; start += 2)
    if (intervals[start] <= from && to <= intervals[start + 1]) return true;
  return false;
}

/** How many of the sorted times are less than a limit. */
function countBelow(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function readResponses(data: Dataset, chosen: readonly number[], put: Put): void {
  const [trials, units] = data.shape ?? [];
  const rows = Math.max(1, Math.floor(valuesPerBlock / units));
  for (let from = 0; from < trials; from += rows) {
    const to = Math.min(trials, from + rows);
    const values = asFloats(data.slice([[from, to]])) ?? new Float64Array();
    for (let trial = from; trial < to; trial++)
      for (const [column, unit] of chosen.entries())
        put(trial, 0, column, values[(trial - from) * units + unit]);
  }
}
