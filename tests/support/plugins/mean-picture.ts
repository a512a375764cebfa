import { z } from 'zod';
import { Backbone } from '../../../core/contracts/backbone.ts';
import { definePlugin } from '../../../core/contracts/plugin.ts';
import { InputError } from '../../../core/errors/errors.ts';

/** Pixels less the mean of the pictures that it was fitted to. */
export default definePlugin({
  extends: Backbone,
  id: 'mean-picture',
  version: '1',
  summary: 'a backbone that is fitted to pictures',
  options: z.strictObject({}),
  create: () => {
    let mean: Float32Array | undefined;
    return {
      family: 'own',
      layers: [{ name: 'differences', shape: [12, 12] }],
      activations: async ({ data }) => {
        if (!mean) throw new InputError('no mean picture yet');
        const known = mean;
        return new Map([
          ['differences', Float32Array.from(data, (value, index) => value - known[index % known.length])],
        ]);
      },
      fittable: {
        what: 'a mean picture',
        fit: async ({ count, data }) => {
          const sums = new Float32Array(data.length / count);
          data.forEach((value, index) => {
            sums[index % sums.length] += value / count;
          });
          return [{ name: 'mean', shape: [12, 12], data: sums }];
        },
        restore: ([{ data }]) => {
          mean = data;
        },
      },
    };
  },
});
