import { assembly, coordinatesOf } from '../../core/assembly/assembly.ts';
import { selectRows, strings, type Table } from '../../core/assembly/table.ts';
import type { Instance } from '../../core/contracts/plugin.ts';
import type { Population, Responses } from '../../core/contracts/population.ts';
import type { StimulusSet } from '../../core/contracts/stimuli.ts';
import { chooseNeuroids } from '../../core/recordings/choose-neuroids.ts';
import { fingerprintOf } from '../../core/recordings/fingerprint.ts';
import { type FoldedTrials, foldTrials } from '../../core/recordings/fold-trials.ts';
import { nameNeuroids } from '../../core/recordings/name-neuroids.ts';
import { openRecording } from '../../core/recordings/open-recording.ts';
import { isCount } from '../../core/recordings/units.ts';
import { describeRecording } from './description.ts';
import type { RecordedOptions } from './options.ts';
import { reliableColumns } from './reliable-neuroids.ts';
import { stimulusRows } from './stimulus-rows.ts';

const defaultUnit = 'spikes per presentation';

/** Reads the files at once, so that a mistake in them shows before anything is computed. */
export async function createRecordedPopulation(
  options: RecordedOptions,
  instance: Pick<Instance, 'id' | 'resolvePath' | 'random'>,
): Promise<Population> {
  const file = instance.resolvePath(options.responses);
  const images = options.images && instance.resolvePath(options.images);
  const neuroidTable = options.neuroidTable && instance.resolvePath(options.neuroidTable);
  const source = await openRecording(file, { ...options, images, neuroidTable });
  try {
    const known = nameNeuroids(source.neuroids, options, instance.id, file);
    const chosen = chooseNeuroids(known, options, file);
    const unit = options.unit ?? String(source.attributes.unit ?? defaultUnit);
    const folded = await foldTrials(source, {
      neuroids: chosen,
      window: { ...options.window, bins: options.bins },
      repetitions: options.repetitions,
      negative: !isCount(unit),
    });
    const reliable =
      options.reliability === undefined
        ? chosen.map((_, column) => column)
        : reliableColumns(folded, options.reliability, instance.random.stream('reliability'), file);
    const neuroids = selectRows(
      known,
      reliable.map((column) => chosen[column]),
    );
    const kept = selectColumns(folded, chosen.length, reliable);
    return {
      fingerprint: await fingerprintOf([file, images, neuroidTable].filter((path) => path !== undefined)),
      simulated: false,
      regions: [...new Set(strings(neuroids, 'region'))],
      description: describeRecording(neuroids, kept, unit, options),
      respond: async (stimuli) => {
        const rows = stimulusRows(stimuli, kept.stimuli, file, options.partial);
        return responsesOf(stimuli, kept, rows, neuroids, unit);
      },
    };
  } finally {
    source.close();
  }
}

/** The same trials of some of the neuroids. */
function selectColumns(folded: FoldedTrials, columns: number, chosen: readonly number[]): FoldedTrials {
  if (chosen.length === columns) return folded;
  const { repetitions, shown, stimuli } = folded;
  const data = new Float64Array((folded.data.length / columns) * chosen.length);
  for (let index = 0; index < data.length; index++)
    data[index] = folded.data[Math.floor(index / chosen.length) * columns + chosen[index % chosen.length]];
  const present = data.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
  return { repetitions, shown, stimuli, data, missing: data.length - present };
}

function responsesOf(
  set: StimulusSet,
  { repetitions, stimuli, data }: FoldedTrials,
  rows: readonly number[],
  neuroids: Table,
  unit: string,
): Responses {
  const width = neuroids.length;
  const values = new Float64Array(repetitions * rows.length * width);
  for (let repetition = 0; repetition < repetitions; repetition++)
    for (const [place, row] of rows.entries()) {
      const start = (repetition * stimuli.length + row) * width;
      values.set(data.subarray(start, start + width), (repetition * rows.length + place) * width);
    }
  const trials = assembly({
    dimensions: ['repetition', 'presentation', 'neuroid'],
    shape: [repetitions, rows.length, width],
    data: values,
    coordinates: {
      stimulus_id: { dimension: 'presentation', values: strings(set.table, 'stimulus_id') },
      ...coordinatesOf(neuroids, 'neuroid'),
    },
    attributes: { simulated: false, unit },
  });
  return { neuroids, trials };
}
