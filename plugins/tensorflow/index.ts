import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Tensors } from '../../core/contracts/tensors.ts';

export default definePlugin({
  extends: Tensors,
  id: 'tensorflow',
  version: '1.1.0',
  summary: 'TensorFlow on all cores, through tfjs-node',
  citation: 'Abadi et al. (2016), TensorFlow: a system for large-scale machine learning, OSDI 12, 265-283',
  options: z.strictObject({
    threads: z
      .int()
      .min(1)
      .max(256)
      .optional()
      .describe('Threads of the process; by default one per core. Another number changes the last digits.'),
  }),
  preference: 20,
  availability: async () => (await import('./availability.ts')).addonAvailability(),
  create: async ({ threads }) => (await import('./tensorflow-tensors.ts')).createTensorflowTensors(threads),
});
