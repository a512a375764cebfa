import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { numbers, table } from '../../../core/assembly/table.ts';
import type { Frames } from '../../../core/contracts/pictures.ts';
import type { Drawing, StimulusSource } from '../../../core/contracts/stimuli.ts';
import type { Built } from '../../../core/laboratory/builder.ts';
import { createStimulusSet, type FillBlocks } from '../../../core/laboratory/stimulus-sets.ts';
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

describe('a sample of a stimulus set', () => {
  const silent = { info: () => undefined, warn: () => undefined };
  const progress = { step: () => ({ advance: () => undefined, finish: () => undefined }) };
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'neuroid-sets-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('is drawn without its blocks, once', async () => {
    const services = { store: createStore(folder, silent), progress };
    const rows = [299, 1, 150];
    const { built, drawn } = squares();
    const frames = await (await createStimulusSet(built, services)).sample(rows);
    expect(drawn).toEqual(rows);
    const again = squares();
    const set = await createStimulusSet(again.built, services);
    expect(await set.sample(rows)).toEqual(frames);
    expect(again.drawn).toEqual([]);
    expect(await set.frames(rows)).toEqual(frames);
  });

  test('is read from blocks that are there', async () => {
    const services = { store: createStore(folder, silent), progress };
    const { built, drawn } = squares();
    const set = await createStimulusSet(built, services);
    await set.fill('presented', 1);
    const before = drawn.length;
    expect(await set.sample([200, 130])).toEqual(await set.frames([200, 130]));
    expect(drawn).toHaveLength(before);
  });
});

describe('a stimulus set that other processes draw', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'neuroid-sets-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const silent = { info: () => undefined, warn: () => undefined };
  const progress = { step: () => ({ advance: () => undefined, finish: () => undefined }) };

  /** A set whose blocks another set of the same store draws, one whenever `let` is called. */
  async function open(fail?: Error) {
    const store = createStore(folder, silent);
    const worker = await createStimulusSet(squares().built, { store, progress });
    const order: number[] = [];
    let start = (_draw: () => Promise<void>) => {};
    const started = new Promise<() => Promise<void>>((resolve) => {
      start = resolve;
    });
    const fillBlocks: FillBlocks = (_id, appearance, queue) =>
      new Promise((resolve, reject) => {
        start(async () => {
          if (fail) return reject(fail);
          const block = queue.take();
          if (block === undefined) return resolve();
          order.push(block);
          await worker.fill(appearance, block);
          queue.drawn(block);
        });
      });
    const { built, drawn } = squares();
    const set = await createStimulusSet(built, { store, progress, fillBlocks });
    const draw = async () => {
      const drawOne = await started;
      await nothing();
      await drawOne();
    };
    return { set, order, drawn, draw };
  }

  test('gives rows as soon as their block is there, and has it drawn first', async () => {
    const { set, order, drawn, draw } = await open();
    const frames = set.frames([290, 299]);
    await expect(Promise.race([frames, nothing()])).resolves.toBeUndefined();
    await draw();
    expect(Array.from((await frames).data.slice(0, 2))).toEqual([255, 0]);
    expect(order).toEqual([2]);
    expect(drawn).toEqual([]);
  });

  test('gives blocks when all are there', async () => {
    const { set, order, draw } = await open();
    const first = set.blocks()[Symbol.asyncIterator]().next();
    for (let block = 0; block < 3; block++) {
      await expect(Promise.race([first, nothing()])).resolves.toBeUndefined();
      await draw();
    }
    expect((await first).value.start).toBe(0);
    expect(order).toEqual([0, 1, 2]);
  });

  test('tells whoever waits that drawing failed', async () => {
    const { set, draw } = await open(new Error('the worker died'));
    const frames = set.frames([0]);
    await draw();
    await expect(frames).rejects.toThrow('the worker died');
  });
});

/** Long enough for whatever needs no drawing. */
async function nothing(): Promise<undefined> {
  for (let turn = 0; turn < 50; turn++) await nextTurn();
  return undefined;
}
