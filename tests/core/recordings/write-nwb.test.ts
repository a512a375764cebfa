import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { assembly } from '../../../core/assembly/assembly.ts';
import { openNwb } from '../../../core/recordings/nwb-recording.ts';
import { writeNwb } from '../../../core/recordings/write-nwb.ts';
import { runPython, testWithPython } from '../../support/python.ts';

const presentations = 70_000;
const data = Float64Array.from({ length: presentations * 3 }, (_, index) =>
  index % 7 === 0 ? Number.NaN : index / 3,
);
const responses = assembly({
  dimensions: ['presentation', 'neuroid'],
  shape: [presentations, 3],
  data,
  coordinates: {
    stimulus_id: {
      dimension: 'presentation',
      values: Array.from({ length: presentations }, (_, row) => `Bär ${row % 9}`),
    },
    repetition: {
      dimension: 'presentation',
      values: Float64Array.from({ length: presentations }, (_, row) => Math.floor(row / 9)),
    },
    tags: { dimension: 'presentation', values: Array.from({ length: presentations }, () => 'x') },
    neuroid_id: { dimension: 'neuroid', values: ['ä', 'b', '猫'] },
    region: { dimension: 'neuroid', values: ['V4', 'IT', 'IT'] },
    depth: { dimension: 'neuroid', values: Float64Array.of(0.1, 1 / 3, -2) },
  },
  attributes: { identifier: 'Größe.IT', unit: 'spikes', simulated: true, description: 'Made up.' },
});

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'neuroid-nwb-'));
  path = join(folder, 'written.nwb');
  await writeNwb(path, responses);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('comes back with every bit and name', async () => {
  const source = await openNwb(path, 'stimulus_id');
  const back = new Float64Array(data.length);
  await source.read([0, 1, 2], { bins: 'mean' }, (presentation, _, column, value) => {
    back[presentation * 3 + column] = value;
  });
  source.close();
  expect(back).toEqual(data);
  const { stimulus_id, repetition, neuroid_id, region, depth } = responses.coordinates;
  expect(source.presentations.columns).toMatchObject({
    stimulus_id: stimulus_id.values,
    repetition: repetition.values,
  });
  expect(source.neuroids.columns).toMatchObject({
    neuroid_id: neuroid_id.values,
    region: region.values,
    depth: depth.values,
  });
  expect(source.attributes).toEqual({ unit: 'spikes' });
});

testWithPython(['numpy', 'pynwb'], 'PyNWB validates and opens it', async () => {
  expect(runPython('read-nwb.py', path)).toEqual({
    errors: [],
    session: 'Simulated responses, times nominal: one presentation per second. Made up.',
    trials: {
      start_time: [0, 1, 2],
      stop_time: [1, 2, 3],
      stimulus_id: ['Bär 0', 'Bär 1', 'Bär 2'],
      repetition: [0, 0, 0],
      presentation_tags: ['x', 'x', 'x'],
    },
    units: { neuroid_id: ['ä', 'b', '猫'], region: ['V4', 'IT', 'IT'], depth: [0.1, 1 / 3, -2] },
    unit: 'spikes',
    bytes: createHash('sha256').update(new Uint8Array(data.buffer)).digest('hex'),
  });
});

test('time bins are refused', async () => {
  const binned = assembly({
    dimensions: ['presentation', 'neuroid', 'time_bin'],
    shape: [1, 1, 1],
    data: new Float32Array(1),
  });
  await expect(writeNwb(join(folder, 'binned.nwb'), binned)).rejects.toThrow(
    'binned.nwb: time bins are not written to NWB; choose .nc or .zarr.',
  );
});
