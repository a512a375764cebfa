import { z } from 'zod';

const odd = z
  .int()
  .min(1)
  .max(31)
  .refine((value) => value % 2 === 1, { error: 'an odd number, so that there is a middle' });

export const normalisationOptions = z.strictObject({
  region: odd.default(5).describe('Side of the region in cells.'),
  removeMean: z.boolean().default(false).describe('Whether the mean of the region is subtracted first.'),
  gain: z.number().positive().max(1000).default(1).describe('Factor before the norm meets the threshold.'),
  threshold: z.number().positive().max(1000).default(1).describe('Norms from here on are divided by.'),
});

export const layerOptions = z.strictObject({
  filters: z.int().min(1).max(1024).default(64).describe('Number of random kernels.'),
  kernel: odd.default(5).describe('Side of the kernels in cells.'),
  minimum: z.number().nullable().default(0).describe('Responses below are raised to it; null: none are.'),
  maximum: z.number().nullable().default(null).describe('Responses above are lowered to it; null: none are.'),
  pool: odd.default(5).describe('Side of the pooled region in cells.'),
  exponent: z
    .union([z.literal(1), z.literal(2), z.literal(10)])
    .default(1)
    .describe('p of (sum of x to the p) to the 1/p: 1 a sum, 10 close to the maximum.'),
  stride: z.int().min(1).max(4).default(2).describe('Cells between the places of the next layer.'),
  normalise: normalisationOptions.prefault({}),
});

export const randomFilterOptions = z
  .strictObject({
    size: z.int().min(16).max(256).default(64).describe('Side in pixels to which pictures are resized.'),
    grid: z
      .int()
      .min(1)
      .max(64)
      .default(8)
      .describe('Places per side at which a layer is read, at most; averaged over the cells between.'),
    depth: z.int().min(1).max(3).optional().describe('Number of layers; 3 where `layers` lists none.'),
    normalise: normalisationOptions
      .prefault({ region: 9, gain: 10 })
      .describe('Normalisation of the picture.'),
    layers: z
      .array(layerOptions)
      .min(1)
      .max(3)
      .optional()
      .describe('Hyper-parameters layer by layer; those of Cox & Pinto (2011) by default.'),
  })
  .refine(({ depth, layers }) => !depth || !layers || depth === layers.length, {
    error: 'as many as `layers` lists',
    path: ['depth'],
  });

export type RandomFilterOptions = z.infer<typeof randomFilterOptions>;
export type LayerOptions = z.infer<typeof layerOptions>;
export type Normalisation = z.infer<typeof normalisationOptions>;
