import type { Tensors } from '../../core/contracts/tensors.ts';
import type { Objective } from '../../core/contracts/training.ts';
import { type CategoryTask, categoryObjective } from '../../core/training/objectives/categories.ts';
import { combinedObjective } from '../../core/training/objectives/combined.ts';
import { type LatentTask, latentObjective } from '../../core/training/objectives/latents.ts';

interface CombinedOptions extends LatentTask {
  readonly labels: readonly (CategoryTask & { readonly weight: number })[];
  readonly latentWeight: number;
}

export function createCombinedObjective(
  { labels, latents, angles, latentWeight }: CombinedOptions,
  { tf }: Tensors,
): Objective {
  return {
    name: 'combined',
    prepare: async ({ table, rows }) => {
      const categories = labels.map((task) => ({
        name: task.label,
        weight: task.weight,
        objective: categoryObjective(tf, table, task),
      }));
      if (latents.length + angles.length === 0) return combinedObjective(tf, categories);
      const regression = latentObjective(tf, table, rows, { latents, angles });
      return combinedObjective(tf, [
        ...categories,
        { name: 'latents', weight: latentWeight, objective: regression },
      ]);
    },
  };
}
