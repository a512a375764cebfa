import type * as tensorflow from '@tensorflow/tfjs';
import type { NamedTensor } from '../../core/contracts/training.ts';
import {
  assignVariables,
  createVariables,
  disposeVariables,
  isKernel,
  isLearnt,
  readVariables,
  type Weights,
} from './weights.ts';

type TF = typeof tensorflow;

const firstDecay = 0.9;
const secondDecay = 0.999;
const epsilon = 1e-7;
const stepName = 'step';

/** Adam with decoupled weight decay (Kingma and Ba 2015; Loshchilov and Hutter 2019), its whole state readable. */
export interface Adam {
  step(gradients: tensorflow.NamedTensorMap, learningRate: number): void;
  state(): NamedTensor[];
  dispose(): void;
}

/** @param from state to go on from; throws InputError when it belongs to other weights. */
export function createAdam(
  tf: TF,
  weights: Weights,
  weightDecay: number,
  from?: readonly NamedTensor[],
): Adam {
  const learnt = Array.from(weights).filter(([name]) => isLearnt(name));
  const moments = createVariables(
    tf,
    learnt.flatMap(([name, { shape, size }]) => [
      { name: `first/${name}`, shape, data: new Float32Array(size) },
      { name: `second/${name}`, shape, data: new Float32Array(size) },
    ]),
  );
  if (from) assignVariables(tf, moments, from);
  let steps = from?.find(({ name }) => name === stepName)?.data[0] ?? 0;

  return {
    step: (gradients, learningRate) => {
      steps++;
      const firstBias = 1 - firstDecay ** steps;
      const secondBias = 1 - secondDecay ** steps;
      tf.tidy(() => {
        for (const [name, variable] of learnt) {
          const first = move(moments, `first/${name}`, gradients[variable.name], firstDecay);
          const second = move(moments, `second/${name}`, gradients[variable.name].square(), secondDecay);
          const update = first.div(firstBias).div(second.div(secondBias).sqrt().add(epsilon));
          const kept = isKernel(name) ? variable.mul(1 - learningRate * weightDecay) : variable;
          variable.assign(kept.sub(update.mul(learningRate)));
        }
      });
    },
    state: () => [{ name: stepName, shape: [1], data: Float32Array.of(steps) }, ...readVariables(moments)],
    dispose: () => disposeVariables(moments),
  };
}

function move(moments: Weights, name: string, towards: tensorflow.Tensor, decay: number): tensorflow.Tensor {
  const moment = moments.get(name);
  if (!moment) throw new RangeError(`no moment ${name}`);
  moment.assign(moment.mul(decay).add(towards.mul(1 - decay)));
  return moment;
}
