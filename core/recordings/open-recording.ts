import { extname } from 'node:path';
import { openArray } from '../array-files/read-array.ts';
import { strings, type Table } from '../assembly/table.ts';
import { InputError } from '../errors/errors.ts';
import { arrayRecording, type DimensionName } from './array-recording.ts';
import { readLabels } from './label-table.ts';
import type { RecordingSource } from './recording-source.ts';

/** What the file does not say itself. Paths are absolute. */
export interface RecordingLabels {
  readonly dimensions?: readonly DimensionName[] | undefined;
  /** List or table of the presentations. */
  readonly images?: string | undefined;
  /** Table of the neuroids. */
  readonly neuroidTable?: string | undefined;
  /** Column of the trials of an NWB file. */
  readonly stimulusColumn: string;
}

/**
 * Opens a recording by the ending of its file: .nwb, or an array (.nc, .zarr, .npy, .csv).
 * Throws InputError when it cannot be read, or what comes with it has another length or names a neuroid twice.
 */
export async function openRecording(file: string, labels: RecordingLabels): Promise<RecordingSource> {
  const source = await open(file, labels);
  try {
    const { images, neuroidTable } = labels;
    const presentations = images ? await readLabels(images, 'images', 'stimulus_id') : source.presentations;
    const neuroids = neuroidTable
      ? await readLabels(neuroidTable, 'neuroidTable', 'neuroid_id')
      : source.neuroids;
    if (presentations.length !== source.presentations.length)
      throw new InputError(
        `${file}: has ${source.presentations.length} presentations, but images names ${presentations.length}.`,
      );
    if (neuroids.length !== source.neuroids.length)
      throw new InputError(
        `${file}: has ${source.neuroids.length} neuroids, but neuroidTable has ${neuroids.length} rows.`,
      );
    const labelled = source.labelled || images !== undefined;
    requireNames(file, presentations, labelled);
    refuseTwins(file, neuroids);
    return { ...source, presentations, neuroids, labelled };
  } catch (error) {
    source.close();
    throw error;
  }
}

async function open(file: string, { dimensions, stimulusColumn }: RecordingLabels): Promise<RecordingSource> {
  if (extname(file).toLowerCase() === '.nwb') {
    return (await import('./nwb-recording.ts')).openNwb(file, stimulusColumn);
  }
  return arrayRecording(await openArray(file), file, dimensions);
}

function requireNames(file: string, { columns }: Table, labelled: boolean): void {
  if (!labelled || columns.stimulus_id || columns.filename) return;
  throw new InputError(
    `${file}: has no coordinate "stimulus_id" (nor "filename") along its presentations; name the stimuli with the ` +
      'option images.',
  );
}

function refuseTwins(file: string, neuroids: Table): void {
  if (!neuroids.columns.neuroid_id) return;
  const seen = new Set<string>();
  for (const id of strings(neuroids, 'neuroid_id')) {
    if (seen.has(id)) throw new InputError(`${file}: has the neuroid_id "${id}" twice.`);
    seen.add(id);
  }
}
