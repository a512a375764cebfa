import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { table } from '../../../core/assembly/table.ts';
import { unitsOf } from '../../../core/backbones/layers.ts';
import type { Layer } from '../../../core/contracts/backbone.ts';
import type { Matrix } from '../../../core/contracts/linear-algebra.ts';
import type { StimulusSet } from '../../../core/contracts/stimuli.ts';
import { type FeatureServices, layerFeatures } from '../../../core/laboratory/layer-features.ts';
import type { StagedBackbone } from '../../../core/laboratory/staged-backbone.ts';
import { readUnits } from '../../../core/laboratory/unit-reading.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import type { ActivationOptions } from '../../../core/scene/schema.ts';
import { createStore } from '../../../core/store/store.ts';
import { createPlainAlgebra } from '../../../plugins/plain-algebra/plain-algebra.ts';
import { stimulusSetOf } from '../../support/stimuli.ts';

const random = createRandomStreams('layer features');
const algebra = createPlainAlgebra();
const layers: Layer[] = [
  { name: 'wide', shape: [5, 4] },
  { name: 'narrow', shape: [6] },
];

/** Stimuli whose first two pixels are their number. */
function stimuliOf(id: string, count: number, from = 0): StimulusSet {
  const numbers = Array.from({ length: count }, (_, row) => from + row);
  return stimulusSetOf({
    id,
    table: table({ stimulus_id: numbers.map((number) => `${id}-${number}`) }),
    presented: {
      count,
      width: 2,
      height: 1,
      channels: 1,
      data: Uint8Array.from(numbers.flatMap((number) => [Math.floor(number / 256), number % 256])),
    },
  });
}

const activationOf = (stimulus: number, layer: Layer, unit: number) =>
  Math.fround(Math.cos(1 + stimulus * (unit + 1) * (unitsOf(layer) + 0.7)));

/** Remembers what it was shown, and breaks down at a stimulus if told so. */
function createBackbone(options?: ActivationOptions) {
  const shown: { stimuli: number[]; breaksAt?: number } = { stimuli: [] };
  const activations: Awaited<ReturnType<StagedBackbone['ready']>>['activations'] = async (
    { count, data },
    _format,
    names,
  ) => {
    const stimuli = Array.from({ length: count }, (_, row) => 256 * data[2 * row] + data[2 * row + 1]);
    if (shown.breaksAt !== undefined && stimuli.includes(shown.breaksAt)) throw new Error('interrupted');
    shown.stimuli.push(...stimuli);
    return new Map(
      names.map((name) => {
        const layer = layers.find((own) => own.name === name) ?? layers[0];
        const units = unitsOf(layer);
        const values = Float32Array.from({ length: count * units }, (_, index) =>
          activationOf(stimuli[Math.floor(index / units)], layer, index % units),
        );
        return [name, values] as const;
      }),
    );
  };
  const part = { family: 'test', layers, activations };
  const staged = {
    id: 'test',
    key: 'key of test',
    built: { part, plugin: { id: 'test' } },
    scored: layers,
    reading: (layer: Layer) => readUnits(layer, options, random),
    ready: async () => part,
  } as unknown as StagedBackbone;
  return { staged, shown };
}

/** Largest difference of two matrices. */
function difference(a: Matrix, b: Matrix): number {
  return a.data.reduce((largest, value, index) => Math.max(largest, Math.abs(value - b.data[index])), 0);
}

function expectSame(a: Matrix, b: Matrix): void {
  expect([a.rows, a.columns]).toEqual([b.rows, b.columns]);
  expect(difference(a, b)).toBeLessThan(1e-10);
}

describe('features of the layers of a backbone', () => {
  let folder: string;
  let services: FeatureServices;
  const count = 300;
  const stimuli = stimuliOf('test', count);
  const all = Array.from({ length: count }, (_, row) => row);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'neuroid-'));
    const log = { info: () => undefined, warn: () => undefined };
    const progress = { step: () => ({ advance: () => undefined, finish: () => undefined }) };
    services = { store: createStore(folder, log), progress, algebra };
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const kinds = async () => {
    const entries = await services.store.list();
    return entries.map(({ kind }) => kind).filter((kind) => kind === 'activations').length;
  };

  function expectValues(data: ArrayLike<number>, layer: Layer, from = 0): void {
    const units = unitsOf(layer);
    expect(data.length).toBe(count * units);
    const wrong = Array.from(data).findIndex(
      (value, index) => value !== activationOf(from + Math.floor(index / units), layer, index % units),
    );
    expect(wrong).toBe(-1);
  }

  test('one showing gives the sums of all layers; nothing else is stored', async () => {
    const { staged, shown } = createBackbone();
    for (const { features, geometry, layer, unitsRead } of layerFeatures(staged, stimuli, services)) {
      const units = unitsOf(layer);
      const values = Float64Array.from({ length: count * units }, (_, index) =>
        activationOf(Math.floor(index / units), layer, index % units),
      );
      const found = (await features()).gram();
      expectSame(found, algebra.gram({ rows: count, columns: units, data: values }));
      const { means } = await geometry();
      expect(means[7]).toBeCloseTo(values.slice(7 * units, 8 * units).reduce((a, b) => a + b) / units, 12);
      expect(unitsRead).toBeUndefined();
    }
    expect(shown.stimuli).toEqual(all);
    expect(await kinds()).toBe(0);
  });

  test('values are stored when they are first asked for, and never shown for again', async () => {
    const { staged, shown } = createBackbone();
    const [wide, narrow] = layerFeatures(staged, stimuli, services);
    const features = await wide.features();
    shown.stimuli.length = 0;
    expectValues((await features.values()).data, layers[0]);
    expectValues((await features.values()).data, layers[0]);
    expect(shown.stimuli).toEqual(all);
    expectValues((await (await narrow.features()).values()).data, layers[1]);
    expect(shown.stimuli).toHaveLength(2 * count);
  });

  test('values that readouts need come from the same one showing, of all layers', async () => {
    const { staged, shown } = createBackbone();
    for (const { layer, features } of layerFeatures(staged, stimuli, { ...services, keepValues: true }))
      expectValues((await (await features()).values()).data, layer);
    expect(shown.stimuli).toEqual(all);
  });

  test('several sets stand beside each other', async () => {
    const { staged } = createBackbone();
    const other = stimuliOf('other', count, 1000);
    const [ours] = layerFeatures(staged, stimuli, services);
    const [theirs] = layerFeatures(staged, other, services);
    const [a, b] = [await ours.features(), await theirs.features()];
    expectValues((await b.values()).data, layers[0], 1000);
    expectValues((await a.values()).data, layers[0]);
    expect(difference(b.gram(), a.gram())).toBeGreaterThan(0.1);
    expect(ours.key).not.toBe(theirs.key);
  });

  test.each(['subsample', 'projection'] as const)('a %s is stored, summed and given', async (by) => {
    const { staged, shown } = createBackbone({ units: 10, by });
    const [wide, narrow] = layerFeatures(staged, stimuli, services);
    expect([wide.units, wide.unitsRead, narrow.units, narrow.unitsRead]).toEqual([20, 10, 6, undefined]);
    const features = await wide.features();
    const values = await features.values();
    expect([features.units, values.columns]).toEqual([10, 10]);
    const whole = Float32Array.from({ length: count * 20 }, (_, index) =>
      activationOf(Math.floor(index / 20), layers[0], index % 20),
    );
    expect(values.data).toEqual(readUnits(layers[0], { units: 10, by }, random).read(whole));
    expectSame(features.gram(), algebra.gram(values));
    expectValues((await (await narrow.features()).values()).data, layers[1]);
    expect(shown.stimuli).toEqual(all);
    const [full] = layerFeatures(createBackbone().staged, stimuli, services);
    expect(full.key).not.toBe(wide.key);
  });

  test('what an interrupted run has stored is not shown again', async () => {
    const { staged, shown } = createBackbone({ units: 10, by: 'subsample' });
    const [wide] = layerFeatures(staged, stimuli, services);
    shown.breaksAt = 270;
    await expect(wide.features()).rejects.toThrow('interrupted');
    const before = shown.stimuli.length;
    expect(before).toBeGreaterThan(100);
    delete shown.breaksAt;
    await wide.features();
    expect(shown.stimuli).toEqual(all);
    expect(shown.stimuli.length).toBeGreaterThan(before);
  });

  test('layers beyond the memory go through the disk in slices, and leave it', async () => {
    const { staged, shown } = createBackbone();
    const small = { ...services, memory: 16 * count * 4 };
    const [wide] = layerFeatures(staged, stimuli, small);
    const gram = (await wide.features()).gram();
    expect(shown.stimuli).toEqual(all);
    expect(await kinds()).toBe(0);
    const values = await (await wide.features()).values();
    expectValues(values.data, layers[0]);
    expect(await kinds()).toBe(3 * 5);
    expectSame(gram, algebra.gram(values));
  });
});
