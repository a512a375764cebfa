import { z } from 'zod';
import { layersOption } from './named-layers.ts';
import { preprocessingOption } from './preprocessing.ts';

/** What every plugin for models of other tools takes. */
export const modelOptions = z.strictObject({
  model: z
    .string()
    .min(1)
    .describe(
      'Path to the model from the folder of the scene, or an http(s) address that is read once per run.',
    ),
  layers: layersOption,
  preprocessing: preprocessingOption,
  batch: z.int().min(1).max(1024).default(16).describe('Pictures shown to the model at a time.'),
});

export type ModelOptions = z.infer<typeof modelOptions>;
