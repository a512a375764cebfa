import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Tensors } from '../../../core/contracts/tensors.ts';
import type { Head } from '../../../core/contracts/training.ts';
import { convolutionalOptions } from '../../../core/networks/convolutional-options.ts';
import { planConvolutional } from '../../../core/networks/convolutional-plan.ts';
import { layOut } from '../../../core/networks/lay-out.ts';
import { createVariables, initialWeights, weightOf } from '../../../core/networks/weights.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { headOutputs, headWeights, sparsenessOf } from '../../../core/training/head.ts';
import { createLearner, learn } from '../../../core/training/learner.ts';
import { regressionObjective } from '../../../core/training/objectives/regression.ts';
import { createOptimiser } from '../../../core/training/optimisers.ts';
import { expectClose } from '../../conformance/support/gradients.ts';
import { startTensorEngine } from '../../support/tensor-engine.ts';

const random = createRandomStreams('head');
const [count, places, channels, outputs] = [40, 9, 3, 2];
const last = { places, channels, features: places * channels };
const factorised = (sparseness: number) => ({ kind: 'factorised', sparseness }) as const;

let tensors: Tensors;
beforeAll(async () => {
  tensors = await startTensorEngine();
});

const draw = (name: string, length: number) => {
  const stream = random.stream(name);
  return Float32Array.from({ length }, () => stream.normal());
};

/** A factorised head with arbitrary weights. */
function arbitraryHead() {
  const planned = headWeights(last, factorised(1), outputs);
  return createVariables(
    tensors.tf,
    planned.map(({ name, shape }) => ({
      name,
      shape,
      data: draw(
        name,
        shape.reduce((product, length) => product * length, 1),
      ),
    })),
  );
}

describe('a factorised head', () => {
  test('sums units, weighed by the product of what their place and their channel weigh', () => {
    const { tf } = tensors;
    const weights = arbitraryHead();
    const features = draw('features', count * places * channels);
    const [byPlace, byChannel, bias] = ['head/places', 'head/kernel', 'head/bias'].map((name) =>
      weightOf(weights, name).dataSync(),
    );
    const expected = Array.from({ length: count * outputs }, (_, index) => {
      const [picture, output] = [Math.floor(index / outputs), index % outputs];
      let sum = bias[output];
      for (let place = 0; place < places; place++)
        for (let channel = 0; channel < channels; channel++)
          sum +=
            features[(picture * places + place) * channels + channel] *
            byPlace[place * outputs + output] *
            byChannel[channel * outputs + output];
      return sum;
    });
    const given = tf.tensor2d(features, [count, places * channels]);
    expectClose(headOutputs(tf, weights, given).dataSync<'float32'>(), expected, 1e-5);
  });

  test('is charged the absolute weights of places times the norm of those of channels', () => {
    const weights = arbitraryHead();
    const [byPlace, byChannel] = ['head/places', 'head/kernel'].map((name) =>
      weightOf(weights, name).dataSync(),
    );
    const of = (values: ArrayLike<number>, output: number) =>
      Array.from(values).filter((_, index) => index % outputs === output);
    const charges = [0, 1].map(
      (output) =>
        of(byPlace, output).reduce((sum, weight) => sum + Math.abs(weight), 0) *
        Math.hypot(...of(byChannel, output)),
    );
    const charged = sparsenessOf(tensors.tf, weights, factorised(0.3)).dataSync()[0];
    expect(charged).toBeCloseTo((0.3 * (charges[0] + charges[1])) / 2, 4);
  });

  test('finds the place and the channel that an output follows', () => {
    const { tf } = tensors;
    const [place, channel] = [5, 1];
    const features = tf.tensor2d(draw('pictures', count * places * channels), [count, places * channels]);
    const target = features.slice([0, place * channels + channel], [count, 1]);
    const planned = headWeights(last, factorised(0.05), 1);
    const weights = createVariables(tf, initialWeights(planned, random));
    const optimiser = createOptimiser(tf, weights, { kind: 'adam', weightDecay: 0 });
    for (let step = 0; step < 400; step++)
      tf.tidy(() => {
        const { grads } = tf.variableGrads(() =>
          headOutputs(tf, weights, features)
            .sub(target)
            .square()
            .mean()
            .add(sparsenessOf(tf, weights, factorised(0.05)))
            .asScalar(),
        );
        optimiser.step(grads, 0.02);
      });
    const absolute = (name: string) => Array.from(weightOf(weights, name).dataSync(), Math.abs);
    for (const [name, found] of [
      ['head/places', place],
      ['head/kernel', channel],
    ] as const) {
      const others = absolute(name).toSpliced(found, 1);
      expect(Math.max(...others)).toBeLessThan(0.15 * absolute(name)[found]);
    }
  });

  test('is kept sparse by training, whose loss tells the error alone', () => {
    const { tf } = tensors;
    const plan = planConvolutional(convolutionalOptions.parse({ size: 8, widths: [4], dense: 0 }));
    const architecture = layOut(plan);
    const initial = initialWeights(architecture.weights, random.scope('weights'));
    const rows = Array.from({ length: 16 }, (_, row) => row);
    const pixels = random.stream('pixels');
    const data = Uint8Array.from({ length: rows.length * 64 }, () => pixels.integer(256));
    const frames = { count: rows.length, height: 8, width: 8, channels: 1, data } as const;
    const values = { rows: rows.length, columns: 1, data: Float64Array.from(draw('responses', rows.length)) };
    const train = (head: Head) => {
      const network = {
        tensors,
        architecture,
        weights: createVariables(tf, initial),
        initial: () => initial,
      };
      const objective = { ...regressionObjective(tf, ['neuroid'], values, rows), head };
      const learner = createLearner(network, objective, {
        options: { optimiser: { kind: 'adam' }, weightDecay: 0 } as never,
        random,
      });
      const [first] = Array.from({ length: 30 }, () => learn(learner, { rows, frames }, 0.01));
      return { first: first.loss, charge: sparsenessOf(tf, learner.all, factorised(1)).dataSync()[0] };
    };
    const [free, charged] = [train(factorised(0)), train(factorised(3))];
    expect(charged.first).toBeCloseTo(free.first, 6);
    expect(charged.charge).toBeLessThan(0.5 * free.charge);
  });
});
