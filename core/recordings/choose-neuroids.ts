import { strings, type Table } from '../assembly/table.ts';
import { InputError } from '../errors/errors.ts';
import { didYouMean } from '../errors/suggestions.ts';

export interface NeuroidChoice {
  readonly regions?: readonly string[] | undefined;
  readonly animals?: readonly string[] | undefined;
}

/** Rows of the neuroids of some regions and animals. Throws InputError for a region or animal that there is not. */
export function chooseNeuroids(neuroids: Table, choice: NeuroidChoice, file: string): readonly number[] {
  const byRegion = allowed(neuroids, 'region', choice.regions, file);
  const byAnimal = allowed(neuroids, 'animal', choice.animals, file);
  const rows = Array.from({ length: neuroids.length }, (_, row) => row).filter(
    (row) => byRegion(row) && byAnimal(row),
  );
  if (rows.length > 0) return rows;
  throw new InputError(
    `${file}: no neuroid is of ${choice.regions?.join(' or ')} and of ${choice.animals?.join(' or ')}.`,
  );
}

function allowed(
  neuroids: Table,
  column: 'region' | 'animal',
  names: readonly string[] | undefined,
  file: string,
): (row: number) => boolean {
  if (!names) return () => true;
  if (!neuroids.columns[column])
    throw new InputError(`${file}: says no ${column} of its neuroids, so none can be chosen by it.`);
  const values = strings(neuroids, column);
  const known = [...new Set(values)];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new InputError(`${file}: has no neuroid of ${column} "${unknown}"; ${didYouMean(unknown, known)}`);
  return (row) => names.includes(values[row]);
}
