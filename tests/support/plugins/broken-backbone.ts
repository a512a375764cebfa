import { z } from 'zod';
import { Backbone } from '../../../core/contracts/backbone.ts';
import { definePlugin } from '../../../core/contracts/plugin.ts';

/** Gives what no backbone may give. */
export default definePlugin({
  extends: Backbone,
  id: 'broken-backbone',
  version: '1',
  summary: 'a backbone with a defect, for tests',
  options: z.strictObject({ defect: z.enum(['not-a-number', 'too-few']) }),
  create: ({ defect }) => ({
    family: 'broken',
    layers: [{ name: 'only', shape: [4] }],
    activations: async ({ count }) => {
      const length = defect === 'too-few' ? count : count * 4;
      return new Map([['only', new Float32Array(length).fill(defect === 'too-few' ? 1 : Number.NaN)]]);
    },
  }),
});
