import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { assembly } from '../../../core/assembly/assembly.ts';
import type { Log } from '../../../core/contracts/logging.ts';
import { assemblyCodec } from '../../../core/store/assembly-codec.ts';
import { jsonCodec } from '../../../core/store/json-codec.ts';
import { createStore, type Step } from '../../../core/store/store.ts';

let folder: string;
let warnings: string[];
const log: Log = { info: () => undefined, warn: (message) => void warnings.push(message) };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'neuroid-store-'));
  warnings = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function step(value: unknown, key: number | string = 1): Step<unknown> & { computed: number } {
  const counted = {
    kind: 'numbers',
    key,
    codec: jsonCodec<unknown>(),
    computed: 0,
    compute: async () => {
      counted.computed++;
      return value;
    },
  };
  return counted;
}

const onlyArtifact = async (kind = 'numbers') => join(folder, kind, (await readdir(join(folder, kind)))[0]);

describe('a step', () => {
  test('is computed once, then read', async () => {
    const store = createStore(folder, log);
    const counted = step({ answer: 42 });
    expect(await store.getOrCompute(counted)).toEqual({ answer: 42 });
    expect(await createStore(folder, log).getOrCompute(counted)).toEqual({ answer: 42 });
    expect(counted.computed).toBe(1);
  });

  test('with another key is another artifact', async () => {
    const store = createStore(folder, log);
    await store.getOrCompute(step('one', 1));
    expect(await store.getOrCompute(step('two', 2))).toBe('two');
    expect(await store.list()).toHaveLength(2);
  });

  test('that fails leaves nothing', async () => {
    const store = createStore(folder, log);
    const failing = { ...step(0), compute: () => Promise.reject(new Error('no')) };
    await expect(store.getOrCompute(failing)).rejects.toThrow('no');
    expect(await store.list()).toEqual([]);
  });

  test('whose value cannot be written leaves nothing', async () => {
    const store = createStore(folder, log);
    await expect(store.getOrCompute(step({ value: Number.NaN }))).rejects.toThrow(
      'value is NaN, which JSON cannot hold',
    );
    expect(await store.list()).toEqual([]);
    expect(await readdir(join(folder, '.incomplete'))).toEqual([]);
  });
});

describe('a damaged artifact', () => {
  test.each([
    ['changed', (path: string) => writeFile(join(path, 'value.json'), '"other"'), 'value.json has changed'],
    ['truncated', (path: string) => writeFile(join(path, 'value.json'), ''), 'value.json has changed'],
    ['missing a file', (path: string) => rm(join(path, 'value.json')), 'value.json is missing'],
    [
      'without its manifest',
      (path: string) => rm(join(path, 'artifact.json')),
      'artifact.json cannot be read',
    ],
  ])('%s: is named, dropped and computed anew', async (_, damage, reason) => {
    const store = createStore(folder, log);
    const counted = step('right');
    await store.getOrCompute(counted);
    await damage(await onlyArtifact());
    expect((await store.verify()).map(({ damage: found }) => found)).toEqual([reason]);
    expect(await store.getOrCompute(counted)).toBe('right');
    expect(counted.computed).toBe(2);
    expect(warnings).toEqual([
      expect.stringContaining(`is damaged (${reason}); it is dropped and computed anew.`),
    ]);
    expect((await store.verify()).map(({ damage: found }) => found)).toEqual([undefined]);
  });
});

test('what a killed run left behind is swept, what a running one writes is not', async () => {
  const store = createStore(folder, log);
  await store.getOrCompute(step(1));
  const unused = 2 ** 22 + 1;
  await mkdir(join(folder, '.incomplete', `${unused}-x`));
  await mkdir(join(folder, '.incomplete', `${process.pid}-y`));
  await store.sweep();
  expect(await readdir(join(folder, '.incomplete'))).toEqual([`${process.pid}-y`]);
});

test('a folder that cannot be written is one sentence', async () => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  const store = createStore(file, log);
  await expect(store.getOrCompute(step(1))).rejects.toThrow(
    /^cannot write .*file: a file stands where a folder is needed; choose another folder\.$/,
  );
});

test('an assembly is a Zarr v3 group with dimension names, NaN and text kept', async () => {
  const store = createStore(folder, log);
  const value = assembly({
    dimensions: ['presentation', 'neuroid'],
    shape: [3, 2],
    data: Float64Array.of(0, Number.NaN, -1.5, 1 / 3, Number.MAX_VALUE, 5e-324),
    coordinates: {
      stimulus_id: { dimension: 'presentation', values: ['a', 'ä €', ''] },
      depth: { dimension: 'neuroid', values: Float64Array.of(1, 2) },
    },
    attributes: { unit: 'spikes', simulated: true },
  });
  const stored = {
    kind: 'responses',
    key: 1,
    codec: assemblyCodec<Float64Array>(),
    compute: async () => value,
  };
  await store.getOrCompute(stored);
  expect(await store.getOrCompute(stored)).toEqual(value);
  const path = await onlyArtifact('responses');
  const metadata = JSON.parse(await readFile(join(path, 'data', 'zarr.json'), 'utf8'));
  expect(metadata).toMatchObject({
    zarr_format: 3,
    node_type: 'array',
    dimension_names: ['presentation', 'neuroid'],
  });
});
