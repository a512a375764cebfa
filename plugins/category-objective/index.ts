import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { TensorsService } from '../../core/contracts/services.ts';
import { Objective } from '../../core/contracts/training.ts';

export default definePlugin({
  extends: Objective,
  id: 'category-objective',
  version: '1.0.0',
  summary: 'recognise the category: softmax cross-entropy',
  options: z.strictObject({
    label: z
      .string()
      .min(1)
      .default('category_name')
      .describe('Column of the stimulus table that holds the labels.'),
    smoothing: z
      .number()
      .min(0)
      .max(0.9)
      .default(0)
      .describe('Share of every target spread evenly over all categories.'),
  }),
  needs: { tensors: TensorsService },
  create: async (options, { tensors }) => {
    const { categoryObjective } = await import('../../core/training/objectives/categories.ts');
    return { name: 'category', prepare: async ({ table }) => categoryObjective(tensors.tf, table, options) };
  },
});
