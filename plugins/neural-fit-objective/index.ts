import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { TensorsService } from '../../core/contracts/services.ts';
import { Objective } from '../../core/contracts/training.ts';

export default definePlugin({
  extends: Objective,
  id: 'neural-fit-objective',
  version: '1.1.0',
  summary: 'predict the responses of a population, end to end',
  citation:
    'Yamins & DiCarlo (2016), Using goal-driven deep learning models to understand sensory cortex, Nature Neuroscience 19, 356-365',
  options: z.strictObject({
    population: z.string().min(1).describe('Id of the population of the scene whose responses are learnt.'),
    neuroids: z
      .int()
      .min(1)
      .optional()
      .describe(
        'So many of its neuroids, drawn at random; smaller sets lie within larger ones. By default all.',
      ),
    factorised: z
      .strictObject({
        sparseness: z
          .number()
          .min(0)
          .default(0.1)
          .describe('Weight of the sum of absolute weights of places in the loss.'),
      })
      .optional()
      .describe(
        'Outputs weigh the places of the last map and its channels apart (Klindt et al. 2017); by default every unit.',
      ),
  }),
  needs: { tensors: TensorsService },
  create: async (options, { tensors }, { random }) =>
    (await import('./neural-fit-objective.ts')).createNeuralFitObjective(options, tensors, random),
});
