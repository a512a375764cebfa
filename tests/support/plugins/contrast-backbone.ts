import { z } from 'zod';
import { Backbone } from '../../../core/contracts/backbone.ts';
import { definePlugin } from '../../../core/contracts/plugin.ts';

/** A user's own model, as a file beside a scene. */
export default definePlugin({
  extends: Backbone,
  id: 'contrast-backbone',
  version: '1',
  summary: 'differences between neighbouring pixels',
  options: z.strictObject({}),
  create: () => ({
    family: 'own',
    layers: [{ name: 'differences', shape: [11 * 12] }],
    activations: async ({ count, data, width, height }) => {
      const values = new Float32Array(count * height * (width - 1));
      let next = 0;
      for (let pixel = 0; pixel < data.length; pixel++)
        if (pixel % width < width - 1) values[next++] = (data[pixel + 1] - data[pixel]) / 255;
      return new Map([['differences', values]]);
    },
  }),
});
