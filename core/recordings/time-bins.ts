import { numbers, type Table } from '../assembly/table.ts';
import { InputError } from '../errors/errors.ts';
import type { TimeWindow } from './recording-source.ts';

/**
 * The time bins that lie within a window; all of them where the window is open.
 * @param bins with `time_bin_start` and `time_bin_end` in ms.
 * Throws InputError when the bins have no times, or none lies within.
 */
export function binsWithin(bins: Table, window: TimeWindow, file: string): readonly number[] {
  const all = Array.from({ length: bins.length }, (_, bin) => bin);
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = window;
  if (from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY) return all;
  const [starts, ends] = ['time_bin_start', 'time_bin_end'].map((name) => {
    if (bins.columns[name] instanceof Float64Array) return numbers(bins, name);
    throw new InputError(`${file}: has no coordinate "${name}" in ms, so no time window can be chosen.`);
  });
  const within = all.filter((bin) => starts[bin] >= from && ends[bin] <= to);
  if (within.length > 0) return within;
  throw new InputError(
    `${file}: none of its time bins lies within ${from} to ${to} ms; they run from ${Math.min(...starts)} to ` +
      `${Math.max(...ends)} ms.`,
  );
}
