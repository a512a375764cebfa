import { z } from 'zod';

const set = (what: string) => z.string().describe(`Value of the column \`set\` there: ${what}.`);

export const optionsSchema = z.strictObject({
  pictures: z
    .string()
    .default('pictures')
    .describe(
      'Id of the joined set of all that is fitted and tested; its column `set` tells which is which.',
    ),
  newImages: set('other pictures of the objects fitted').default('new-images'),
  newObjects: set('other objects of the categories fitted').default('new-objects'),
  newCategories: set('other categories').default('new-categories'),
  fittable: z
    .array(z.string())
    .default(['V1'])
    .describe('Regions of which a direct fit is predicted to generalise; of all others that it does not.'),
  taskTrained: z
    .array(z.string())
    .min(1)
    .optional()
    .describe(
      'Backbones that were trained on a task; by default those of the plugin of the direct fits that the scene trains.',
    ),
  negligible: z
    .number()
    .min(0)
    .max(1)
    .default(0.05)
    .describe('Differences in explained variance below this would not matter.'),
  draws: z.int().min(20).max(100_000).default(400).describe('Resamples of stimuli and neuroids.'),
});

export type Options = z.infer<typeof optionsSchema>;
