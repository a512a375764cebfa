import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseNpy } from '../../core/array-files/npy.ts';
import { assembly, coordinatesOf } from '../../core/assembly/assembly.ts';
import { strings, table } from '../../core/assembly/table.ts';
import type { Instance } from '../../core/contracts/plugin.ts';
import type { Population, Responses } from '../../core/contracts/population.ts';
import type { StimulusSet } from '../../core/contracts/stimuli.ts';
import { InputError } from '../../core/errors/errors.ts';
import { neuroidIds } from '../../core/neurons/neuroid-ids.ts';
import type { RecordedOptions } from './options.ts';
import { presentationsOf } from './presentations.ts';
import { type Recording, recordingOf, selectPresentations } from './recording.ts';

/** Reads the files at once, so that a mistake in them shows before anything is computed. */
export async function createRecordedPopulation(
  options: RecordedOptions,
  instance: Pick<Instance, 'id' | 'resolvePath'>,
): Promise<Population> {
  const file = instance.resolvePath(options.responses);
  const bytes = await readGiven(file, 'responses');
  const recording = recordingOf(parseNpy(bytes, file), options.dimensions, file);
  const names = options.neuroidIds ?? neuroidIds(instance.id, recording.neuroids);
  if (names.length !== recording.neuroids)
    throw new InputError(`${file}: has ${recording.neuroids} neuroids, but neuroidIds names ${names.length}`);
  const imageBytes = options.images
    ? await readGiven(instance.resolvePath(options.images), 'images')
    : undefined;
  const images = imageBytes && linesOf(imageBytes);
  return {
    fingerprint: digest([bytes, ...(imageBytes ? [imageBytes] : [])]),
    simulated: false,
    description: `${recording.neuroids} recorded ${options.region} neuroids, responses in ${options.unit}.`,
    respond: async (stimuli) => {
      const chosen = presentationsOf(stimuli, recording.presentations, images, file);
      return responsesOf(stimuli, selectPresentations(recording, chosen), names, options);
    },
  };
}

async function readGiven(file: string, option: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (cause) {
    throw new InputError(
      `${file}: cannot be read; the option ${option} must name a file that exists`,
      undefined,
      {
        cause,
      },
    );
  }
}

function linesOf(bytes: Uint8Array): readonly string[] {
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function digest(files: readonly Uint8Array[]): string {
  return files.map((bytes) => createHash('sha256').update(bytes).digest('hex')).join(' ');
}

function responsesOf(
  stimuli: StimulusSet,
  { repetitions, presentations, neuroids, data }: Recording,
  names: readonly string[],
  { region, unit }: RecordedOptions,
): Responses {
  const known = table({ neuroid_id: names, region: names.map(() => region) });
  const trials = assembly({
    dimensions: ['repetition', 'presentation', 'neuroid'],
    shape: [repetitions, presentations, neuroids],
    data,
    coordinates: {
      stimulus_id: { dimension: 'presentation', values: strings(stimuli.table, 'stimulus_id') },
      ...coordinatesOf(known, 'neuroid'),
    },
    attributes: { simulated: false, unit },
  });
  return { neuroids: known, trials };
}
