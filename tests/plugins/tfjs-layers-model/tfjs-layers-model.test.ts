import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Frames } from '../../../core/contracts/pictures.ts';
import type { Tensors } from '../../../core/contracts/tensors.ts';
import { EnvironmentError } from '../../../core/errors/errors.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import plugin from '../../../plugins/tfjs-layers-model/index.ts';
import { serveFolder } from '../../support/file-server.ts';
import { expectRefusal, expectUserError } from '../../support/refusal.ts';
import { startTensorEngine } from '../../support/tensor-engine.ts';
import { writeTinyLayersModel } from '../../support/tiny-layers-model.ts';

const picture: Frames = {
  count: 2,
  height: 12,
  width: 12,
  channels: 3,
  data: Uint8Array.from({ length: 2 * 12 * 12 * 3 }, (_, index) => (index * 41) % 256),
};
const format = { width: 12, height: 12, channels: 3, degrees: 8 } as const;

describe('tfjs-layers-model', () => {
  let tensors: Tensors;
  let folder: string;
  beforeAll(async () => {
    tensors = await startTensorEngine();
  });
  beforeEach(async () => {
    folder = await writeTinyLayersModel(tensors.tf);
  });
  afterEach(() => rm(folder, { recursive: true }));

  const build = async (options: object = {}) =>
    plugin.create(
      plugin.options.parse({ model: 'model.json', layers: ['first_pool', 'scores'], ...options }),
      { tensors },
      {
        id: 'pretrained',
        random: createRandomStreams('pretrained'),
        resolvePath: (path) => join(folder, path),
      },
    );

  const show = async (options: object = {}, layer = 'scores') =>
    (await (await build(options)).activations(picture, format, [layer])).get(layer);

  async function changeModel(change: (content: Record<string, unknown>) => void): Promise<void> {
    const file = join(folder, 'model.json');
    const content = JSON.parse(await readFile(file, 'utf8'));
    change(content);
    await writeFile(file, JSON.stringify(content));
  }

  test('layers come from input to output, however they are listed', async () => {
    const { layers } = await build({ layers: ['scores', 'first_conv', 'first_pool'] });
    expect(layers).toEqual([
      { name: 'first_conv', shape: [10, 10, 4] },
      { name: 'first_pool', shape: [5, 5, 4] },
      { name: 'scores', shape: [5] },
    ]);
  });

  test('layers may bear other names', async () => {
    const { layers } = await build({ layers: { output: 'scores', early: 'first_pool' } });
    expect(layers.map(({ name }) => name)).toEqual(['early', 'output']);
  });

  test('computes what the model computes', async () => {
    const { tf } = tensors;
    const { modelTopology, weightsManifest } = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8'));
    const shards = ['shard1.bin', 'shard2.bin'].map((name) => readFile(join(folder, name)));
    const weightData = new Uint8Array(Buffer.concat(await Promise.all(shards))).buffer;
    const weightSpecs = weightsManifest[0].weights;
    const model = await tf.loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData }));
    const input = tf.tensor4d(Float32Array.from(picture.data), [2, 12, 12, 3]).div(255);
    const expected = (model.predict(input) as { dataSync(): Float32Array }).dataSync();
    const values = await show();
    expected.forEach((value, index) => {
      expect(values?.[index]).toBeCloseTo(value, 4);
    });
  });

  test('scales pixels to the range, then by mean and std', async () => {
    const plain = await show({ preprocessing: 'inception' });
    const shifted = await show({
      preprocessing: { range: [0, 255], mean: 127.5, std: [127.5, 127.5, 127.5] },
    });
    plain?.forEach((value, index) => {
      expect(shifted?.[index]).toBeCloseTo(value, 4);
    });
    expect(plain).not.toEqual(await show());
  });

  test('the fingerprint follows the weights', async () => {
    const before = (await build()).fingerprint;
    expect((await build()).fingerprint).toBe(before);
    const weights = await readFile(join(folder, 'shard1.bin'));
    weights[0] ^= 1;
    await writeFile(join(folder, 'shard1.bin'), weights);
    expect((await build()).fingerprint).not.toBe(before);
  });

  test('an address gives the layers and the fingerprint of the files, read once', async () => {
    const server = await serveFolder(folder);
    try {
      const { fingerprint, layers } = await build();
      expect(await build({ model: `${server.address}model.json` })).toMatchObject({ fingerprint, layers });
      expect([...server.asked].sort()).toEqual(['/model.json', '/shard1.bin', '/shard2.bin']);
    } finally {
      await server.close();
    }
  });

  test('an address where nobody listens is the fault of the network', async () => {
    const server = await serveFolder(folder);
    await server.close();
    await expectUserError(EnvironmentError, build({ model: `${server.address}model.json` }), server.address);
  });

  test('refuses a file that is not there', () =>
    expectRefusal(build({ model: 'modle.json' }), 'modle.json', 'no such file'));

  test('refuses a missing shard', async () => {
    await rm(join(folder, 'shard2.bin'));
    await expectRefusal(build(), 'shard2.bin', 'no such file');
  });

  test('refuses a shard that was cut off, with both sizes', async () => {
    const bytes = await readFile(join(folder, 'shard2.bin'));
    await writeFile(join(folder, 'shard2.bin'), bytes.subarray(0, bytes.length - 7));
    const total = 4 * (3 * 3 * 3 * 4 + 4 + 100 * 5 + 5);
    await expectRefusal(build(), 'shard2.bin', `${total - 7} bytes`, `${total}`, 'damaged');
  });

  test('refuses what is not JSON', async () => {
    await writeFile(join(folder, 'model.json'), 'weights');
    await expectRefusal(build(), 'model.json', 'not JSON');
  });

  test('refuses a GraphModel', async () => {
    await changeModel((content) => {
      content.modelTopology = { node: [], library: {} };
    });
    await expectRefusal(build(), 'GraphModel', 'tfjs-graph-model');
  });

  test('refuses a file without topology', async () => {
    await changeModel((content) => {
      delete content.modelTopology;
    });
    await expectRefusal(build(), 'not a TensorFlow.js LayersModel', 'modelTopology');
  });

  test('refuses a model with a layer that TensorFlow.js does not know', async () => {
    const file = join(folder, 'model.json');
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll('MaxPooling2D', 'StrangePooling'));
    await expectRefusal(build(), 'cannot build', 'StrangePooling');
  });

  test('refuses a layer that the model does not have, naming the nearest', () =>
    expectRefusal(build({ layers: ['first_pol'] }), 'did you mean "first_pool"?'));

  test("refuses a size other than the model's", () =>
    expectRefusal(build({ preprocessing: { size: 64 } }), 'size is 64', '12 x 12 x 3'));

  test('reads a model that leaves its size open at the size given', async () => {
    await changeModel((content) => {
      const { config } = content.modelTopology as { config: { layers: object[] } };
      config.layers.splice(2);
      const [{ config: first }] = config.layers as { config: Record<string, unknown> }[];
      first.batch_input_shape = [null, null, null, 3];
      const [group] = content.weightsManifest as { weights: unknown[]; paths: string[] }[];
      group.weights.splice(2);
      group.paths.splice(1);
    });
    const bytes = await readFile(join(folder, 'shard1.bin'));
    await writeFile(join(folder, 'shard1.bin'), bytes.subarray(0, 4 * (108 + 4)));
    const layers = ['first_pool'];
    await expectRefusal(build({ layers }), 'leaves the size of its input open');
    expect((await build({ layers, preprocessing: { size: 20 } })).layers[0].shape).toEqual([9, 9, 4]);
  });
});
