import { basename } from 'node:path';
import type { File } from 'h5wasm/node';
import { createVariable } from '../array-files/write-netcdf.ts';
import { writeWhole } from '../array-files/write-whole.ts';
import type { Assembly } from '../assembly/assembly.ts';
import type { Column } from '../assembly/table.ts';
import { InputError } from '../errors/errors.ts';
import { responsesPath } from './nwb-recording.ts';
import { type Typed, typedFile } from './nwb-types.ts';

const version = '2.7.0';

/** Times of presentations are not known; they are laid out one per second from here. */
const nominalStart = '1970-01-01T00:00:00+00:00';

/** Columns that the schema defines to be something else. */
const reserved = {
  trials: ['id', 'start_time', 'stop_time', 'tags', 'timeseries'],
  units: [
    'id',
    'spike_times',
    'obs_intervals',
    'electrodes',
    'electrode_group',
    'waveform_mean',
    'waveform_sd',
    'waveforms',
  ],
};

/**
 * Writes responses `presentation x neuroid` as Neurodata Without Borders 2: `intervals/trials` with a row per presentation,
 * `units` with a row per neuroid, and the responses themselves as the time series `processing/ecephys/responses`, because
 * there are counts and no spike times. Times are nominal, one presentation per second.
 * Throws InputError for time bins and for a file that is there already.
 */
export async function writeNwb(path: string, assembly: Assembly<Float64Array | Float32Array>): Promise<void> {
  if (assembly.dimensions.join() !== 'presentation,neuroid')
    throw new InputError(`${basename(path)}: time bins are not written to NWB; choose .nc or .zarr.`);
  const hdf5 = await import('h5wasm/node');
  (await hdf5.ready).activate_throwing_error_handler();
  await writeWhole(path, async (staged) => {
    const file = new hdf5.File(staged, 'w');
    try {
      writeContent(file, assembly);
    } finally {
      file.close();
    }
  });
}

function writeContent(
  file: File,
  { shape, data, coordinates, attributes }: Assembly<Float64Array | Float32Array>,
): void {
  const { identifier = 'responses', unit = 'unknown', simulated, description = '' } = attributes;
  const nwb = typedFile(file, version, String(identifier));
  const [presentations, neuroids] = shape;
  const kind = simulated === true ? 'Simulated responses' : 'Responses';
  for (const name of [
    'acquisition',
    'analysis',
    'stimulus',
    'stimulus/presentation',
    'stimulus/templates',
    'general',
  ])
    file.create_group(name);
  for (const name of ['processing', 'intervals']) file.create_group(name);
  nwb.text('identifier', String(identifier));
  nwb.text(
    'session_description',
    `${kind}, times nominal: one presentation per second. ${description}`.trim(),
  );
  nwb.text('session_start_time', nominalStart);
  nwb.text('timestamps_reference_time', nominalStart);
  file.create_dataset({ name: 'file_create_date', data: [new Date().toISOString()], dtype: 'S' });

  const along = (dimension: string, taken: readonly string[]) =>
    Object.fromEntries(
      Object.entries(coordinates)
        .filter(([, coordinate]) => coordinate.dimension === dimension)
        .map(([name, { values }]) => [taken.includes(name) ? `${dimension}_${name}` : name, values]),
    );
  const starts = Float64Array.from({ length: presentations }, (_, row) => row);
  const times = { start_time: starts, stop_time: starts.map((start) => start + 1) };
  writeTable(nwb, 'intervals/trials', 'TimeIntervals', presentations, {
    ...times,
    ...along('presentation', reserved.trials),
  });
  writeTable(nwb, 'units', 'Units', neuroids, along('neuroid', reserved.units));

  nwb.group('processing/ecephys', 'core', 'ProcessingModule', { description: 'responses to the stimuli' });
  const series = nwb.group(responsesPath, 'core', 'TimeSeries', {
    description: `${kind}, a row per trial and a column per unit; NaN where one is missing.`,
    comments: String(description),
  });
  const values = createVariable(series, 'data', shape, data instanceof Float64Array ? 'float64' : 'float32');
  values.write_slice(
    [
      [0, presentations],
      [0, neuroids],
    ],
    data,
  );
  values.create_attribute('unit', String(unit));
  for (const [name, value] of Object.entries({ conversion: 1, resolution: -1, offset: 0 }))
    values.create_attribute(name, value, [], '<f');
  const timestamps = series.create_dataset({ name: 'timestamps', data: starts });
  timestamps.create_attribute('interval', 1, [], '<i');
  timestamps.create_attribute('unit', 'seconds');
}

function writeTable(
  nwb: Typed,
  path: string,
  type: string,
  length: number,
  columns: Readonly<Record<string, Column>>,
): void {
  const group = nwb.group(path, 'core', type, { description: `${length} ${path.split('/').at(-1)}` });
  group.create_attribute('colnames', Object.keys(columns), [Object.keys(columns).length], 'S');
  const ids = Int32Array.from({ length }, (_, row) => row);
  nwb.typed(group.create_dataset({ name: 'id', data: ids }), 'hdmf-common', 'ElementIdentifiers');
  for (const [name, values] of Object.entries(columns)) {
    const data = values instanceof Float64Array ? values : [...values];
    const dtype = values instanceof Float64Array ? '<d' : 'S';
    const column = group.create_dataset({ name, data, dtype });
    nwb.typed(column, 'hdmf-common', 'VectorData');
    column.create_attribute('description', name.replaceAll('_', ' '));
  }
}
