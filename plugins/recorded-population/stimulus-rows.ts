import { strings, type Table } from '../../core/assembly/table.ts';
import type { StimulusSet } from '../../core/contracts/stimuli.ts';
import { InputError } from '../../core/errors/errors.ts';

/**
 * Which stimulus of the recording each stimulus of a set is: by `stimulus_id` or `filename`, in any order; by its place
 * where the recording names none.
 * @param partial whether the set may lack stimuli of the recording.
 * Throws InputError when the recording does not fit the set.
 */
export function stimulusRows(
  set: StimulusSet,
  recorded: Table,
  file: string,
  partial: boolean,
): readonly number[] {
  const names = ['stimulus_id', 'filename'].filter((column) => column in recorded.columns);
  if (names.length === 0) return byPlace(set, recorded.length, file);
  const rows = new Map<string, number>();
  for (const name of names)
    for (const [row, label] of strings(recorded, name).entries()) if (!rows.has(label)) rows.set(label, row);
  const ids = strings(set.table, 'stimulus_id');
  const filenames = set.table.columns.filename ? strings(set.table, 'filename') : ids;
  const chosen = ids.map((id, index) => {
    const row = rows.get(id) ?? rows.get(filenames[index]);
    if (row !== undefined) return row;
    throw new InputError(`${file}: has no response to stimulus "${id}" of stimulus set "${set.id}".`);
  });
  if (!partial) refuseOthers(set, strings(recorded, names[0]), chosen, file);
  return chosen;
}

function byPlace({ id, table }: StimulusSet, presentations: number, file: string): readonly number[] {
  if (presentations === table.length) return Array.from({ length: presentations }, (_, row) => row);
  throw new InputError(
    `${file}: has ${presentations} presentations, but stimulus set "${id}" has ${table.length} stimuli; ` +
      'give as many, or name the stimulus of every presentation with the option images.',
  );
}

function refuseOthers(
  set: StimulusSet,
  recorded: readonly string[],
  chosen: readonly number[],
  file: string,
): void {
  const used = new Set(chosen);
  const others = recorded.filter((_, row) => !used.has(row));
  if (others.length === 0) return;
  throw new InputError(
    `${file}: shows ${others.length} stimuli that stimulus set "${set.id}" lacks, for instance "${others[0]}"; add ` +
      'them, or leave them out with partial: true.',
  );
}
