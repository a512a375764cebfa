import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { TensorsService } from '../../core/contracts/services.ts';
import { Objective } from '../../core/contracts/training.ts';

export default definePlugin({
  extends: Objective,
  id: 'contrastive-objective',
  version: '1.0.0',
  summary: 'recognise two changed views of one picture among others, without labels (SimCLR)',
  citation:
    'Chen et al. (2020), A simple framework for contrastive learning of visual representations, ICML 119, 1597-1607',
  options: z.strictObject({
    temperature: z.number().gt(0).max(10).default(0.1).describe('Similarities are divided by it.'),
    hidden: z.int().min(1).max(8192).default(256).describe('Hidden units of the projection.'),
    outputs: z.int().min(2).max(8192).default(128).describe('Dimensions of the projection.'),
  }),
  needs: { tensors: TensorsService },
  create: async (options, { tensors }) =>
    (await import('./contrastive-objective.ts')).createContrastiveObjective(options, tensors),
});
