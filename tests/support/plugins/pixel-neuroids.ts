import { z } from 'zod';
import { assembly } from '../../../core/assembly/assembly.ts';
import { strings, table } from '../../../core/assembly/table.ts';
import { definePlugin } from '../../../core/contracts/plugin.ts';
import { Population } from '../../../core/contracts/population.ts';

/** Neuroids that weigh pixels at random, with noise; some may be constant. */
export default definePlugin({
  extends: Population,
  id: 'pixel-neuroids',
  version: '1',
  summary: 'simulated neuroids for tests',
  options: z.strictObject({
    neuroids: z.int().min(0).default(5),
    constant: z.int().min(0).default(0),
    repetitions: z.int().min(1).default(6),
    noise: z.number().min(0).default(0.5),
    animals: z.int().min(1).default(1),
  }),
  create: ({ neuroids, constant, repetitions, noise: deviation, animals }, _injected, { random }) => ({
    simulated: true,
    description: 'simulated neuroids that weigh pixels at random',
    regions: ['V1'],
    respond: async (stimuli) => {
      const stimulusIds = strings(stimuli.table, 'stimulus_id');
      const { width, height } = stimuli.format;
      const weights = Array.from({ length: neuroids }, (_, neuroid) => {
        const stream = random.stream(`weights-${neuroid}`);
        return Float64Array.from({ length: width * height }, () => stream.normal());
      });
      const frames = await stimuli.frames(stimulusIds.map((_, row) => row));
      const truth = stimulusIds.flatMap((_, row) => {
        const pixels = frames.data.subarray(row * width * height, (row + 1) * width * height);
        return weights.map((own, neuroid) =>
          neuroid < constant ? 3 : pixels.reduce((sum, value, pixel) => sum + (value / 255) * own[pixel], 10),
        );
      });
      const noise = random.stream('noise');
      const data = Float64Array.from({ length: repetitions * truth.length }, (_, index) => {
        const noiseless = truth[index % truth.length];
        return index % neuroids < constant ? noiseless : noiseless + noise.normal(0, deviation);
      });
      return {
        neuroids: table({
          neuroid_id: weights.map((_, neuroid) => `n${neuroid}`),
          region: weights.map(() => 'V1'),
          animal: weights.map((_, neuroid) => `animal-${neuroid % animals}`),
        }),
        trials: assembly({
          dimensions: ['repetition', 'presentation', 'neuroid'],
          shape: [repetitions, stimulusIds.length, neuroids],
          data,
          coordinates: { stimulus_id: { dimension: 'presentation', values: stimulusIds } },
        }),
      };
    },
  }),
});
