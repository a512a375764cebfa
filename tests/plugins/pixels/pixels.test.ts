import { describe, expect, test } from '@jest/globals';
import { createRandomStreams } from '../../../core/random/streams.ts';
import plugin from '../../../plugins/pixels/index.ts';

const instance = { id: 'pixels', random: createRandomStreams('pixels'), resolvePath: (path: string) => path };

async function show(options: object, side: number, channels: 1 | 3, data: readonly number[]) {
  const backbone = await plugin.create(plugin.options.parse(options), {}, instance);
  const frames = { count: 1, height: side, width: side, channels, data: Uint8Array.from(data) };
  const format = { width: side, height: side, channels, degrees: 8 };
  const activations = await backbone.activations(frames, format, ['pixels']);
  return { layers: backbone.layers, values: Array.from(activations.get('pixels') ?? []) };
}

describe('pixels', () => {
  test('gives the pixels from 0 black to 1 white', async () => {
    const { layers, values } = await show({ size: 2 }, 2, 1, [0, 51, 204, 255]);
    expect(layers).toEqual([{ name: 'pixels', shape: [2, 2, 1] }]);
    [0, 0.2, 0.8, 1].forEach((expected, pixel) => {
      expect(values[pixel]).toBeCloseTo(expected, 6);
    });
  });

  test('shrinks pictures by averaging', async () => {
    const { values } = await show({ size: 1 }, 2, 1, [0, 100, 100, 200]);
    expect(values[0]).toBeCloseTo(100 / 255, 6);
  });

  test('keeps colour on request', async () => {
    const { layers, values } = await show({ size: 1, color: 'rgb' }, 1, 3, [255, 0, 51]);
    expect(layers[0].shape).toEqual([1, 1, 3]);
    expect(values[2]).toBeCloseTo(0.2, 6);
  });
});
