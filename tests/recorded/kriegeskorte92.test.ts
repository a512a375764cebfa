import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Frames } from '../../core/contracts/pictures.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import { pearson, spearman } from '../../core/statistics/correlation.ts';
import { correlationDistances } from '../../core/statistics/dissimilarity.ts';
import { geometryOf } from '../../core/statistics/geometry.ts';
import { kendall } from '../../core/statistics/kendall.ts';
import { matrixSimilarities } from '../../core/statistics/matrix-similarity.ts';
import { permutationP } from '../../core/statistics/permutation.ts';
import { similarityCeiling } from '../../core/statistics/similarity-ceiling.ts';
import pixels from '../../plugins/pixels/index.ts';
import { createPlainAlgebra } from '../../plugins/plain-algebra/plain-algebra.ts';
import darknet from '../../plugins/tfjs-layers-model/index.ts';
import { type MatValue, readMatFile } from '../support/mat-file.ts';
import { range } from '../support/matrices.ts';
import { startTensorEngine } from '../support/tensor-engine.ts';
import { dataFolder } from './folder.ts';

const objects = 92;

interface Fields {
  readonly [field: string]: MatValue;
}

const folder = dataFolder ?? '';
const read = (name: string) =>
  readMatFile(new Uint8Array(readFileSync(join(folder, 'kriegeskorte92', name))));
const numbersOf = (value: MatValue) => value as Float64Array | Uint8Array;

/** Upper triangle, row by row, of a stored matrix. */
function triangle(square: MatValue): Float64Array {
  const values = numbersOf(square);
  return Float64Array.from(
    range(0, objects).flatMap((a) => range(a + 1, objects).map((b) => values[b * objects + a])),
  );
}

/** Photographs of a side, stored column by column, as pictures row by row. */
function framesOf(stimuli: readonly Fields[], side: number): Frames {
  const data = new Uint8Array(stimuli.length * side * side * 3);
  stimuli.forEach(({ image }, picture) => {
    const stored = numbersOf(image);
    for (let row = 0; row < side; row++)
      for (let column = 0; column < side; column++)
        for (let channel = 0; channel < 3; channel++)
          data[((picture * side + row) * side + column) * 3 + channel] =
            stored[(channel * side + column) * side + row];
  });
  return { count: stimuli.length, width: side, height: side, channels: 3, data };
}

(dataFolder ? describe : describe.skip)(
  '92 objects in monkey and human IT (Kriegeskorte et al. 2008)',
  () => {
    let monkey: Float64Array;
    let human: Float64Array;
    let photographs: readonly Fields[];

    beforeAll(() => {
      const { RDMs_mIT_hIT_fig1: matrices, stimuli_92objs: stimuli } = read(
        'Kriegeskorte_Neuron2008_supplementalData.mat',
      );
      [monkey, human] = (matrices as readonly Fields[]).map(({ RDM }) => Float64Array.from(numbersOf(RDM)));
      photographs = stimuli as readonly Fields[];
    });

    test('monkey against human', () => {
      expect(pearson(monkey, human)).toBeCloseTo(0.49121, 5);
      expect(spearman(monkey, human)).toBeCloseTo(0.43892, 5);
      expect(kendall(monkey, human).b).toBeCloseTo(0.304048255521, 11);
    });

    test.each([
      ['animacy', 0.5882, 0.4534, 0.480312, 0.370236],
      ['FaceBodyManmadeNatobj', 0.4053, 0.4253, 0.330951, 0.347329],
      ['EVA', 0.3542, 0.0942, 0.240776, 0.062913],
      ['HMAX', 0.2217, 0.2452, 0.149444, 0.165],
      ['V1', 0.0393, 0.074, 0.026098, 0.048578],
      ['Silhouette', 0.1247, 0.2474, 0.08369, 0.167711],
      ['RADON', 0.0612, 0.016, 0.041202, 0.011455],
    ])(
      'the model %s, ties and all: Spearman, and Kendall as SciPy has it',
      (name, ofHuman, ofMonkey, tauHuman, tauMonkey) => {
        const models = read('92_modelRDMs.mat').Models as readonly Fields[];
        const model = triangle(models.find((own) => own.name === name)?.RDM ?? []);
        expect(spearman(model, human)).toBeCloseTo(ofHuman, 4);
        expect(spearman(model, monkey)).toBeCloseTo(ofMonkey, 4);
        expect(kendall(model, human).b).toBeCloseTo(tauHuman, 6);
        expect(kendall(model, monkey).b).toBeCloseTo(tauMonkey, 6);
      },
    );

    test('noise ceiling over the four humans', () => {
      const sessions = read('92_brainRDMs.mat').RDMs as readonly Fields[];
      const humans = range(0, 4).map((subject) => {
        const [first, second] = [subject, subject + 4].map((index) => triangle(sessions[index].RDM));
        return first.map((value, pair) => (value + second[pair]) / 2);
      });
      const others = (subject: number) =>
        humans[0].map((_, pair) =>
          humans.reduce((sum, own, index) => sum + (index === subject ? 0 : own[pair] / 3), 0),
        );
      const alone = humans.map((own, subject) => pearson(own, others(subject)));
      expect(alone).toEqual([0.4571, 0.3064, 0.4542, 0.3629].map((value) => expect.closeTo(value, 4)));
      const { between, standardise } = matrixSimilarities.pearson;
      const { lower, upper } = similarityCeiling(humans, between, standardise);
      expect(lower).toBeCloseTo((0.45186 + 0.30739 + 0.45501 + 0.36338) / 4, 4);
      expect(upper).toBeGreaterThan(lower + 0.1);
    });

    /** Computed with independent code on the same network; its value for the third pooling layer (.272 / .175) is not reproduced. */
    test('pixels and layers of a network trained on photographs', async () => {
      const random = createRandomStreams('kriegeskorte92');
      const instance = { id: 'backbone', random, resolvePath: (path: string) => join(folder, path) };
      const frames = framesOf(photographs, 175);
      const format = { width: 175, height: 175, channels: 3, degrees: 3 } as const;
      const layers = {
        pool4: 'max_pooling2d_4',
        'last-1x1': 'leaky_re_lu_15',
        output: 'global_average_pooling2d_1',
      };
      const network = await darknet.create(
        darknet.options.parse({ model: 'darknet-tiny/model.json', layers }),
        { tensors: await startTensorEngine() },
        instance,
      );
      const small = await pixels.create(pixels.options.parse({ color: 'rgb' }), {}, instance);
      const activations = new Map([
        ...(await small.activations(frames, format, ['pixels'])),
        ...(await network.activations(frames, format, Object.keys(layers))),
      ]);
      const algebra = createPlainAlgebra();
      const similarity = (layer: string) => {
        const data = Float64Array.from(activations.get(layer) ?? []);
        const patterns = { rows: objects, columns: data.length / objects, data };
        const distances = correlationDistances(geometryOf(patterns, algebra));
        return [spearman(distances, monkey), spearman(distances, human)];
      };
      for (const [layer, ofMonkey, ofHuman] of [
        ['pixels', 0.145, 0.107],
        ['pool4', 0.272, 0.172],
        ['last-1x1', 0.344, 0.274],
        ['output', 0.251, 0.175],
      ] as const) {
        const [monkeys, humans] = similarity(layer);
        expect([layer, Math.abs(monkeys - ofMonkey) < 0.006, Math.abs(humans - ofHuman) < 0.006]).toEqual([
          layer,
          true,
          true,
        ]);
      }
    }, 120_000);

    test('no model reaches monkey IT by chance', () => {
      const order = createRandomStreams('kriegeskorte92').stream('orders');
      const pairOf = (a: number, b: number): number =>
        a < b ? (a * (2 * objects - a - 3)) / 2 + b - 1 : pairOf(b, a);
      const shuffled = range(0, 99).map(() => {
        const own = order.permutation(objects);
        const permuted = range(0, objects).flatMap((a) =>
          range(a + 1, objects).map((b) => human[pairOf(own[a], own[b])]),
        );
        return spearman(monkey, permuted);
      });
      expect(permutationP(spearman(monkey, human), shuffled)).toBe(0.01);
      expect(Math.max(...shuffled)).toBeLessThan(0.1);
    });
  },
);
