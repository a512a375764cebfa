import type * as tensorflow from '@tensorflow/tfjs';
import type { PreparedObjective } from '../../contracts/training.ts';

type Tensor = tensorflow.Tensor;

export interface Task {
  /** For the names of its outputs and its score. */
  readonly name: string;
  /** Of its loss in the sum. */
  readonly weight: number;
  readonly objective: PreparedObjective;
}

/** Several tasks on one network: outputs side by side, the weighted sum of losses, the mean of scores. */
export function combinedObjective(tf: typeof tensorflow, tasks: readonly Task[]): PreparedObjective {
  const widths = tasks.map(({ objective }) => objective.outputNames.length);
  const split = (values: Tensor) => tf.split(values, widths, 1);
  const each = (
    outputs: Tensor,
    targets: Tensor,
    of: (task: Task, outputs: Tensor, targets: Tensor) => Tensor,
  ) => {
    const [said, wanted] = [split(outputs), split(targets)];
    return tasks.map((task, index) => of(task, said[index], wanted[index]));
  };
  return {
    outputNames: tasks.flatMap(({ name, objective }) =>
      objective.outputNames.map((output) => `${name}: ${output}`),
    ),
    targets: (rows) =>
      tf.tidy(() =>
        tf.concat(
          tasks.map(({ objective }) => objective.targets(rows)),
          1,
        ),
      ),
    loss: (outputs, targets) =>
      tf.addN(
        each(outputs, targets, ({ weight, objective }, said, wanted) =>
          objective.loss(said, wanted).mul(weight),
        ),
      ),
    score: (outputs, targets) =>
      tf.tidy(() =>
        tf
          .stack(each(outputs, targets, ({ objective }, said, wanted) => objective.score(said, wanted)))
          .mean(),
      ),
    scores: (outputs, targets) => {
      const scores = each(outputs, targets, ({ objective }, said, wanted) => objective.score(said, wanted));
      return Object.fromEntries(tasks.map(({ name }, index) => [scoreName(name), scores[index]]));
    },
  };
}

/** `object_name` gives `objectNameScore`. */
function scoreName(task: string): string {
  const [first, ...rest] = task.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return [first, ...rest.map((word) => word[0].toUpperCase() + word.slice(1)), 'Score'].join('');
}
