import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRandomStreams } from '../../../core/random/streams.ts';
import plugin from '../../../plugins/onnx/index.ts';
import { serveFolder } from '../../support/file-server.ts';
import { oraclePictures } from '../../support/oracle-pictures.ts';
import { oraclePath } from '../../support/pretrained-oracle.ts';
import { expectRefusal } from '../../support/refusal.ts';

const pictures = oraclePictures(3, 4, 4);
const format = { width: 4, height: 4, channels: 3, degrees: 8 } as const;

describe('onnx', () => {
  let folder: string;
  beforeAll(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'neuroid-onnx-')), 'models');
    await mkdir(folder);
    const models = JSON.parse(await readFile(oraclePath('onnx-models.json'), 'utf8'));
    for (const [name, content] of Object.entries<string>(models))
      await writeFile(join(folder, name), Buffer.from(content, 'base64'));
    await writeFile(join(folder, 'weights.bin'), new Uint8Array(Float32Array.of(9, 9, 1, 2, 3, 4).buffer));
  });
  afterAll(() => rm(join(folder, '..'), { recursive: true }));

  const build = async (model: string, options: object = {}) =>
    plugin.create(
      plugin.options.parse({ model, layers: ['y'], threads: 1, ...options }),
      {},
      {
        id: 'onnx',
        random: createRandomStreams('onnx'),
        resolvePath: (path) => join(folder, path),
      },
    );
  const show = async (model: string, options: object = {}) =>
    (await (await build(model, options)).activations(pictures, format, ['y'])).get('y');

  test('nodes and tensors are layers, from input to output, under names of yours', async () => {
    const { layers } = await build('good', { layers: { last: 'node_y', first: 'r', same: 'y' } });
    expect(layers).toEqual([
      { name: 'first', shape: [3, 4, 4] },
      { name: 'last', shape: [3, 4, 4] },
      { name: 'same', shape: [3, 4, 4] },
    ]);
  });

  test('computes what its operations compute', async () => {
    const values = await show('good', { preprocessing: { range: [-1, 1] } });
    for (let picture = 0; picture < 3; picture++)
      for (let pixel = 0; pixel < 16; pixel++)
        for (let channel = 0; channel < 3; channel++) {
          const byte = pictures.data[(picture * 16 + pixel) * 3 + channel];
          const expected = -Math.max(0, byte / 127.5 - 1);
          expect(values?.[(picture * 3 + channel) * 16 + pixel]).toBeCloseTo(expected, 5);
        }
  });

  test('a model of one picture at a time is shown one picture at a time', async () => {
    expect(await show('one picture at a time')).toEqual(await show('good'));
  });

  test('an open size is that of the options', async () => {
    expect((await build('open size', { preprocessing: { size: 6 } })).layers[0].shape).toEqual([3, 1, 1]);
    await expectRefusal(build('open size'), 'leaves the size of its input open', 'preprocessing.size');
  });

  test('grey pictures with channels last', async () => {
    expect((await build('channels last, grey')).layers[0].shape).toEqual([4, 4, 1]);
  });

  test('weights in a file beside it belong to it and to its fingerprint', async () => {
    const values = await show('external weights', { preprocessing: { range: [1, 1] } });
    expect(values?.slice(0, 16)).toEqual(Float32Array.of(1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4));
    const before = (await build('external weights')).fingerprint;
    await writeFile(join(folder, 'weights.bin'), new Uint8Array(24));
    expect((await build('external weights')).fingerprint).not.toBe(before);
    expect((await build('good')).fingerprint).toBe((await build('good')).fingerprint);
  });

  test('an address gives what the file gives', async () => {
    const server = await serveFolder(folder);
    try {
      expect(await show(`${server.address}good`)).toEqual(await show('good'));
      expect(server.asked).toEqual(['/good']);
    } finally {
      await server.close();
    }
  });

  test('fresh weights are named, moved ones are not', async () => {
    const warningsOf = async (name: string) =>
      (await build('', { layers: ['scores'], model: `../../../../${oraclePath(name)}` })).warnings;
    const fresh = await warningsOf('mobilenet-v2-narrow.onnx');
    expect(fresh).toEqual([expect.stringContaining('look untrained')]);
    expect(await warningsOf('resnet18-narrow.onnx')).toEqual([]);
  });

  test.each([
    ['external weights outside', '../weights.bin', 'outside of its folder'],
    ['unknown operation', 'uses the operation Telu', 'onnxruntime', 'lacks'],
    ['unknown domain', 'uses the operation org.elsewhere:Telu', 'lacks'],
    ['input of doubles', 'its input is float64', 'float32'],
    ['input of vectors', 'must be one picture', '? x 48'],
    ['two inputs', 'the first of 2'],
    ['integers', '"y" gives int64'],
    ['mean over pictures', '"y" gives 1 x 3 x 4 x 4 for 16 pictures'],
    ['cannot run', 'ONNX Runtime cannot run this model: The input tensor cannot be reshaped'],
    ['weights.bin', 'damaged or no ONNX model'],
    ['no such model', 'no such file'],
  ])('%s is refused', (model, ...parts) => expectRefusal(build(model), model, ...parts));

  test('a layer that it does not have is refused, naming those it has', async () => {
    await expectRefusal(build('good', { layers: ['nodey'] }), 'did you mean "node_y"?');
    await expectRefusal(build('good', { layers: ['pooling'] }), 'there are node_r, node_y, r, y.');
  });

  test('a size other than its own is refused', () =>
    expectRefusal(build('good', { preprocessing: { size: 8 } }), 'size is 8', '? x 3 x 4 x 4'));

  test('wherever a file is cut off, it is refused', async () => {
    const whole = await readFile(oraclePath('resnet18-narrow.onnx'));
    const lengths = [0, 1, 10, 100, 1000, 50_000, 400_000, whole.length - 1];
    for (const length of lengths) {
      await writeFile(join(folder, 'cut'), whole.subarray(0, length));
      await expectRefusal(build('cut', { layers: ['scores'] }), 'cut: ');
    }
  });
});
