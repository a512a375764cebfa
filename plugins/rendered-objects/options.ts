import { z } from 'zod';

const count = (variation: string) =>
  z.int().min(0).max(10_000).default(0).describe(`Pictures per object at ${variation} variation.`);

export const options = z.strictObject({
  categories: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('Categories of the object source to show; all of them by default.'),
  perCategory: z
    .int()
    .min(1)
    .optional()
    .describe('Objects per category, the first ones of the source; all of them by default.'),
  imagesPerObject: z
    .strictObject({ V0: count('no'), V3: count('medium'), V6: count('high') })
    .refine(
      ({ V0, V3, V6 }) => V0 + V3 + V6 > 0,
      'must ask for at least one picture, for instance { V3: 10 }',
    )
    .describe('Pictures per object at each level of variation.'),
  size: z.int().min(16).max(1024).default(128).describe('Side of the pictures, in pixels.'),
  degrees: z.number().positive().max(180).default(8).describe('Visual angle of the side, in degrees.'),
  color: z.enum(['grey', 'rgb']).default('grey').describe('Whether pictures are grey or coloured.'),
});

export type RenderedObjectsOptions = z.infer<typeof options>;
