import { strings, type Table } from '../../core/assembly/table.ts';
import type { FoldedTrials } from '../../core/recordings/fold-trials.ts';
import { silentNeuroids } from '../../core/recordings/silent-neuroids.ts';
import type { RecordedOptions } from './options.ts';

const namedAtMost = 5;

/** One sentence: how many neuroids, where, in what unit, how they were chosen, and what is missing. */
export function describeRecording(
  neuroids: Table,
  folded: FoldedTrials,
  unit: string,
  options: RecordedOptions,
): string {
  const regions = [...new Set(strings(neuroids, 'region'))].join(' and ');
  const animals = neuroids.columns.animal ? new Set(strings(neuroids, 'animal')).size : 1;
  const total = folded.shown * folded.stimuli.length * neuroids.length;
  const silent = silentNeuroids(neuroids, folded.data);
  const parts = [
    `${neuroids.length} recorded ${regions} neuroids${animals > 1 ? ` of ${animals} animals` : ''}`,
    `responses in ${unit}`,
    ...(options.reliability === undefined
      ? []
      : [`chosen by a reliability of at least ${options.reliability}`]),
    ...(options.repetitions === 'mean' ? [`means of up to ${folded.shown} repetitions`] : []),
    ...(folded.missing > 0 ? [`${folded.missing} of ${total} repetitions missing`] : []),
    ...(silent.length > 0 ? [`no response at all of ${listed(silent)}`] : []),
  ];
  return `${parts.join(', ')}.`;
}

function listed(names: readonly string[]): string {
  const others = names.length - namedAtMost;
  return names.slice(0, namedAtMost).join(' and ') + (others > 0 ? ` and ${others} others` : '');
}
