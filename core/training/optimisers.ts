import type * as tensorflow from '@tensorflow/tfjs';
import type { NamedTensor, OptimiserOptions } from '../contracts/training.ts';
import {
  assignVariables,
  createVariables,
  disposeVariables,
  isKernel,
  isLearnt,
  readVariables,
  type Weights,
  weightOf,
} from '../networks/weights.ts';

type TF = typeof tensorflow;
type Tensor = tensorflow.Tensor;

/** Moves weights along their gradients; its whole state is readable. */
export interface Optimiser {
  step(gradients: tensorflow.NamedTensorMap, learningRate: number): void;
  state(): NamedTensor[];
  dispose(): void;
}

/** What an optimiser remembers of every weight, and how far it moves one. */
interface Rule {
  readonly memories: readonly string[];
  /** @param steps number of this step, from 1 on. */
  update(gradient: Tensor, steps: number, memory: (name: string) => tensorflow.Variable): Tensor;
}

const stepName = 'step';

/** @param from state to go on from; throws InputError when it belongs to other weights. */
export function createOptimiser(
  tf: TF,
  weights: Weights,
  options: OptimiserOptions & { readonly weightDecay: number },
  from?: readonly NamedTensor[],
): Optimiser {
  const rule = options.kind === 'adam' ? adam() : momentum(options.momentum);
  const learnt = Array.from(weights).filter(([name]) => isLearnt(name));
  const memories = createVariables(
    tf,
    learnt.flatMap(([name, { shape, size }]) =>
      rule.memories.map((memory) => ({ name: `${memory}/${name}`, shape, data: new Float32Array(size) })),
    ),
  );
  if (from) assignVariables(tf, memories, from);
  let steps = from?.find(({ name }) => name === stepName)?.data[0] ?? 0;

  return {
    step: (gradients, learningRate) => {
      steps++;
      for (const [name, variable] of learnt)
        tf.tidy(() => {
          const update = rule.update(gradients[variable.name], steps, (memory) =>
            weightOf(memories, `${memory}/${name}`),
          );
          const kept = isKernel(name) ? variable.mul(1 - learningRate * options.weightDecay) : variable;
          variable.assign(kept.sub(update.mul(learningRate)));
        });
    },
    state: () => [{ name: stepName, shape: [1], data: Float32Array.of(steps) }, ...readVariables(memories)],
    dispose: () => disposeVariables(memories),
  };
}

/** Kingma & Ba (2015), algorithm 1. */
function adam(): Rule {
  const firstDecay = 0.9;
  const secondDecay = 0.999;
  const epsilon = 1e-7;
  return {
    memories: ['first', 'second'],
    update: (gradient, steps, memory) => {
      const first = move(memory('first'), gradient, firstDecay);
      const second = move(memory('second'), gradient.square(), secondDecay);
      return first.div(1 - firstDecay ** steps).div(
        second
          .div(1 - secondDecay ** steps)
          .sqrt()
          .add(epsilon),
      );
    },
  };
}

function move(moment: tensorflow.Variable, towards: Tensor, decay: number): Tensor {
  moment.assign(moment.mul(decay).add(towards.mul(1 - decay)));
  return moment;
}

/** Polyak's momentum: the velocity is a sum of gradients whose weights decay. */
function momentum(decay: number): Rule {
  return {
    memories: ['velocity'],
    update: (gradient, _, memory) => {
      const velocity = memory('velocity');
      velocity.assign(velocity.mul(decay).add(gradient));
      return velocity;
    },
  };
}
