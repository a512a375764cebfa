import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandomStreams } from '../../core/random/streams.ts';

/** Names of its nodes that compute something, from input to output. */
export const tinyGraphNodes = ['picture', 'conv', 'relu', 'pool', 'scores'] as const;

const kernels = { name: 'kernels', shape: [3, 3, 3, 4], dtype: 'float32' };
const readout = { name: 'readout', shape: [100, 5], dtype: 'float32' };
const flat = { name: 'flat_shape', shape: [2], dtype: 'int32' };
export const tinyGraphWeights = [kernels, readout, flat];

const float = { type: 'DT_FLOAT' };
const sizes = (...values: number[]) => ({ list: { i: values.map(String) } });
const dimensions = (...lengths: number[]) => ({
  shape: { dim: lengths.map((length) => ({ size: String(length) })) },
});
const constant = ({ name, shape, dtype }: (typeof tinyGraphWeights)[number]) => ({
  name,
  op: 'Const',
  attr: {
    dtype: dtype === 'float32' ? float : { type: 'DT_INT32' },
    value: {
      tensor: {
        dtype: dtype === 'float32' ? 'DT_FLOAT' : 'DT_INT32',
        tensorShape: dimensions(...shape).shape,
      },
    },
  },
});

const text = (value: string) => ({ s: Buffer.from(value).toString('base64') });
const valid = { padding: text('VALID'), data_format: text('NHWC') };
const nodes = [
  {
    name: 'picture',
    op: 'Placeholder',
    attr: { dtype: float, shape: dimensions(-1, 12, 12, 3) },
  },
  ...tinyGraphWeights.map(constant),
  {
    name: 'conv',
    op: 'Conv2D',
    input: ['picture', 'kernels'],
    attr: { T: float, strides: sizes(1, 1, 1, 1), dilations: sizes(1, 1, 1, 1), ...valid },
  },
  { name: 'relu', op: 'Relu', input: ['conv'], attr: { T: float } },
  {
    name: 'pool',
    op: 'MaxPool',
    input: ['relu'],
    attr: { T: float, ksize: sizes(1, 2, 2, 1), strides: sizes(1, 2, 2, 1), ...valid },
  },
  { name: 'flat', op: 'Reshape', input: ['pool', 'flat_shape'], attr: { T: float } },
  { name: 'scores', op: 'MatMul', input: ['flat', 'readout'], attr: { T: float } },
];

/** Weights of the tiny graph, one behind the other: kernels, readout, and the shape [-1, 100]. */
export function tinyGraphValues() {
  const stream = createRandomStreams('tiny graph').stream('weights');
  const draw = ({ shape }: { readonly shape: readonly number[] }) =>
    Float32Array.from({ length: shape.reduce((product, length) => product * length, 1) }, () =>
      stream.normal(0, 0.3),
    );
  return { kernels: draw(kernels), readout: draw(readout), flat: Int32Array.of(-1, 100) };
}

/** Writes a small convolutional GraphModel, and returns its folder. */
export async function writeTinyGraphModel(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'neuroid-graph-model-'));
  const weights = Buffer.concat(Object.values(tinyGraphValues()).map(({ buffer }) => new Uint8Array(buffer)));
  const content = {
    format: 'graph-model',
    modelTopology: { node: nodes, library: {}, versions: { producer: 1 } },
    weightsManifest: [{ paths: ['weights.bin'], weights: tinyGraphWeights }],
  };
  await writeFile(join(folder, 'weights.bin'), weights);
  await writeFile(join(folder, 'model.json'), JSON.stringify(content));
  return folder;
}
