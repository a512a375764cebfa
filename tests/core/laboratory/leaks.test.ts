import { describe, expect, test } from '@jest/globals';
import { table } from '../../../core/assembly/table.ts';
import type { Matrix } from '../../../core/contracts/linear-algebra.ts';
import type { Readout } from '../../../core/contracts/readout.ts';
import type { Built } from '../../../core/laboratory/builder.ts';
import { chooseLayers } from '../../../core/laboratory/layer-choice.ts';
import { predict } from '../../../core/laboratory/predictions.ts';
import { layOutProtocol, type Protocol } from '../../../core/laboratory/protocols.ts';
import type { Recording } from '../../../core/laboratory/recorded-region.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import type { ProtocolOptions } from '../../../core/scene/schema.ts';
import { createPlainAlgebra } from '../../../plugins/plain-algebra/plain-algebra.ts';
import { createRidge } from '../../../plugins/ridge/ridge.ts';
import { featuresOf, normalMatrix, range } from '../../support/matrices.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { recordingOf } from '../../support/recordings.ts';

const algebra = createPlainAlgebra();
const random = createRandomStreams('leaks');
const [stimuli, units, neuroids] = [60, 8, 4];
const labels = range(0, stimuli).map((row) => `object-${row % 6}`);
const stimulusTable = table({ stimulus_id: range(0, stimuli).map(String), object_name: labels });

const correlate = 'within-folds';
const label = 'object_name';
const splits: readonly ProtocolOptions[] = [
  { id: 'k-fold', split: 'k-fold', folds: 4, correlate, trainSizes: [20, 30] },
  { id: 'stratified', split: 'stratified-k-fold', label, folds: 4, correlate, trainSizes: [20, 30] },
  { id: 'grouped', split: 'grouped-k-fold', label, folds: 3, correlate, trainSizes: [20, 30] },
  { id: 'leave-out', split: 'leave-out', label, correlate, trainSizes: [20, 30] },
  {
    id: 'shuffle',
    split: 'stratified-shuffle',
    label,
    folds: 3,
    trainShare: 0.8,
    seed: 1,
    correlate,
    trainSizes: [20],
  },
];

const lay = (options: ProtocolOptions) =>
  layOutProtocol(options, stimulusTable, random, { file: 'scene.yaml' });

describe.each(splits)('rows of $id', (options) => {
  const protocol = lay(options);
  const everySize: readonly Protocol[] = [protocol, ...protocol.sized.map((own) => own.protocol)];

  test('neither the fit nor the choice of a layer sees a test row', () => {
    for (const { folds } of everySize)
      for (const { train, test: held, inner } of folds) {
        expect(held.filter((row) => train.includes(row))).toEqual([]);
        expect([...inner.train, ...inner.test].toSorted((a, b) => a - b)).toEqual([...train]);
        expect([inner.train.length > 0, inner.test.length > 0]).toEqual([true, true]);
        if (options.split !== 'grouped-k-fold' && options.split !== 'leave-out') continue;
        const names = (rows: readonly number[]) => new Set(rows.map((row) => labels[row]));
        expect([...names(held)].filter((name) => names(train).has(name))).toEqual([]);
        expect([...names(inner.test)].filter((name) => names(inner.train).has(name))).toEqual([]);
      }
  });

  test('smaller training sets lie within larger ones, with the same test rows', () => {
    const sizes = protocol.sized.map(({ size }) => size);
    for (const [index, fold] of protocol.folds.entries()) {
      const sets = everySize.slice(1).map(({ folds }) => folds[index]);
      expect(sets.map(({ train }) => train.length)).toEqual(sizes);
      for (const { test: held } of sets) expect(held).toEqual(fold.test);
      const larger = [...sets.slice(1), fold];
      sets.forEach(({ train }, place) => {
        expect(train.filter((row) => !larger[place].train.includes(row))).toEqual([]);
      });
    }
  });
});

describe('a planted leak', () => {
  const honest = normalMatrix(random.stream('honest'), stimuli, units);
  const weights = normalMatrix(random.stream('weights'), units, neuroids);
  const recording = recordingOf(algebra.multiply(honest, weights), { noise: 1.5 });
  const protocol = lay(splits[0]);
  const [{ test: held }] = protocol.folds;

  /** Noise, but on the test rows of the first fold the very responses. */
  const leaking: Matrix = normalMatrix(random.stream('leaking'), stimuli, units);
  for (const row of held)
    for (let neuroid = 0; neuroid < neuroids; neuroid++)
      leaking.data[row * units + neuroid] = recording.means.data[row * neuroids + neuroid];

  const readout = {
    part: createRidge({ penalty: 'leave-one-out' }, algebra),
    key: 'ridge',
  } as unknown as Built<Readout>;
  const of = (values: Matrix, responses: Recording = recording) =>
    predict(memoryStore, {
      features: async () => featuresOf(values, algebra),
      featuresKey: 'features',
      recording: responses,
      protocol,
      readout,
      random,
      onFold: () => undefined,
    }).read();

  test('a layer that knows the test responses alone is not chosen for it', async () => {
    const [good, bad] = [await of(honest), await of(leaking)];
    expect(chooseLayers([good.inner, bad.inner], protocol)[0]).toBe(0);
    expect(bad.inner[0]).toBeLessThan(0.5);
  });

  test('other responses to the test stimuli change nothing of what is predicted for them, penalty and layer included', async () => {
    const before = [await of(honest), await of(leaking)];
    const means = { ...recording.means, data: recording.means.data.slice() };
    for (const row of held) means.data.fill(1e6 + row, row * neuroids, (row + 1) * neuroids);
    const after = [await of(honest, { ...recording, means }), await of(leaking, { ...recording, means })];
    const firstFold = ({ heldOut }: { heldOut: Matrix }) => heldOut.data.slice(0, held.length * neuroids);
    after.forEach((own, layer) => {
      expect(firstFold(own)).toEqual(firstFold(before[layer]));
      expect(own.inner[0]).toBe(before[layer].inner[0]);
    });
    expect(after[0].inner[1]).not.toBe(before[0].inner[1]);
  });
});
