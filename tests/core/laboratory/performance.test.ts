import { describe, expect, test } from '@jest/globals';
import { table } from '../../../core/assembly/table.ts';
import type { Readout } from '../../../core/contracts/readout.ts';
import type { StimulusSet } from '../../../core/contracts/stimuli.ts';
import type { Built } from '../../../core/laboratory/builder.ts';
import { isClassified } from '../../../core/laboratory/classification.ts';
import type { LayerFeatures } from '../../../core/laboratory/layer-features.ts';
import { performance } from '../../../core/laboratory/performance.ts';
import { createResampling } from '../../../core/laboratory/resampling.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { createFeatures } from '../../../core/statistics/features.ts';
import { createPlainAlgebra } from '../../../plugins/plain-algebra/plain-algebra.ts';
import { takenAsTheyAre } from '../../support/fitted-networks.ts';
import { memoryStore } from '../../support/memory-store.ts';

const classes = ['boats', 'cars', 'faces', 'planes'];
const [perLevel, count] = [80, 160];
const random = createRandomStreams('performance');

/** Stimuli of two levels; units say the class of all at level 0, and of every second one at level 6. */
const labels = Array.from({ length: count }, (_, row) => classes[row % classes.length]);
const variation = Float64Array.from({ length: count }, (_, row) => (row < perLevel ? 0 : 6));
const stimuli = { table: table({ category_name: labels, variation }) } as unknown as StimulusSet;
const data = new Float64Array(count * classes.length);
labels.forEach((_, row) => {
  const right = variation[row] === 0 || Math.floor(row / classes.length) % 2 === 0;
  data[row * classes.length + ((row + (right ? 0 : 1)) % classes.length)] = 1;
});
const layer = {
  key: 'units',
  layer: { name: 'top' },
  backbone: { id: 'net', built: { part: { family: 'cnn' } } },
  features: async () => createFeatures({ rows: count, columns: classes.length, data }, createPlainAlgebra()),
} as unknown as LayerFeatures;
const readout = { key: 'units', part: takenAsTheyAre } as unknown as Built<Readout>;
const task = { label: 'category_name', readout, folds: 4 };

describe('performance', () => {
  test.each(['percentile', 'bca'] as const)(
    'has a %s interval at every level of variation',
    async (interval) => {
      const resampling = createResampling({ draws: 300, level: 0.95, interval }, random);
      let folds = 0;
      const measured = await performance(layer, task, stimuli, {
        store: memoryStore,
        resampling,
        random,
        onFold: () => folds++,
      });
      expect(folds).toBe(2 * task.folds);
      expect(measured.accuracy).toBeCloseTo(0.75, 12);
      const { V0, V6 } = measured.byVariation;
      expect(V0).toMatchObject({ accuracy: 1, stimuli: perLevel });
      expect([V0.interval.low, V0.interval.high]).toEqual([1, 1]);
      expect(V6).toMatchObject({ accuracy: 0.5, stimuli: perLevel });
      const error = Math.sqrt(0.25 / perLevel);
      expect(V6.interval.low).toBeGreaterThan(0.5 - 2.6 * error);
      expect(V6.interval.low).toBeLessThan(0.5 - 1.4 * error);
      expect(V6.interval.high).toBeGreaterThan(0.5 + 1.4 * error);
      expect(V6.interval.high).toBeLessThan(0.5 + 2.6 * error);
    },
  );

  test('of a level that some draws miss counts the others', async () => {
    const resampling = createResampling({ draws: 300, level: 0.95, interval: 'percentile' }, random);
    const rare = Float64Array.from(variation, (_, row) => (row < 1 ? 0 : 6));
    const few = { table: table({ category_name: labels, variation: rare }) } as unknown as StimulusSet;
    const asked = { store: memoryStore, resampling, random, onFold: () => undefined };
    const { byVariation } = await performance(layer, task, few, asked);
    expect(byVariation.V0).toEqual({ accuracy: 1, interval: { low: 1, high: 1, level: 0.95 }, stimuli: 1 });
  });

  test('need not be fitted again where the store has it', async () => {
    const resampling = createResampling({ draws: 10, level: 0.95, interval: 'percentile' }, random);
    const asked = { store: memoryStore, resampling, random };
    const full = { ...memoryStore, has: async () => true };
    expect(await isClassified(layer, task, stimuli, asked)).toBe(false);
    expect(await isClassified(layer, task, stimuli, { ...asked, store: full })).toBe(true);
  });
});
