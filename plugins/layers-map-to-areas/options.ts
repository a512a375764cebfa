import { z } from 'zod';

export const optionsSchema = z.strictObject({
  backbones: z
    .array(z.string())
    .min(1)
    .optional()
    .describe(
      'Backbones whose layers are mapped; absent: of those with three scored layers or more the one that performs best, ' +
        'or where no performance is known the one with the most layers.',
    ),
  order: z
    .array(z.string())
    .min(2)
    .default(['V1', 'V4', 'IT'])
    .describe('Regions from early to late; those that the scene lacks are passed over.'),
  negligible: z
    .number()
    .min(0)
    .max(1)
    .default(0.05)
    .describe("A step whose whole interval lies below this share of the network's depth counts as absent."),
});

export type Options = z.infer<typeof optionsSchema>;
