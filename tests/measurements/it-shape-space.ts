import { join } from 'node:path';
import { numbers, strings } from '../../core/assembly/table.ts';
import type { Backbone } from '../../core/contracts/backbone.ts';
import type { Matrix, SingleMatrix } from '../../core/contracts/linear-algebra.ts';
import type { Plugin } from '../../core/contracts/plugin.ts';
import type { Population, Responses } from '../../core/contracts/population.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import cnn from '../../plugins/cnn/index.ts';
import itShapeSpace from '../../plugins/it-shape-space/index.ts';
import openblas from '../../plugins/openblas/index.ts';
import pixels from '../../plugins/pixels/index.ts';
import ridge from '../../plugins/ridge/index.ts';
import tensorflow from '../../plugins/tensorflow/index.ts';
import layersModel from '../../plugins/tfjs-layers-model/index.ts';
import v1Gabor from '../../plugins/v1-gabor/index.ts';
import v1Like from '../../plugins/v1-like/index.ts';
import v4Conjunction from '../../plugins/v4-conjunction/index.ts';
import { categoryShare } from '../support/category-share.ts';
import { mean, median, pearson } from '../support/correlation.ts';
import { prefers } from '../support/preferring.ts';
import { renderSet, where } from '../support/render-set.ts';
import { type StimulusParts, stimulusSetOf } from '../support/stimuli.ts';

/**
 * Prints the tables of the README of it-shape-space: `node --import tsx` and this file. With NEUROID_DATA, an ImageNet
 * network in its folder darknet-tiny takes part.
 */

const random = createRandomStreams('measure');
const at = (id: string) => ({ id, random: random.scope(id), resolvePath: (path: string) => path });
const algebra = await openblas.create(openblas.options.parse({}), {}, at('algebra'));
const readout = await ridge.create(
  ridge.options.parse({ penalty: 'leave-one-out-per-target' }),
  { algebra },
  at('ridge'),
);
const folds = 4;
const neuroids = 168;

const shown = await renderSet('shown', { set: 'test' }, { imagesPerObject: { V3: 5, V6: 9 } });
const space = await renderSet(
  'space',
  { set: 'screening', perCategory: 26 },
  { imagesPerObject: { V6: 2 } },
  ['object-alone'],
);
const varied = where(shown, 'variation', 6);

for (const plugin of [v1Gabor, v4Conjunction, itShapeSpace])
  await readLatents(plugin as Plugin<Population, unknown>);
const responses = await respond(itShapeSpace as Plugin<Population, unknown>, shown);
reportTuning(responses);
await explain(responses);

function respond({ id, options, create }: Plugin<Population, unknown>, parts: StimulusParts) {
  const extra = id === itShapeSpace.id ? { space: 'space' } : {};
  return Promise.resolve(create(options.parse({ neuroids, ...extra }), { algebra } as never, at(id))).then(
    (population) => population.respond(stimulusSetOf(parts), new Map([['space', stimulusSetOf(space)]])),
  );
}

/** Pearson r, held out, of position, size and pose read from the sites' means; 95 % intervals over stimuli. */
async function readLatents(plugin: Plugin<Population, unknown>): Promise<void> {
  const { table } = varied;
  const angle = (name: string) => numbers(table, name).map((degrees) => (degrees * Math.PI) / 180);
  const latents = {
    'ty (right)': numbers(table, 'ty'),
    'tz (up)': numbers(table, 'tz'),
    'size, octaves': numbers(table, 's').map(Math.log2),
    'sine of yaw': angle('rxy').map(Math.sin),
    'sine of pitch': angle('rxz').map(Math.sin),
    'sine of roll': angle('ryz').map(Math.sin),
    'cosine of roll': angle('ryz').map(Math.cos),
  };
  const targets = Object.values(latents);
  const means = standardised(meansOf(await respond(plugin, varied)));
  const read = await heldOut(means, matrixOf(targets));
  console.log(`read from ${plugin.id}, V6`);
  Object.keys(latents).forEach((name, index) => {
    const { r, low, high } = interval(columnOf(read, index), targets[index]);
    console.log(`  ${name}: ${r.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`);
  });
}

function reportTuning({ truth, neuroids: sites }: Responses): void {
  const labels = strings(shown.table, 'category_name');
  const columns = Array.from({ length: neuroids }, (_, site) =>
    columnOf({ rows: labels.length, columns: neuroids, data: truth?.data ?? new Float64Array() }, site),
  );
  const shares = columns.map((column) => categoryShare(column, labels)).sort((a, b) => a - b);
  console.log(
    `category share: ${median(shares).toFixed(3)} [${shares[8].toFixed(3)}, ${shares[159].toFixed(3)}]`,
  );
  console.log(`reliability: ${median(numbers(sites, 'true_reliability')).toFixed(3)}`);
  for (const label of new Set(labels)) {
    const share = mean(columns.map((column) => Number(prefers(column, labels, label))));
    console.log(`prefer ${label}: ${share.toFixed(3)}`);
  }
}

/** Median over sites of the squared correlation of held-out predictions with the truth. */
async function explain(responses: Responses): Promise<void> {
  const means = meansOf(responses);
  const tensors = await tensorflow.create(tensorflow.options.parse({}), {}, at('tensors'));
  const layers = { pool4: 'max_pooling2d_4', conv15: 'leaky_re_lu_15', output: 'global_average_pooling2d_1' };
  const data = process.env.NEUROID_DATA;
  const models: [Plugin<Backbone, unknown>, object][] = [
    [pixels as Plugin<Backbone, unknown>, {}],
    [v1Like as Plugin<Backbone, unknown>, {}],
    [cnn as Plugin<Backbone, unknown>, {}],
  ];
  if (data)
    models.push([
      layersModel as Plugin<Backbone, unknown>,
      { model: join(data, 'darknet-tiny/model.json'), layers },
    ]);
  for (const [{ id, options, create }, given] of models) {
    const backbone = await create(options.parse(given), { tensors, algebra } as never, at(id));
    for (const { name, shape } of backbone.layers) {
      const features = await activationsOf(
        backbone,
        name,
        shape.reduce((a, b) => a * b, 1),
      );
      const predicted = await heldOut(features, means);
      const explained = Array.from({ length: neuroids }, (_, site) => {
        const truth = { ...means, data: responses.truth?.data ?? new Float64Array() };
        return Math.max(0, pearson(columnOf(predicted, site), columnOf(truth, site))) ** 2;
      });
      console.log(`${id} ${name}: ${median(explained).toFixed(3)}`);
    }
  }
}

async function activationsOf(backbone: Backbone, layer: string, units: number): Promise<SingleMatrix> {
  const set = stimulusSetOf(shown);
  const data = new Float32Array(set.table.length * units);
  for await (const { start, frames } of set.blocks()) {
    const block = await backbone.activations(frames, set.format, [layer]);
    data.set(block.get(layer) ?? [], start * units);
  }
  return { rows: set.table.length, columns: units, data };
}

async function heldOut(values: Matrix | SingleMatrix, targets: Matrix): Promise<Matrix> {
  const gram = algebra.gram(values);
  const features = {
    count: values.rows,
    units: values.columns,
    gram: () => gram,
    values: async () => values,
  };
  const order = random.stream('folds').permutation(values.rows);
  const data = new Float64Array(targets.data.length);
  for (let fold = 0; fold < folds; fold++) {
    const train = order.filter((_, place) => place % folds !== fold);
    const test = order.filter((_, place) => place % folds === fold);
    const rows = train.flatMap((row) => [
      ...targets.data.subarray(row * targets.columns, (row + 1) * targets.columns),
    ]);
    const fitted = await readout.fit(features, train, {
      rows: train.length,
      columns: targets.columns,
      data: Float64Array.from(rows),
    });
    const predicted = fitted.predict(test);
    test.forEach((row, place) => {
      data.set(
        predicted.data.subarray(place * targets.columns, (place + 1) * targets.columns),
        row * targets.columns,
      );
    });
  }
  return { ...targets, data };
}

function interval(read: Float64Array, target: Float64Array) {
  const stream = random.stream('bootstrap');
  const draws = Array.from({ length: 1000 }, () => {
    const rows = Array.from(read, () => stream.integer(read.length));
    return pearson(
      rows.map((row) => read[row]),
      rows.map((row) => target[row]),
    );
  }).sort((a, b) => a - b);
  return { r: pearson(read, target), low: draws[25], high: draws[974] };
}

function meansOf({ trials }: Responses): Matrix {
  const [repetitions, rows, columns] = trials.shape;
  const data = new Float64Array(rows * columns);
  trials.data.forEach((count, index) => {
    data[index % data.length] += count / repetitions;
  });
  return { rows, columns, data };
}

function standardised(matrix: Matrix): Matrix {
  const columns = Array.from({ length: matrix.columns }, (_, index) => {
    const column = columnOf(matrix, index);
    const centre = mean(column);
    const deviation = Math.sqrt(mean(column.map((value) => (value - centre) ** 2)));
    return column.map((value) => (value - centre) / Math.max(deviation, 1e-9));
  });
  return matrixOf(columns);
}

function matrixOf(columns: readonly Float64Array[]): Matrix {
  const rows = columns[0].length;
  const data = new Float64Array(rows * columns.length);
  columns.forEach((column, index) => {
    column.forEach((value, row) => {
      data[row * columns.length + index] = value;
    });
  });
  return { rows, columns: columns.length, data };
}

function columnOf({ rows, columns, data }: Matrix, column: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => data[row * columns + column]);
}
