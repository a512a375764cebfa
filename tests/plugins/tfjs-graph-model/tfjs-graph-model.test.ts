import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Tensors } from '../../../core/contracts/tensors.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import plugin from '../../../plugins/tfjs-graph-model/index.ts';
import { serveFolder } from '../../support/file-server.ts';
import { oraclePictures } from '../../support/oracle-pictures.ts';
import { expectRefusal } from '../../support/refusal.ts';
import { startTensorEngine } from '../../support/tensor-engine.ts';
import { tinyGraphNodes, tinyGraphValues, writeTinyGraphModel } from '../../support/tiny-graph-model.ts';

const pictures = oraclePictures(2, 12, 12);
const format = { width: 12, height: 12, channels: 3, degrees: 8 } as const;

interface Graph {
  readonly node: Record<string, unknown>[];
}

describe('tfjs-graph-model', () => {
  let tensors: Tensors;
  let folder: string;
  beforeAll(async () => {
    tensors = await startTensorEngine();
  });
  beforeEach(async () => {
    folder = await writeTinyGraphModel();
  });
  afterEach(() => rm(folder, { recursive: true }));

  const build = async (options: object = {}) =>
    plugin.create(
      plugin.options.parse({ model: 'model.json', layers: [...tinyGraphNodes], ...options }),
      { tensors },
      {
        id: 'pretrained',
        random: createRandomStreams('pretrained'),
        resolvePath: (path) => join(folder, path),
      },
    );

  async function changeGraph(change: (graph: Graph) => void): Promise<void> {
    const file = join(folder, 'model.json');
    const content = JSON.parse(await readFile(file, 'utf8'));
    change(content.modelTopology);
    await writeFile(file, JSON.stringify(content));
  }

  test('every node is a layer, from input to output', async () => {
    expect((await build()).layers).toEqual([
      { name: 'picture', shape: [12, 12, 3] },
      { name: 'conv', shape: [10, 10, 4] },
      { name: 'relu', shape: [10, 10, 4] },
      { name: 'pool', shape: [5, 5, 4] },
      { name: 'scores', shape: [5] },
    ]);
  });

  test('computes what its operations compute', async () => {
    const { tf } = tensors;
    const { kernels, readout } = tinyGraphValues();
    const backbone = await build({ preprocessing: 'inception' });
    const activations = await backbone.activations(pictures, format, tinyGraphNodes);
    const picture = tf.tensor4d(
      Float32Array.from(pictures.data, (byte) => byte / 127.5 - 1),
      [2, 12, 12, 3],
    );
    const conv = tf.conv2d(picture, tf.tensor4d(kernels, [3, 3, 3, 4]), 1, 'valid');
    const pool = tf.maxPool(tf.relu(conv), 2, 2, 'valid');
    const scores = pool.reshape([2, 100]).matMul(tf.tensor2d(readout, [100, 5]));
    const expected = { picture, conv, relu: conv.relu(), pool, scores };
    for (const [name, tensor] of Object.entries(expected)) {
      const values = activations.get(name) ?? new Float32Array();
      expect(values).toHaveLength(tensor.size);
      tensor.dataSync().forEach((value, index) => {
        expect(values[index]).toBeCloseTo(value, 4);
      });
    }
  });

  test('an address gives the layers and the fingerprint of the files, read once', async () => {
    const server = await serveFolder(folder);
    try {
      const remote = await build({ model: `${server.address}model.json` });
      const { fingerprint, layers } = await build();
      await remote.activations(pictures, format, ['scores']);
      expect(remote).toMatchObject({ fingerprint, layers });
      expect(server.asked).toEqual(['/model.json', '/weights.bin']);
    } finally {
      await server.close();
    }
  });

  test('refuses a node that the graph does not have, naming the nearest', () =>
    expectRefusal(build({ layers: ['poool'] }), 'did you mean "pool"?'));

  test('refuses a LayersModel', async () => {
    await changeGraph((graph) => {
      Object.assign(graph, { node: undefined });
    });
    await expectRefusal(build(), 'this is a LayersModel', 'tfjs-layers-model');
  });

  test('refuses an operation that TensorFlow.js does not have', async () => {
    await changeGraph(({ node }) => {
      Object.assign(node.find(({ name }) => name === 'relu') ?? {}, { op: 'Telu' });
    });
    await expectRefusal(build(), 'model.json', 'TensorFlow.js cannot', 'Telu');
  });

  test('refuses a layer that is no float32 per picture', async () => {
    await changeGraph(({ node }) => {
      node.push({ name: 'dimensions', op: 'Shape', input: ['pool'], attr: {} });
    });
    await expectRefusal(build({ layers: ['dimensions'] }), '"dimensions" gives int32', 'float32');
  });

  test('refuses an input that is no picture', async () => {
    await changeGraph(({ node }) => {
      node[0].attr = {
        dtype: { type: 'DT_FLOAT' },
        shape: { shape: { dim: [{ size: '-1' }, { size: '432' }] } },
      };
    });
    await expectRefusal(build(), 'must be one picture', '? x 432');
  });

  test('refuses a damaged graph', async () => {
    await changeGraph(({ node }) => {
      delete node[2].name;
    });
    await expectRefusal(build(), 'model.json', 'damaged', 'node.2.name');
  });

  test('refuses weights outside of its folder', async () => {
    const file = join(folder, 'model.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('weights.bin', '../weights.bin'));
    await expectRefusal(build(), '../weights.bin', 'outside of its folder');
  });
});
