import { z } from 'zod';
import { Backbone } from '../../../core/contracts/backbone.ts';
import { definePlugin } from '../../../core/contracts/plugin.ts';

/** Sums of pixels under random weights; a sample draws how many. */
export default definePlugin({
  extends: Backbone,
  id: 'random-pixels',
  version: '1',
  summary: 'random sums of pixels',
  options: z.strictObject({
    units: z.int().min(1).max(100).default(4),
    gain: z.number().positive().default(1),
  }),
  sampler: (random) => ({ units: 3 + random.integer(20), gain: random.uniform(0.1, 10) }),
  create: ({ units, gain }, _injected, { random }) => ({
    family: 'random',
    layers: [{ name: 'sums', shape: [units] }],
    activations: async ({ count, data }) => {
      const size = data.length / count;
      const stream = random.stream('weights');
      const weights = Float64Array.from({ length: units * size }, () => gain * stream.normal());
      const sums = Float32Array.from({ length: count * units }, (_, index) => {
        const [picture, unit] = [Math.floor(index / units), index % units];
        let sum = 0;
        for (let pixel = 0; pixel < size; pixel++)
          sum += weights[unit * size + pixel] * data[picture * size + pixel];
        return sum;
      });
      return new Map([['sums', sums]]);
    },
  }),
});
