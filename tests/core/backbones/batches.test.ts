import { describe, expect, test } from '@jest/globals';
import { activationsInBatches } from '../../../core/backbones/batches.ts';
import type { Frames } from '../../../core/contracts/pictures.ts';

const frames: Frames = {
  count: 5,
  height: 1,
  width: 2,
  channels: 1,
  data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
};
const layers = [
  { name: 'sum', shape: [1] },
  { name: 'pixels', shape: [1, 2] },
];

const forward = ({ count, data }: Frames) => [
  Float32Array.from({ length: count }, (_, picture) => data[2 * picture] + data[2 * picture + 1]),
  Float32Array.from(data),
];

describe('activationsInBatches', () => {
  test.each([1, 2, 3, 5, 8])('joins what a model gives for %d pictures at a time', async (batch) => {
    const activations = await activationsInBatches(frames, layers, batch, forward);
    expect(Array.from(activations.get('sum') ?? [])).toEqual([3, 7, 11, 15, 19]);
    expect(Array.from(activations.get('pixels') ?? [])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('the model always sees a full batch, filled up with black', async () => {
    const seen: number[][] = [];
    await activationsInBatches(frames, layers, 3, (pictures) => {
      seen.push(Array.from(pictures.data));
      return forward(pictures);
    });
    expect(seen).toEqual([
      [1, 2, 3, 4, 5, 6],
      [7, 8, 9, 10, 0, 0],
    ]);
  });

  test('does not run the model for no layer', async () => {
    const activations = await activationsInBatches(frames, [], 3, () => {
      throw new Error('the model ran');
    });
    expect(activations.size).toBe(0);
  });
});
