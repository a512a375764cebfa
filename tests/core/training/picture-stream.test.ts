import { describe, expect, test } from '@jest/globals';
import { table } from '../../../core/assembly/table.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { shuffleInWindows } from '../../../core/training/picture-order.ts';
import { createPictureStream, splitEvenly } from '../../../core/training/picture-stream.ts';
import { stimulusSetOf } from '../../support/stimuli.ts';

const rowsTo = (count: number) => Array.from({ length: count }, (_, row) => row);
const stream = () => createRandomStreams('order').stream('epoch');

describe('order of pictures', () => {
  test('has every row once, and is random over all where the window holds all', () => {
    const rows = rowsTo(1000);
    const order = shuffleInWindows(rows, 1000, stream());
    expect(order.toSorted((a, b) => a - b)).toEqual(rows);
    const near = order.filter((row, index) => index > 0 && Math.abs(row - order[index - 1]) < 128);
    expect(near.length).toBeLessThan(350);
  });

  test('needs every run of neighbours in one window only', () => {
    const rows = rowsTo(2000).filter((row) => row % 3 > 0);
    const window = 300;
    const order = shuffleInWindows(rows, window, stream());
    expect(order.toSorted((a, b) => a - b)).toEqual(rows);
    const places = new Map<number, number[]>();
    order.forEach((row, place) => {
      const run = Math.floor(row / 128);
      places.set(run, [...(places.get(run) ?? []), place]);
    });
    for (const own of places.values()) expect(Math.max(...own) - Math.min(...own)).toBeLessThan(window + 128);
  });
});

describe('stream of pictures', () => {
  const count = 700;
  const set = stimulusSetOf({
    table: table({ stimulus_id: rowsTo(count).map(String) }),
    presented: {
      count,
      height: 2,
      width: 2,
      channels: 1,
      data: Uint8Array.from({ length: 4 * count }, (_, index) => Math.floor(index / 4) % 251),
    },
  });
  const counting = () => {
    let asked = 0;
    const frames: typeof set.frames = (rows, appearance) => {
      asked += rows.length;
      return set.frames(rows, appearance);
    };
    return { set: { ...set, frames }, asked: () => asked };
  };
  const input = { size: 2, channels: 1 } as const;

  test.each([4 * count, 4 * 100, 4])(
    'gives every batch its pictures when %d bytes are held',
    async (held) => {
      const batches = splitEvenly(shuffleInWindows(rowsTo(count), 100, stream()), 32);
      const seen: number[][] = [];
      for await (const { rows, frames } of createPictureStream(set, input, held).batches(batches)) {
        expect(frames.data[0]).toBe(rows[0] % 251);
        seen.push(Array.from(rows, (_, position) => frames.data[4 * position]));
      }
      expect(seen).toEqual(batches.map((rows) => rows.map((row) => row % 251)));
    },
  );

  test('asks for what it holds only once, however often it is read', async () => {
    const { set: counted, asked } = counting();
    const pictures = createPictureStream(counted, input);
    for (let epoch = 0; epoch < 3; epoch++)
      for await (const _ of pictures.batches(splitEvenly(rowsTo(count), 50)));
    expect(asked()).toBe(count);
  });

  test('batches are even', () => {
    expect(splitEvenly(rowsTo(10), 4).map(({ length }) => length)).toEqual([3, 4, 3]);
  });
});
