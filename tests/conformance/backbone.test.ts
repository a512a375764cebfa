import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unitsOf } from '../../core/backbones/layers.ts';
import type { Backbone } from '../../core/contracts/backbone.ts';
import type { Frames, PictureFormat } from '../../core/contracts/pictures.ts';
import type { Tensors } from '../../core/contracts/tensors.ts';
import { InputError } from '../../core/errors/errors.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import cnn from '../../plugins/cnn/index.ts';
import hmax from '../../plugins/hmax/index.ts';
import onnx from '../../plugins/onnx/index.ts';
import pixels from '../../plugins/pixels/index.ts';
import randomFilter from '../../plugins/random-filter/index.ts';
import recogniser from '../../plugins/recogniser/index.ts';
import recurrentCnn from '../../plugins/recurrent-cnn/index.ts';
import sift from '../../plugins/sift/index.ts';
import graphModel from '../../plugins/tfjs-graph-model/index.ts';
import layersModel from '../../plugins/tfjs-layers-model/index.ts';
import v1Like from '../../plugins/v1-like/index.ts';
import v2Like from '../../plugins/v2-like/index.ts';
import { oraclePath } from '../support/pretrained-oracle.ts';
import { selectFrames } from '../support/stimuli.ts';
import { startTensorEngine } from '../support/tensor-engine.ts';
import { tinyGraphNodes, writeTinyGraphModel } from '../support/tiny-graph-model.ts';
import { tinyModelLayers, writeTinyLayersModel } from '../support/tiny-layers-model.ts';

interface Given {
  readonly tensors: Tensors;
  /** Folder of a small LayersModel. */
  readonly folder: string;
  /** Folder of a small GraphModel. */
  readonly graphFolder: string;
}

interface Case {
  readonly id: string;
  /** How many it is shown, more than it takes at a time. */
  readonly pictures?: number;
  create(given: Given): Promise<Backbone> | Backbone;
}

const instance = {
  id: 'backbone',
  random: createRandomStreams('backbone'),
  resolvePath: (path: string) => path,
};

const shallow = { size: 16, widths: [8, 8], kernels: [3, 3], strides: [2, 1], pools: [1, 2], dense: 10 };

const cases: Case[] = [
  { id: pixels.id, create: () => pixels.create(pixels.options.parse({}), {}, instance) },
  {
    id: v1Like.id,
    pictures: 12,
    create: (given) =>
      v1Like.create(v1Like.options.parse({ size: 40, orientations: 4, grid: 8 }), given, instance),
  },
  {
    id: v2Like.id,
    pictures: 20,
    create: (given) => v2Like.create(v2Like.options.parse({ size: 32, scales: 2 }), given, instance),
  },
  {
    id: sift.id,
    pictures: 12,
    create: (given) => sift.create(sift.options.parse({ size: 32, bins: [4], words: 5 }), given, instance),
  },
  {
    id: hmax.id,
    pictures: 12,
    create: (given) => hmax.create(hmax.options.parse({ size: 96, prototypes: 2 }), given, instance),
  },
  {
    id: randomFilter.id,
    pictures: 20,
    create: (given) =>
      randomFilter.create(randomFilter.options.parse({ size: 32, depth: 2 }), given, instance),
  },
  { id: cnn.id, create: (given) => cnn.create(cnn.options.parse({ size: 40 }), given, instance) },
  {
    id: recogniser.id,
    create: (given) => recogniser.create(recogniser.options.parse({ size: 32 }), given, instance),
  },
  {
    id: `${cnn.id}, residual`,
    create: (given) =>
      cnn.create(
        cnn.options.parse({ family: 'residual', size: 24, widths: [8, 12], blocks: [1, 1] }),
        given,
        instance,
      ),
  },
  {
    id: `${cnn.id}, vgg, normalised over groups`,
    create: (given) =>
      cnn.create(
        cnn.options.parse({
          family: 'vgg',
          size: 24,
          widths: [8, 16],
          blocks: [1, 2],
          normalisation: 'group',
        }),
        given,
        instance,
      ),
  },
  {
    id: recurrentCnn.id,
    create: (given) =>
      recurrentCnn.create(
        recurrentCnn.options.parse({ size: 32, widths: { V1: 8, V2: 4, V4: 4, IT: 8 }, bottleneck: 2 }),
        given,
        instance,
      ),
  },
  {
    id: `${cnn.id} without normalisation, in colour`,
    create: (given) =>
      cnn.create(cnn.options.parse({ ...shallow, color: 'rgb', normalisation: 'none' }), given, instance),
  },
  {
    id: layersModel.id,
    create: (given) =>
      layersModel.create(
        layersModel.options.parse({ model: join(given.folder, 'model.json'), layers: [...tinyModelLayers] }),
        given,
        instance,
      ),
  },
  {
    id: graphModel.id,
    create: (given) =>
      graphModel.create(
        graphModel.options.parse({
          model: join(given.graphFolder, 'model.json'),
          layers: [...tinyGraphNodes],
          preprocessing: { preset: 'caffe', crop: 0.9 },
        }),
        given,
        instance,
      ),
  },
  {
    id: onnx.id,
    create: () =>
      onnx.create(
        onnx.options.parse({
          model: oraclePath('resnet18-narrow.onnx'),
          layers: ['maxpool', 'layer2', 'avgpool', 'scores'],
          preprocessing: 'imagenet',
        }),
        {},
        instance,
      ),
  },
];

function randomFrames(count: number, side: number, channels: 1 | 3): Frames {
  const stream = createRandomStreams('pictures').stream(`${side} x ${channels}`);
  const data = Uint8Array.from({ length: count * side * side * channels }, () => stream.integer(256));
  return { count, height: side, width: side, channels, data };
}

function formatOf({ width, height, channels }: Frames): PictureFormat {
  return { width, height, channels, degrees: 8 };
}

/** With what it takes from pictures in place. */
async function createFitted({ create }: Pick<Case, 'create'>, given: Given): Promise<Backbone> {
  const backbone = await create(given);
  const { fittable } = backbone;
  const pictures = randomFrames(4, 40, 1);
  fittable?.restore(await fittable.fit(pictures, formatOf(pictures), instance.random));
  return backbone;
}

type Activations = ReadonlyMap<string, Float32Array>;

function bytes({ buffer, byteOffset, byteLength }: Float32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function expectSameBytes(values: Float32Array | undefined, expected: Float32Array | undefined): void {
  expect(values).toBeDefined();
  expect(bytes(values as Float32Array).equals(bytes(expected as Float32Array))).toBe(true);
}

function expectSame(activations: Activations, expected: Activations): void {
  expect(activations.size).toBe(expected.size);
  for (const [name, values] of expected) expectSameBytes(activations.get(name), values);
}

let given: Given;

beforeAll(async () => {
  const tensors = await startTensorEngine();
  given = {
    tensors,
    folder: await writeTinyLayersModel(tensors.tf),
    graphFolder: await writeTinyGraphModel(),
  };
});

afterAll(async () => {
  for (const folder of [given.folder, given.graphFolder]) await rm(folder, { recursive: true });
});

describe.each(cases)('backbone: $id', ({ create, pictures: count = 70 }) => {
  let backbone: Backbone;
  let names: string[];
  let activations: Activations;
  const pictures = randomFrames(count, 24, 1);
  const show = (frames: Frames, layers: readonly string[] = names) =>
    backbone.activations(frames, formatOf(frames), layers);
  const rowsOf = (name: string, rows: readonly number[]) => {
    const layer = backbone.layers.find((own) => own.name === name) ?? backbone.layers[0];
    const units = unitsOf(layer);
    const values = activations.get(name) ?? new Float32Array();
    return Float32Array.from(rows.flatMap((row) => [...values.subarray(row * units, (row + 1) * units)]));
  };

  beforeAll(async () => {
    backbone = await createFitted({ create }, given);
    names = backbone.layers.map(({ name }) => name);
    activations = await show(pictures);
  });

  test('names its layers uniquely, its family, and positive shapes', () => {
    expect(backbone.family).not.toBe('');
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
    for (const { shape } of backbone.layers) for (const length of shape) expect(length).toBeGreaterThan(0);
  });

  test('activations have the size of their layer and are finite', () => {
    expect([...activations.keys()]).toEqual(names);
    for (const layer of backbone.layers) {
      const values = activations.get(layer.name);
      expect(values).toBeInstanceOf(Float32Array);
      expect(values).toHaveLength(pictures.count * unitsOf(layer));
      expect(values?.every(Number.isFinite)).toBe(true);
    }
  });

  test('gives only the layers asked for, with the same values', async () => {
    const rows = [0, count - 1];
    const two = selectFrames(pictures, rows);
    for (const name of names) {
      const one = await show(two, [name]);
      expect([...one.keys()]).toEqual([name]);
      expectSameBytes(one.get(name), rowsOf(name, rows));
    }
    expect(await show(pictures, [])).toEqual(new Map());
  });

  test('layers asked for in another order keep their own values', async () => {
    expectSame(await show(pictures, names.toReversed()), activations);
  });

  test('a picture gives the same bytes alone, in another chunk and beside other pictures', async () => {
    const rows = [count - 1, 3, 7, count - 4];
    const apart = await show(selectFrames(pictures, rows));
    const alone = await show(selectFrames(pictures, [7]));
    for (const name of names) {
      expectSameBytes(apart.get(name), rowsOf(name, rows));
      expectSameBytes(alone.get(name), rowsOf(name, [7]));
    }
  });

  test('pictures that differ give activations that differ', () => {
    for (const name of names) expect(bytes(rowsOf(name, [0])).equals(bytes(rowsOf(name, [1])))).toBe(false);
  });

  test('another instance with the same options and streams gives the same bytes', async () => {
    const other = await createFitted({ create }, given);
    expect(other.layers).toEqual(backbone.layers);
    expect(other.fingerprint).toBe(backbone.fingerprint);
    expectSame(await other.activations(pictures, formatOf(pictures), names), activations);
  });

  test.each([
    { side: 96, channels: 1 },
    { side: 23, channels: 3 },
  ] as const)(
    'accepts pictures of $side pixels and $channels channels, also uniform ones',
    async ({ side, channels }) => {
      const frames = randomFrames(2, side, channels);
      frames.data.fill(128, 0, side * side * channels);
      const shown = await show(frames);
      for (const layer of backbone.layers) {
        const values = shown.get(layer.name);
        expect(values).toHaveLength(2 * unitsOf(layer));
        expect(values?.every(Number.isFinite)).toBe(true);
      }
    },
  );

  test('grey pictures and the same in RGB give the same activations', async () => {
    const grey = randomFrames(3, 40, 1);
    const data = Uint8Array.from(
      { length: 3 * grey.data.length },
      (_, index) => grey.data[Math.floor(index / 3)],
    );
    expectSame(await show({ ...grey, channels: 3, data }), await show(grey));
  });

  test('does not change the pictures', () => {
    expect(Buffer.compare(pictures.data, randomFrames(count, 24, 1).data)).toBe(0);
  });

  test('refuses a layer that it does not have, and names the closest', async () => {
    const wrong = show(pictures, [`${names[0]}s`]);
    await expect(wrong).rejects.toBeInstanceOf(InputError);
    await expect(wrong).rejects.toThrow(`did you mean "${names[0]}"?`);
  });

  test('leaves no tensors behind', async () => {
    const before = given.tensors.tf.memory().numTensors;
    await show(pictures);
    expect(given.tensors.tf.memory().numTensors).toBe(before);
  });
});
