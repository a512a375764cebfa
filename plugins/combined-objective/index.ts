import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { TensorsService } from '../../core/contracts/services.ts';
import { Objective } from '../../core/contracts/training.ts';
import { latentOptions } from '../../core/training/objectives/latent-options.ts';

const weight = z.number().gt(0).max(1000).default(1).describe('Of its loss in the sum.');

export default definePlugin({
  extends: Objective,
  id: 'combined-objective',
  version: '1.0.0',
  summary: 'several tasks at once: categories of several columns, and latents',
  options: z
    .strictObject({
      labels: z
        .array(
          z.strictObject({
            label: z.string().min(1).describe('Column that holds the labels.'),
            weight,
            smoothing: z.number().min(0).max(0.9).default(0),
          }),
        )
        .default([{ label: 'category_name', weight: 1, smoothing: 0 }])
        .describe('Columns whose categories are told apart: softmax cross-entropy of each.'),
      ...latentOptions,
      latentWeight: weight.describe('Of the mean squared error of latents and angles in the sum.'),
    })
    .refine(({ labels, latents, angles }) => labels.length + latents.length + angles.length > 0, {
      error: 'at least one column among labels, latents and angles',
      path: ['labels'],
    }),
  needs: { tensors: TensorsService },
  create: async (options, { tensors }) =>
    (await import('./combined-objective.ts')).createCombinedObjective(options, tensors),
});
