import { beforeAll, describe, expect, test } from '@jest/globals';
import { unitsOf } from '../../../core/backbones/layers.ts';
import type { Backbone } from '../../../core/contracts/backbone.ts';
import type { Frames } from '../../../core/contracts/pictures.ts';
import type { Tensors } from '../../../core/contracts/tensors.ts';
import { InputError } from '../../../core/errors/errors.ts';
import { convolutionalOptions } from '../../../core/networks/convolutional-options.ts';
import { planConvolutional } from '../../../core/networks/convolutional-plan.ts';
import { run } from '../../../core/networks/forward.ts';
import { layOut } from '../../../core/networks/lay-out.ts';
import { pictureTensor } from '../../../core/networks/pictures.ts';
import { openReader } from '../../../core/networks/reading.ts';
import { createVariables, initialWeights } from '../../../core/networks/weights.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { createNetworkBackbone } from '../../../core/training/network-backbone.ts';
import { expectClose } from '../../conformance/support/gradients.ts';
import { startTensorEngine } from '../../support/tensor-engine.ts';

const random = createRandomStreams('network');
const format = { width: 16, height: 16, channels: 1, degrees: 8 } as const;
const stream = random.stream('pictures');
const frames: Frames = {
  count: 3,
  height: 16,
  width: 16,
  channels: 1,
  data: Uint8Array.from({ length: 3 * 256 }, () => stream.integer(256)),
};
const planOf = (options: object) =>
  planConvolutional(convolutionalOptions.parse({ size: 16, widths: [4, 6], dense: 5, ...options }));
const residual = planOf({ family: 'residual', blocks: [1, 1] });

let tensors: Tensors;
beforeAll(async () => {
  tensors = await startTensorEngine();
});

const activationsOf = (backbone: Backbone) =>
  backbone.activations(
    frames,
    format,
    backbone.layers.map(({ name }) => name),
  );

describe('reading a network', () => {
  test.each([
    ['plain', planOf({ kernels: [5, 3] })],
    ['residual', residual],
  ])(
    '%s: normalisation folded into kernels gives what it gives unfolded, also in one graph',
    (_family, plan) => {
      const { tf } = tensors;
      const architecture = layOut(plan);
      const drawn = initialWeights(architecture.weights, random).map((tensor) => {
        const part = tensor.name.slice(tensor.name.lastIndexOf('/') + 1);
        if (!['scale', 'shift', 'mean', 'variance'].includes(part)) return tensor;
        const own = random.stream(tensor.name);
        return { ...tensor, data: tensor.data.map(() => own.uniform(0.3, 2)) };
      });
      const network = { tensors, architecture, weights: createVariables(tf, drawn) };
      const unfolded = new Map<string, ArrayLike<number>>();
      tf.tidy(() => {
        const onLayer = (name: string, output: ReturnType<typeof tf.add>) => {
          unfolded.set(name, output.dataSync());
          return output;
        };
        run({ ...network, mode: 'reading', onLayer }, architecture.operations, pictureTensor(tf, frames));
      });
      const names = architecture.layers.map(({ name }) => name);
      const { compile, ...uncompiled } = tensors;
      for (const engine of compile ? [tensors, uncompiled] : [uncompiled]) {
        const reader = openReader({ ...network, tensors: engine }, new Map());
        reader.layers(frames, names).forEach((values, index) => {
          expectClose(values, unfolded.get(names[index]) ?? [], 1e-5);
        });
        reader.dispose();
      }
    },
  );
});

describe('lesions', () => {
  const layer = 'stage1.block1';
  const silenced = [0, 7, 64, 255];

  test('silence units of a layer; later layers feel it, earlier ones do not', async () => {
    const intact = createNetworkBackbone('cnn', residual, tensors, random);
    const before = await activationsOf(intact);
    const lesioned = intact.lesioned?.(layer, silenced);
    const after = await activationsOf(lesioned as Backbone);
    expect(after.get('stem')).toEqual(before.get('stem'));
    const units = unitsOf(intact.layers[1]);
    const expected = before.get(layer)?.slice() ?? new Float32Array();
    for (let picture = 0; picture < frames.count; picture++)
      for (const unit of silenced) expected[picture * units + unit] = 0;
    expect(after.get(layer)).toEqual(expected);
    for (const later of ['stage2.block1', 'dense']) expect(after.get(later)).not.toEqual(before.get(later));
    expect(await activationsOf(intact)).toEqual(before);
  });

  test('add up, and none changes nothing', async () => {
    const intact = createNetworkBackbone('cnn', residual, tensors, random);
    const twice = intact.lesioned?.(layer, [0, 7]).lesioned?.(layer, [64, 255]);
    const once = intact.lesioned?.(layer, silenced);
    expect(await activationsOf(twice as Backbone)).toEqual(await activationsOf(once as Backbone));
    expect(await activationsOf(intact.lesioned?.(layer, []) as Backbone)).toEqual(
      await activationsOf(intact),
    );
  });

  test('of units or layers that there are none of are refused', () => {
    const intact = createNetworkBackbone('cnn', residual, tensors, random);
    expect(() => intact.lesioned?.(layer, [256])).toThrow(InputError);
    expect(() => intact.lesioned?.(layer, [256])).toThrow('its units are numbered from 0 to 255');
    expect(() => intact.lesioned?.('stage1.block2', [0])).toThrow('there is no layer "stage1.block2"');
  });
});

describe('outputs of a network', () => {
  test('are refused before there are any', async () => {
    const untrained = createNetworkBackbone('cnn', residual, tensors, random);
    expect(untrained.trainable?.outputNames?.()).toEqual([]);
    await expect(untrained.trainable?.outputs?.(frames, format)).rejects.toThrow('train it first');
  });

  test('are the weighted last layer, with their names, and feel lesions', async () => {
    const backbone = createNetworkBackbone('cnn', residual, tensors, random);
    const weights = initialWeights(layOut(residual).weights, random.scope('weights'));
    const kernel = Float32Array.from({ length: 10 }, (_, index) => index - 4);
    backbone.trainable?.restore({
      step: 1,
      epoch: 1,
      metrics: {},
      outputNames: ['cars', 'boats'],
      weights: [
        ...weights,
        { name: 'head/kernel', shape: [5, 2], data: kernel },
        { name: 'head/bias', shape: [2], data: Float32Array.of(10, 20) },
      ],
    });
    expect(backbone.trainable?.outputNames?.()).toEqual(['cars', 'boats']);
    const dense = (await activationsOf(backbone)).get('dense') ?? new Float32Array();
    const expected = Array.from({ length: 6 }, (_, index) => {
      const [picture, output] = [Math.floor(index / 2), index % 2];
      const weighted = [0, 1, 2, 3, 4].map((unit) => dense[picture * 5 + unit] * kernel[unit * 2 + output]);
      return weighted.reduce((sum, value) => sum + value, 10 * (output + 1));
    });
    const outputs = (await backbone.trainable?.outputs?.(frames, format)) ?? [];
    expectClose(outputs, expected, 1e-5);
    const lesioned = backbone.lesioned?.('dense', [0, 1, 2, 3, 4]);
    const biases = await lesioned?.trainable?.outputs?.(frames, format);
    expect(Array.from(biases ?? [])).toEqual([10, 20, 10, 20, 10, 20]);
  });
});
