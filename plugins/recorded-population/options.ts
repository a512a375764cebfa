import { z } from 'zod';

export const dimensionNames = ['neuroid', 'presentation', 'repetition'] as const;

export type DimensionName = (typeof dimensionNames)[number];

export const recordedOptions = z.strictObject({
  responses: z
    .string()
    .min(1)
    .describe('NumPy file (.npy) of the responses; NaN where a repetition is missing.'),
  dimensions: z
    .array(z.enum(dimensionNames))
    .min(2)
    .max(3)
    .default(['neuroid', 'presentation', 'repetition'])
    .refine((names) => new Set(names).size === names.length, 'dimensions must not repeat')
    .refine(
      (names) => names.includes('neuroid') && names.includes('presentation'),
      'dimensions must hold neuroid and presentation; repetition may be absent where there is one',
    )
    .describe("The array's dimensions in order."),
  region: z.string().min(1).describe('Where the neuroids are, for instance V4.'),
  unit: z.string().min(1).default('spikes per presentation').describe('Unit of the responses, for reports.'),
  images: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Text file that names the stimulus of every presentation, one stimulus_id or filename per line; ' +
        'absent: presentations are in the order of the stimulus set.',
    ),
  neuroidIds: z
    .array(z.string().min(1))
    .refine((ids) => new Set(ids).size === ids.length, 'neuroidIds must differ from one another')
    .optional()
    .describe('Names of the neuroids, in the order of the array; absent: numbered.'),
});

export type RecordedOptions = z.infer<typeof recordedOptions>;
