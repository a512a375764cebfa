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

/**
 * All weights are moved at once, as one vector: single operations on every weight take longer to call than to compute.
 * @param from state to go on from; throws InputError when it belongs to other weights.
 */
export function createOptimiser(
  tf: TF,
  weights: Weights,
  options: OptimiserOptions & { readonly weightDecay: number },
  from?: readonly NamedTensor[],
): Optimiser {
  const rule = options.kind === 'adam' ? adam() : momentum(options.momentum);
  const named = Array.from(weights).filter(([name]) => isLearnt(name));
  const kernels = named.filter(([name]) => isKernel(name)).map(([, variable]) => variable);
  const others = named.filter(([name]) => !isKernel(name)).map(([, variable]) => variable);
  const learnt = [...kernels, ...others];
  const sizes = learnt.map(({ size }) => size);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const memories = createVariables(
    tf,
    rule.memories.map((name) => ({ name, shape: [total], data: new Float32Array(total) })),
  );
  if (from) assignVariables(tf, memories, from);
  let steps = from?.find(({ name }) => name === stepName)?.data[0] ?? 0;
  const join = (tensors: readonly Tensor[]) => tf.concat(tensors.map((tensor) => tensor.flatten()));

  return {
    step: (gradients, learningRate) => {
      steps++;
      tf.tidy(() => {
        const gradient = join(learnt.map(({ name }) => gradients[name]));
        const update = rule.update(gradient, steps, (name) => weightOf(memories, name));
        const decayed = join(kernels).mul(1 - learningRate * options.weightDecay);
        const moved = join([decayed, ...others]).sub(update.mul(learningRate));
        tf.split(moved, sizes).forEach((part, index) => {
          learnt[index].assign(part.reshape(learnt[index].shape));
        });
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
      const firstBias = 1 - firstDecay ** steps;
      const secondBias = 1 - secondDecay ** steps;
      return first.div(second.div(secondBias).sqrt().add(epsilon).mul(firstBias));
    },
  };
}

function move(moment: tensorflow.Variable, towards: Tensor, decay: number): Tensor {
  moment.assign(moment.add(towards.sub(moment).mul(1 - decay)));
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
