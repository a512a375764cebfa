import { z } from 'zod';

const degrees = z.number().min(20).max(100);

export const panoramaOptions = z.strictObject({
  folder: z
    .string()
    .optional()
    .describe('Folder of .hdr and .exr panoramas; by default those of the package @pmndrs/assets.'),
  part: z
    .enum(['first', 'second', 'all'])
    .default('all')
    .describe('Half of every panorama that crops come from; the halves share no point.'),
  fieldOfView: z
    .tuple([degrees, degrees])
    .refine(([narrow, wide]) => narrow <= wide, 'the narrow angle first')
    .default([50, 90])
    .describe('Smallest and largest visual angle of the longer side of a crop, in degrees.'),
  mirror: z.boolean().default(true).describe('Mirrors every other crop on average.'),
});

export type PanoramaOptions = z.infer<typeof panoramaOptions>;
