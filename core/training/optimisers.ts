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

/** What an optimiser remembers of every weight, and where it moves one. */
interface Rule {
  readonly memories: readonly string[];
  /** @param steps number of this step, from 1 on. */
  update(gradient: Tensor, steps: number, memory: (name: string) => tensorflow.Variable): Update;
}

/** Weights move against the direction, by the rate times `factor`. */
interface Update {
  readonly direction: Tensor;
  readonly factor: number;
}

const stepName = 'step';

/**
 * All weights are moved at once, as one vector: single operations on every weight take longer to call than to compute.
 * Nothing else may move them meanwhile.
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
  const join = (tensors: readonly Tensor[]) =>
    tf.concat(tensors.map((tensor) => shaped(tensor, [tensor.size])));
  const joined = tf.tidy(() => tf.variable(join(learnt), false));
  const decaying = kernels.reduce((sum, { size }) => sum + size, 0);
  const memories = createVariables(
    tf,
    rule.memories.map((name) => ({ name, shape: [joined.size], data: new Float32Array(joined.size) })),
  );
  if (from) assignVariables(tf, memories, from);
  let steps = from?.find(({ name }) => name === stepName)?.data[0] ?? 0;

  function decay(kept: number): Tensor {
    if (kept === 1) return joined;
    const [before, rest] = tf.split<tensorflow.Tensor>(joined, [decaying, joined.size - decaying]);
    return tf.concat([before.mul(kept), rest]);
  }

  return {
    step: (gradients, learningRate) => {
      steps++;
      tf.tidy(() => {
        const gradient = join(learnt.map(({ name }) => gradients[name]));
        const { direction, factor } = rule.update(gradient, steps, (name) => weightOf(memories, name));
        joined.assign(
          decay(1 - learningRate * options.weightDecay).sub(direction.mul(learningRate * factor)),
        );
        tf.split<tensorflow.Tensor>(joined, sizes).forEach((part, index) => {
          learnt[index].assign(shaped(part, learnt[index].shape));
        });
      });
    },
    state: () => [{ name: stepName, shape: [1], data: Float32Array.of(steps) }, ...readVariables(memories)],
    dispose: () => {
      joined.dispose();
      disposeVariables(memories);
    },
  };
}

/**
 * Kingma & Ba (2015), algorithm 1. Sums with decaying weights stand in for its moments, which are these sums by the sums
 * of their weights.
 */
function adam(): Rule {
  const firstDecay = 0.9;
  const secondDecay = 0.999;
  const epsilon = 1e-7;
  return {
    memories: ['first', 'second'],
    update: (gradient, steps, memory) => {
      const first = accumulate(memory('first'), gradient, firstDecay);
      const second = accumulate(memory('second'), gradient.square(), secondDecay);
      const firstWeight = (1 - firstDecay ** steps) / (1 - firstDecay);
      const spread = Math.sqrt((1 - secondDecay ** steps) / (1 - secondDecay));
      return { direction: first.div(second.sqrt().add(epsilon * spread)), factor: spread / firstWeight };
    },
  };
}

/** Polyak's momentum: the velocity is a sum of gradients whose weights decay. */
function momentum(decay: number): Rule {
  return {
    memories: ['velocity'],
    update: (gradient, _, memory) => ({
      direction: accumulate(memory('velocity'), gradient, decay),
      factor: 1,
    }),
  };
}

function accumulate(sum: tensorflow.Variable, value: Tensor, decay: number): Tensor {
  sum.assign(sum.mul(decay).add(value));
  return sum;
}

function shaped(tensor: Tensor, shape: readonly number[]): Tensor {
  return tensor.rank === 1 && shape.length === 1 ? tensor : tensor.reshape([...shape]);
}
