import { z } from 'zod';

const perChannel = z.union([z.number(), z.array(z.number()).length(3)]);

export const layersModelOptions = z
  .strictObject({
    model: z
      .string()
      .min(1)
      .describe('Path to the `model.json` of the model, beside the files of its weights.'),
    layers: z
      .union([
        z.array(z.string().min(1)).min(1),
        z
          .record(z.string().min(1), z.string().min(1))
          .refine((names) => Object.keys(names).length > 0, 'name at least one layer'),
      ])
      .describe("Layers to read: a list of the model's names, or a map from names of yours to the model's."),
    range: z
      .tuple([z.number(), z.number()])
      .default([0, 1])
      .describe('Values of black and white that the model expects.'),
    mean: perChannel
      .default(0)
      .describe('Subtracted after scaling to the range; one number, or one per channel.'),
    deviation: perChannel.default(1).describe('Divided by after that; one number, or one per channel.'),
    size: z
      .int()
      .min(1)
      .max(2048)
      .optional()
      .describe('Side of the pictures in pixels; only for models that leave it open.'),
    batch: z.int().min(1).max(1024).default(16).describe('Pictures shown to the model at a time.'),
  })
  .refine(({ layers }) => !Array.isArray(layers) || new Set(layers).size === layers.length, {
    error: 'every layer may be listed once only',
    path: ['layers'],
  })
  .refine(({ deviation }) => [deviation].flat().every((value) => value > 0), {
    error: 'deviation must be above 0',
    path: ['deviation'],
  });

export type LayersModelOptions = z.infer<typeof layersModelOptions>;
