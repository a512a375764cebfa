import { selectColumns } from '../../core/assembly/matrix.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import type { Tensors } from '../../core/contracts/tensors.ts';
import type { Objective } from '../../core/contracts/training.ts';
import { InputError } from '../../core/errors/errors.ts';
import { regressionObjective } from '../../core/training/objectives/regression.ts';

interface NeuralFitOptions {
  readonly population: string;
  readonly neuroids?: number | undefined;
  readonly factorised?: { readonly sparseness: number } | undefined;
}

/** One output per neuroid: its mean response, standardised over the stimuli learnt from. */
export function createNeuralFitObjective(
  { population, neuroids, factorised }: NeuralFitOptions,
  { tf }: Tensors,
  random: RandomStreams,
): Objective {
  return {
    name: 'neural fit',
    populations: [population],
    prepare: async ({ rows, responses }) => {
      const { neuroidIds, means } = await responses(population);
      const count = neuroids ?? neuroidIds.length;
      if (count > neuroidIds.length)
        throw new InputError(
          `neuroids is ${count}, but only ${neuroidIds.length} neuroids of "${population}" respond to some stimuli ` +
            `more than to others; ask for at most ${neuroidIds.length}.`,
        );
      const chosen = random
        .stream(`neuroids/${population}`)
        .permutation(neuroidIds.length)
        .slice(0, count)
        .sort((left, right) => left - right);
      const responsesOf = selectColumns(means, chosen);
      const missing = responsesOf.data.findIndex((value) => !Number.isFinite(value));
      if (missing >= 0)
        throw new InputError(
          `the neuroid "${neuroidIds[chosen[missing % count]]}" has no response to training stimulus ` +
            `${Math.floor(missing / count) + 1}; only neuroids with responses to all can be learnt.`,
        );
      const names = chosen.map((column) => neuroidIds[column]);
      return {
        ...regressionObjective(tf, names, responsesOf, rows),
        ...(factorised && { head: { kind: 'factorised', ...factorised } }),
      };
    },
  };
}
