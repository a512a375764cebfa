import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { TensorsService } from '../../core/contracts/services.ts';
import { Objective } from '../../core/contracts/training.ts';
import { latentOptions } from '../../core/training/objectives/latent-options.ts';

export default definePlugin({
  extends: Objective,
  id: 'latent-objective',
  version: '1.0.0',
  summary: 'tell position, size and pose: regression of latents',
  citation:
    'Hong et al. (2016), Explicit information for category-orthogonal object properties increases along the ventral stream, Nature Neuroscience 19, 613-622',
  options: z
    .strictObject({
      ...latentOptions,
    })
    .refine(({ latents, angles }) => latents.length + angles.length > 0, {
      error: 'at least one column among latents and angles',
      path: ['latents'],
    }),
  needs: { tensors: TensorsService },
  create: async (options, { tensors }) => {
    const { latentObjective } = await import('../../core/training/objectives/latents.ts');
    return {
      name: 'latents',
      prepare: async ({ table, rows }) => latentObjective(tensors.tf, table, rows, options),
    };
  },
});
