import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { numbers, table } from '../../../core/assembly/table.ts';
import type { Frames } from '../../../core/contracts/pictures.ts';
import type { Drawing, StimulusSource } from '../../../core/contracts/stimuli.ts';
import type { Built } from '../../../core/laboratory/builder.ts';
import { createStimulusSet } from '../../../core/laboratory/stimulus-sets.ts';
import { createStore } from '../../../core/store/store.ts';

const side = 6;
const count = 300;

/** Squares at the upper left corner: row r is 1 + r % 5 pixels wide. */
function squares({ hasMasks = true } = {}) {
  const drawn: number[] = [];
  const draw = async (rows: readonly number[]): Promise<Drawing> => {
    drawn.push(...rows);
    const data = new Uint8Array(rows.length * side * side);
    rows.forEach((row, position) => {
      for (let y = 0; y <= row % 5; y++)
        for (let x = 0; x <= row % 5; x++) data[position * side * side + y * side + x] = 255;
    });
    const frames: Frames = { count: rows.length, height: side, width: side, channels: 1, data };
    return {
      frames,
      ...(hasMasks && { masks: frames, visible: Float64Array.from(rows, (row) => row / count) }),
    };
  };
  const part: StimulusSource = {
    describe: async () => ({
      table: table({ stimulus_id: Array.from({ length: count }, (_, row) => `square-${row}`) }),
      format: { width: side, height: side, channels: 1, degrees: 8 },
      appearances: ['presented'],
    }),
    draw,
  };
  const built = { id: 'squares', plugin: { id: 'squares' }, part, key: 'squares' };
  return { drawn, built: built as unknown as Built<StimulusSource> };
}

describe('silhouettes of a stimulus set', () => {
  const silent = { info: () => undefined, warn: () => undefined };
  const progress = { step: () => ({ advance: () => undefined, finish: () => undefined }) };
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'neuroid-sets-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('are measured on every mask in row order, and once', async () => {
    const services = { store: createStore(folder, silent), progress };
    const { built, drawn } = squares();
    const silhouettes = await (await createStimulusSet(built, services)).silhouettes();
    const rows = Array.from({ length: count }, (_, row) => row);
    expect(Array.from(numbers(silhouettes, 'retinal_area'))).toEqual(rows.map((row) => (1 + (row % 5)) ** 2));
    expect(Array.from(numbers(silhouettes, 'bounding_box_width'))).toEqual(rows.map((row) => 1 + (row % 5)));
    expect(Array.from(numbers(silhouettes, 'visible_fraction'))).toEqual(rows.map((row) => row / count));
    expect(drawn).toEqual(rows);
    const again = squares();
    expect(await (await createStimulusSet(again.built, services)).silhouettes()).toEqual(silhouettes);
    expect(again.drawn).toEqual([]);
  });

  test('are refused where no objects are known', async () => {
    const set = await createStimulusSet(squares({ hasMasks: false }).built, {
      store: createStore(folder, silent),
      progress,
    });
    await expect(set.silhouettes()).rejects.toThrow(
      'the stimulus set "squares" knows no objects, so their silhouettes cannot be measured.',
    );
  });
});
