import { strings } from '../../core/assembly/table.ts';
import type { StimulusSet } from '../../core/contracts/stimuli.ts';
import { InputError } from '../../core/errors/errors.ts';

/**
 * Which presentation of the recording shows each stimulus of a set.
 * @param images names of the stimuli in the order of the recording, or undefined where that is the set's order.
 * Throws InputError when the recording does not fit the set.
 */
export function presentationsOf(
  stimuli: StimulusSet,
  presentations: number,
  images: readonly string[] | undefined,
  file: string,
): readonly number[] {
  if (images) return byName(stimuli, presentations, images, file);
  const count = stimuli.table.length;
  if (presentations === count) return Array.from({ length: count }, (_, row) => row);
  throw new InputError(
    `${file}: has ${presentations} presentations, but stimulus set "${stimuli.id}" has ${count} stimuli; ` +
      'give as many, or name the stimulus of every presentation with the option images',
  );
}

function byName(
  stimuli: StimulusSet,
  presentations: number,
  images: readonly string[],
  file: string,
): readonly number[] {
  if (images.length !== presentations)
    throw new InputError(`${file}: has ${presentations} presentations, but images names ${images.length}`);
  const places = new Map(images.map((name, presentation) => [name, presentation]));
  if (places.size !== images.length) throw new InputError(`${file}: images names a stimulus more than once`);
  const ids = strings(stimuli.table, 'stimulus_id');
  const filenames = stimuli.table.columns.filename ? strings(stimuli.table, 'filename') : ids;
  return ids.map((id, row) => {
    const place = places.get(id) ?? places.get(filenames[row]);
    if (place !== undefined) return place;
    throw new InputError(`${file}: images does not name stimulus "${id}" of stimulus set "${stimuli.id}"`);
  });
}
