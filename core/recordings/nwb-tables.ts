import type { Dataset, Group } from 'h5wasm/node';
import { asFloats, asLabels } from '../array-files/array-file.ts';
import { datasetOf, groupOf } from '../array-files/hdf5.ts';
import { type Column, strings, type Table, table } from '../assembly/table.ts';

/** The columns of a DynamicTable that have one value per row. */
export function tableOf(group: Group): Table {
  const length = datasetOf(group, 'id')?.shape?.[0] ?? 0;
  const columns: Record<string, Column> = {};
  for (const name of group.keys()) {
    const dataset = datasetOf(group, name);
    if (!dataset || group.keys().includes(`${name}_index`) || name.endsWith('_index')) continue;
    const { shape } = dataset;
    const values = shape?.length === 1 && shape[0] === length ? asLabels(dataset.value) : undefined;
    if (values) columns[name] = values;
  }
  return { length, columns };
}

/** A column with several values per row: `rangeOf` gives the rows of `data` that belong to one. */
export interface RaggedColumn {
  readonly data: Dataset;
  rangeOf(row: number): [number, number];
}

export function raggedColumn(group: Group, name: string): RaggedColumn | undefined {
  const data = datasetOf(group, name);
  const ends = asFloats(datasetOf(group, `${name}_index`)?.value);
  if (!data || !ends) return undefined;
  return { data, rangeOf: (row) => [row === 0 ? 0 : ends[row - 1], ends[row]] };
}

/** Where the neuroids are: a column of the units, else the location of their first electrode. */
const regionColumns = ['region', 'location', 'brain_area', 'brain_region', 'structure_acronym'];

/** The table of units with `neuroid_id`, and `region` and `animal` where the file says them. */
export function unitTable(file: Group, units: Group): Table {
  const { length, columns } = tableOf(units);
  const { id, neuroid_id = id, ...others } = columns;
  const known = regionColumns.find((name) => name in columns);
  const region = known === undefined ? electrodeRegions(file, units, length) : columns[known];
  const animal = others.animal ?? subjectOf(file, length);
  return table({
    neuroid_id: Array.from(neuroid_id, String),
    ...others,
    ...(region && { region: Array.from(region, String) }),
    ...(animal && { animal: Array.from(animal, String) }),
  });
}

function electrodeRegions(file: Group, units: Group, length: number): Column | undefined {
  const used = raggedColumn(units, 'electrodes');
  const electrodes = groupOf(file, 'general/extracellular_ephys/electrodes');
  if (!used || !electrodes) return undefined;
  const known = tableOf(electrodes);
  if (!known.columns.location) return undefined;
  const locations = strings(known, 'location');
  const rows = asFloats(used.data.value) ?? [];
  return Array.from({ length }, (_, unit) => locations[rows[used.rangeOf(unit)[0]]] ?? 'unknown');
}

function subjectOf(file: Group, length: number): Column | undefined {
  const subject = datasetOf(file, 'general/subject/subject_id')?.value;
  return typeof subject === 'string' ? Array.from({ length }, () => subject) : undefined;
}
