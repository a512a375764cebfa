import { z } from 'zod';
import { dimensionNames } from '../../core/recordings/array-recording.ts';

const name = z.string().min(1);

export const recordedOptions = z.strictObject({
  responses: name.describe(
    'File of the responses: netCDF-4 (.nc), NWB (.nwb), Zarr (.zarr), NumPy (.npy) or text (.csv); NaN where a ' +
      'repetition is missing.',
  ),
  dimensions: z
    .array(z.enum(dimensionNames))
    .min(2)
    .max(4)
    .refine((names) => new Set(names).size === names.length, 'dimensions must not repeat')
    .refine(
      (names) => names.includes('neuroid') && names.includes('presentation'),
      'dimensions must hold neuroid and presentation; repetition may be absent where there is one',
    )
    .optional()
    .describe(
      "The array's dimensions in order, where the file does not name them; absent: neuroid, presentation, repetition.",
    ),
  region: name
    .optional()
    .describe('Where the neuroids are, for instance V4; required where the file does not say it.'),
  unit: name
    .optional()
    .describe(
      'Unit of the responses, for reports; absent: what the file says, else spikes per presentation. Spikes and counts ' +
        'must not be negative.',
    ),
  images: name
    .optional()
    .describe(
      'Names the stimulus of every presentation: a list with one stimulus_id or filename per line, or a table (.csv) ' +
        'with the column stimulus_id or filename, and perhaps repetition; absent: the file says it, or, where it says ' +
        'nothing at all, presentations are in the order of the stimulus set.',
    ),
  neuroidIds: z
    .array(name)
    .refine((ids) => new Set(ids).size === ids.length, 'neuroidIds must differ from one another')
    .optional()
    .describe('Names of the neuroids, in the order of the file; absent: as the file says, else numbered.'),
  neuroidTable: name
    .optional()
    .describe('Table (.csv) with a row per neuroid: neuroid_id, region, animal and anything else.'),
  stimulusColumn: name
    .default('stimulus_id')
    .describe('Column of the trials of an NWB file that names the stimulus.'),
  partial: z
    .boolean()
    .default(false)
    .describe('Whether stimuli of the recording that the stimulus set lacks are left out.'),
  regions: z.array(name).min(1).optional().describe('Only neuroids of these regions.'),
  animals: z.array(name).min(1).optional().describe('Only neuroids of these animals.'),
  reliability: z
    .number()
    .min(-1)
    .max(1)
    .optional()
    .describe(
      'Only neuroids of at least this split-half reliability (Spearman-Brown, over all stimuli recorded).',
    ),
  window: z
    .strictObject({ from: z.number().optional(), to: z.number().optional() })
    .refine(({ from, to }) => from === undefined || to === undefined || from < to, 'from must be before to')
    .default({})
    .describe(
      'ms after stimulus onset: the time bins of an assembly that lie within, or where the spikes of an NWB file are ' +
        'counted (absent: all bins; from the start of a trial to its end).',
    ),
  bins: z.enum(['mean', 'sum']).default('mean').describe('What becomes of several time bins.'),
  repetitions: z
    .enum(['all', 'mean'])
    .default('all')
    .describe(
      'mean: keep the mean over the repetitions that are there, in memory that does not grow with the presentations; ' +
        'there is no noise ceiling then.',
    ),
});

export type RecordedOptions = z.infer<typeof recordedOptions>;
