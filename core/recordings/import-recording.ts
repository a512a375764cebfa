import { mkdir, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { stringify } from 'yaml';
import { writeArray } from '../array-files/write-array.ts';
import { assembly } from '../assembly/assembly.ts';
import { InputError } from '../errors/errors.ts';
import { writeFileAtomically } from '../store/atomic.ts';
import { assemblyOf } from './assembly-of.ts';
import { type Findings, findingsOf } from './findings.ts';
import { foldTrials } from './fold-trials.ts';
import { nameNeuroids } from './name-neuroids.ts';
import { openRecording, type RecordingLabels } from './open-recording.ts';
import { readmeOf } from './readme.ts';
import type { TimeWindow } from './recording-source.ts';
import { isCount } from './units.ts';

export interface ImportRequest extends RecordingLabels {
  readonly region?: string | undefined;
  readonly unit?: string | undefined;
  readonly window: TimeWindow;
}

const array = 'responses.zarr';

/**
 * Writes a recording as a folder that a scene can name: `responses.zarr` (presentation x neuroid, with coordinates),
 * `population.yaml` and `README.md` with what was found.
 * Throws InputError when the folder is not empty, or the recording is not whole.
 */
export async function importRecording(
  file: string,
  folder: string,
  request: ImportRequest,
): Promise<Findings> {
  if ((await readdir(folder).catch(() => [])).length > 0)
    throw new InputError(`${folder}: is not empty; give a new folder.`);
  const source = await openRecording(file, request);
  try {
    const { columns } = source.presentations;
    if (!columns.stimulus_id && !columns.filename)
      throw new InputError(`${file}: does not name its stimuli; name them with --images.`);
    const name = basename(folder);
    const neuroids = nameNeuroids(source.neuroids, request, name, file);
    const unit = request.unit ?? String(source.attributes.unit ?? 'spikes per presentation');
    const folded = await foldTrials(source, {
      neuroids: Array.from({ length: neuroids.length }, (_, row) => row),
      window: request.window,
      repetitions: 'all',
      negative: !isCount(unit),
    });
    const { repetitions, stimuli, data } = folded;
    const trials = assembly({
      dimensions: ['repetition', 'presentation', 'neuroid'],
      shape: [repetitions, stimuli.length, neuroids.length],
      data,
      attributes: { unit },
    });
    const findings = findingsOf(neuroids, trials, unit);
    const written = assemblyOf({ neuroids, trials }, stimuli, 'responses', {
      identifier: name,
      source: basename(file),
    });
    await mkdir(folder, { recursive: true });
    await writeArray(join(folder, array), { ...written, type: 'float64' }, (sink) =>
      sink.write(0, written.data),
    );
    const snippet = stringify({
      populations: [{ id: name, plugin: 'recorded-population', responses: `${name}/${array}` }],
    });
    await writeFileAtomically(join(folder, 'population.yaml'), snippet);
    await writeFileAtomically(join(folder, 'README.md'), readmeOf(name, basename(file), findings, snippet));
    return findings;
  } finally {
    source.close();
  }
}
