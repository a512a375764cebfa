import { strings, type Table } from '../assembly/table.ts';
import type { PictureFormat } from '../contracts/pictures.ts';
import { InputError } from '../errors/errors.ts';
import type { LockedScene } from '../laboratory/locked-scene.ts';
import type { OpenStimuli } from '../laboratory/open-stimuli.ts';

/** What a worker tells of a stimulus set before anything is drawn; plain data. */
export interface SetDescription {
  readonly table: Table;
  readonly format: PictureFormat;
  readonly locked: LockedScene;
  readonly degraded: readonly string[];
}

export function describeSet({ descriptions, locked, degraded }: OpenStimuli): SetDescription {
  const { table, format } = descriptions;
  return { table, format, locked, degraded };
}

/** Names of the picture files, row by row. Throws InputError when two stimuli would have the same. */
export function fileNames(table: Table): readonly string[] {
  const seen = new Map<string, string>();
  return strings(table, 'stimulus_id').map((id) => {
    const name = fileName(id);
    const other = seen.get(name);
    if (other !== undefined)
      throw new InputError(
        `the stimuli "${other}" and "${id}" would both be written to ${name}; rename one.`,
      );
    seen.set(name, id);
    return name;
  });
}

export function fileName(stimulusId: string): string {
  return `${stimulusId.replaceAll(/[^\w.-]/g, '_')}.png`;
}
