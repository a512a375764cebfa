import { availableParallelism } from 'node:os';
import { table } from '../core/assembly/table.ts';
import type { Backbone } from '../core/contracts/backbone.ts';
import type { Frames } from '../core/contracts/pictures.ts';
import type { StimulusSet } from '../core/contracts/stimuli.ts';
import type { TrainingOptions } from '../core/contracts/training.ts';
import { createRandomStreams } from '../core/random/streams.ts';
import categoryObjective from '../plugins/category-objective/index.ts';
import cnn from '../plugins/cnn/index.ts';
import pixels from '../plugins/pixels/index.ts';
import native from '../plugins/tensorflow/index.ts';
import wasm from '../plugins/tensorflow-wasm/index.ts';
import v1Like from '../plugins/v1-like/index.ts';

/**
 * Pictures per second of every backbone that needs no files, and of training the cnn, on noise of 128 x 128 pixels.
 * Run: node --import tsx benchmarks/backbones.ts [tensorflow|tensorflow-wasm] [pictures]
 */
const [engine = 'tensorflow', given = '512'] = process.argv.slice(2);
const count = Number(given);
const random = createRandomStreams('benchmark');
const instance = { id: 'benchmark', random, resolvePath: (path: string) => path };
const tensors = await (engine === 'tensorflow-wasm' ? wasm : native).create({}, {}, instance);

const stream = random.stream('pictures');
const side = 128;
const frames: Frames = {
  count,
  height: side,
  width: side,
  channels: 1,
  data: Uint8Array.from({ length: count * side * side }, () => stream.integer(256)),
};
const format = { width: side, height: side, channels: 1, degrees: 8 } as const;

function report(name: string, pictures: number, since: number): void {
  const seconds = (performance.now() - since) / 1000;
  console.log(`${name.padEnd(24)}${(pictures / seconds).toFixed(0).padStart(7)} pictures/s`);
}

async function measureActivations(name: string, backbone: Backbone): Promise<void> {
  const layers = backbone.layers.map((layer) => layer.name);
  const warming = { ...frames, count: 64, data: frames.data.subarray(0, 64 * side * side) };
  await backbone.activations(warming, format, layers);
  const start = performance.now();
  await backbone.activations(frames, format, layers);
  report(name, count, start);
}

function stimuli(): StimulusSet {
  const rows = Array.from({ length: count }, (_, row) => row);
  return {
    id: 'noise',
    key: 'noise',
    format,
    appearances: ['presented'],
    table: table({
      stimulus_id: rows.map(String),
      category_name: rows.map((row) => `category ${row % 8}`),
    }),
    frames: async (wanted) => {
      const pixels = side * side;
      const data = new Uint8Array(wanted.length * pixels);
      Array.from(wanted).forEach((row, position) => {
        data.set(frames.data.subarray(row * pixels, (row + 1) * pixels), position * pixels);
      });
      return { ...frames, count: wanted.length, data };
    },
    silhouettes: async () => {
      throw new RangeError('these pictures show no objects');
    },
    async *blocks() {
      yield { start: 0, frames };
    },
  };
}

async function measureTraining(backbone: Backbone): Promise<void> {
  const objective = await categoryObjective.create(
    categoryObjective.options.parse({}),
    { tensors },
    instance,
  );
  const options: TrainingOptions = {
    epochs: 2,
    batch: 32,
    learningRate: 0.006,
    optimiser: { kind: 'adam' },
    weightDecay: 0.01,
    schedule: { kind: 'cosine', warmUp: 0.05 },
    augmentation: { shift: 0.1, rotation: 90, zoom: 1.2, flip: true, contrast: 0.2, noise: 0.02 },
    validation: 0,
  };
  let start = performance.now();
  for await (const { epoch } of backbone.trainable?.train({
    stimuli: stimuli(),
    objective,
    options,
    responses: async () => ({ neuroidIds: [], means: { rows: 0, columns: 0, data: new Float64Array() } }),
    random,
  }) ?? []) {
    report(`cnn, training epoch ${epoch}`, count, start);
    start = performance.now();
  }
}

console.log(`${tensors.identity}; ${availableParallelism()} processors; pictures of ${side} x ${side}`);
const network = await cnn.create(cnn.options.parse({}), { tensors }, instance);
await measureActivations('pixels', await pixels.create(pixels.options.parse({}), {}, instance));
await measureActivations('v1-like', await v1Like.create(v1Like.options.parse({}), { tensors }, instance));
await measureActivations('cnn, all layers', network);
await measureTraining(network);
