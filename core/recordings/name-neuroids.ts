import { type Table, table } from '../assembly/table.ts';
import { InputError } from '../errors/errors.ts';
import { neuroidIds } from '../neurons/neuroid-ids.ts';

interface Given {
  readonly neuroidIds?: readonly string[] | undefined;
  readonly region?: string | undefined;
}

/**
 * The table of neuroids with a name and a region each, from the file and the options.
 * Throws InputError when there is no region, or two, or names are too few.
 */
export function nameNeuroids(
  { length, columns }: Table,
  { neuroidIds: given, region }: Given,
  population: string,
  file: string,
): Table {
  if (given && given.length !== length)
    throw new InputError(`${file}: has ${length} neuroids, but neuroidIds names ${given.length}.`);
  if (region === undefined && !columns.region)
    throw new InputError(
      `${file}: has no coordinate "region" along its neuroids; say where they are with the option region.`,
    );
  if (region !== undefined && columns.region)
    throw new InputError(
      `${file}: says the region of every neuroid itself; leave out the option region, or choose some with regions.`,
    );
  const { neuroid_id = neuroidIds(population, length), ...others } = columns;
  const names = given ?? Array.from(neuroid_id, String);
  const regions = columns.region ? Array.from(columns.region, String) : names.map(() => region ?? '');
  return table({ neuroid_id: names, ...others, region: regions });
}
