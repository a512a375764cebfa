import { beforeAll, describe, expect, test } from '@jest/globals';
import { selectRows } from '../../core/assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import type { Plugin } from '../../core/contracts/plugin.ts';
import type { Readout } from '../../core/contracts/readout.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import { columnCorrelations } from '../../core/statistics/correlation.ts';
import { mean } from '../../core/statistics/summaries.ts';
import openblas from '../../plugins/openblas/index.ts';
import plain from '../../plugins/plain-algebra/index.ts';
import pls from '../../plugins/pls/index.ts';
import ridge from '../../plugins/ridge/index.ts';
import { featuresOf, largestDifference, normalMatrix, permuteColumns, range } from '../support/matrices.ts';

const random = createRandomStreams('readouts');
const nowhere = { id: 'readout', random, resolvePath: (path: string) => path };

/** `targetOrder`: how far predictions may move when targets change places; nipals starts from the first of them. */
const readouts = [
  { plugin: pls, options: { components: 6 }, targetOrder: 0.1 },
  { plugin: pls, options: { components: 6, algorithm: 'exact' }, targetOrder: 1e-8 },
  { plugin: ridge, options: { penalty: 3 }, targetOrder: 1e-8 },
  { plugin: ridge, options: {}, targetOrder: 1e-8 },
] as const;
const cases = [openblas, plain].flatMap((engine) => readouts.map((readout) => ({ engine, ...readout })));

const [images, units, neuroids] = [90, 24, 7];
const train = range(0, images).filter((row) => row % 3 !== 0);
const held = range(0, images).filter((row) => row % 3 === 0);

const x = normalMatrix(random.stream('features'), images, units);
const noise = normalMatrix(random.stream('noise'), images, neuroids);
const slopes = normalMatrix(random.stream('slopes'), units, neuroids);

describe.each(cases)(
  'readout: $plugin.id $options on $engine.id',
  ({ engine, plugin, options, targetOrder }) => {
    let algebra: LinearAlgebra;
    let readout: Readout;
    let y: Matrix;
    beforeAll(async () => {
      expect((await engine.availability?.()) ?? { available: true }).toMatchObject({ available: true });
      algebra = await engine.create(engine.options.parse({}) as never, {}, nowhere);
      const { create, options: schema } = plugin as unknown as Plugin<Readout, unknown>;
      readout = await create(schema.parse(options), { algebra } as never, nowhere);
      const linear = algebra.multiply(x, slopes).data;
      y = { ...noise, data: noise.data.map((value, index) => 3 + linear[index] + 2 * value) };
    });

    async function predict(
      features: Matrix,
      targets: Matrix,
      rows: readonly number[] = held,
    ): Promise<Matrix> {
      return (await readout.fit(featuresOf(features, algebra), train, targets)).predict(rows);
    }

    test('describes itself and what it chose', async () => {
      expect(readout.description).toMatch(new RegExp(`^${plugin.id}, `));
      const { chosen } = await readout.fit(featuresOf(x, algebra), train, selectRows(y, train));
      expect(Object.values(chosen).length).toBeGreaterThan(0);
      expect(Object.values(chosen).every(Number.isFinite)).toBe(true);
    });

    test('predicts new rows well, in the order asked for', async () => {
      const fitted = await readout.fit(featuresOf(x, algebra), train, selectRows(y, train));
      const predicted = fitted.predict(held);
      expect([predicted.rows, predicted.columns]).toEqual([held.length, neuroids]);
      expect(mean(columnCorrelations(predicted, selectRows(y, held)))).toBeGreaterThan(0.6);
      const [first, second] = [fitted.predict([held[4]]), fitted.predict([held[1]])].map(({ data }) => [
        ...data,
      ]);
      expect(largestDifference(fitted.predict([held[4], held[1]]).data, [...first, ...second])).toBeLessThan(
        1e-10,
      );
    });

    test('training responses in another order predict nothing', async () => {
      const correlations: number[] = [];
      for (let shuffle = 0; shuffle < 10; shuffle++) {
        const order = random.stream(`shuffle ${shuffle}`).permutation(train.length);
        const predicted = await predict(
          x,
          selectRows(
            y,
            order.map((place) => train[place]),
          ),
        );
        correlations.push(mean(columnCorrelations(predicted, selectRows(y, held))));
      }
      expect(Math.abs(mean(correlations))).toBeLessThan(0.1);
    });

    test('what is learnt does not depend on features of rows outside the training rows', async () => {
      const changed = { ...x, data: Float64Array.from(x.data) };
      for (const row of held)
        for (let unit = 0; unit < units; unit++) changed.data[row * units + unit] = 1e3 * (unit + row);
      const targets = selectRows(y, train);
      const fits = await Promise.all(
        [x, changed].map((from) => readout.fit(featuresOf(from, algebra), train, targets)),
      );
      expect(fits[1].chosen).toEqual(fits[0].chosen);
      expect(largestDifference(fits[1].predict(train).data, fits[0].predict(train).data)).toBeLessThan(1e-10);
    });

    test('a rotation of the features, an offset, or another order of units changes nothing', async () => {
      const targets = selectRows(y, train);
      const expected = (await predict(x, targets)).data;
      const square = normalMatrix(random.stream('rotation'), units, units);
      const rotation = algebra.symmetricEigen(algebra.gram(square)).vectors;
      const rotated = algebra.multiply(x, rotation);
      expect(largestDifference((await predict(rotated, targets)).data, expected)).toBeLessThan(1e-8);
      const order = random.stream('units').permutation(units);
      expect(
        largestDifference((await predict(permuteColumns(x, order), targets)).data, expected),
      ).toBeLessThan(1e-8);
      const moved = { ...x, data: x.data.map((value, index) => value + (index % units)) };
      expect(largestDifference((await predict(moved, targets)).data, expected)).toBeLessThan(1e-8);
    });

    test('targets in another order give predictions in that order', async () => {
      const order = random.stream('targets').permutation(neuroids);
      const targets = selectRows(y, train);
      const expected = permuteColumns(await predict(x, targets), order).data;
      const found = (await predict(x, permuteColumns(targets, order))).data;
      expect(largestDifference(found, expected)).toBeLessThan(targetOrder);
    });

    test('an offset of the responses returns in the predictions', async () => {
      const targets = selectRows(y, train);
      const raised = { ...targets, data: targets.data.map((value) => value + 40) };
      const expected = (await predict(x, targets)).data.map((value) => value + 40);
      expect(largestDifference((await predict(x, raised)).data, expected)).toBeLessThan(1e-8);
    });

    test('constant responses are predicted as what they are', async () => {
      const constant = { rows: train.length, columns: 2, data: new Float64Array(2 * train.length).fill(0.3) };
      expect(
        largestDifference((await predict(x, constant)).data, new Float64Array(2 * held.length).fill(0.3)),
      ).toBeLessThan(1e-9);
    });

    test('gives the same bits again, and leaves features and targets as they were', async () => {
      const targets = selectRows(y, train);
      const features = featuresOf(x, algebra);
      const before = [features.gram(), targets].map(({ data }) => Float64Array.from(data));
      const once = async () => (await readout.fit(features, train, targets)).predict(held).data;
      expect(await once()).toEqual(await once());
      expect([features.gram().data, targets.data]).toEqual(before);
    });
  },
);
