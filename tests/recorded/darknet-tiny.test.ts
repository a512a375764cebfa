import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import jpeg from 'jpeg-js';
import type { Frames } from '../../core/contracts/pictures.ts';
import { decodePng } from '../../core/pictures/png.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import plugin from '../../plugins/tfjs-layers-model/index.ts';
import { startTensorEngine } from '../support/tensor-engine.ts';
import { dataFolder } from './folder.ts';

function readPicture(file: string): Frames {
  const bytes = readFileSync(file);
  if (file.endsWith('.png')) return decodePng(bytes, file);
  const { width, height, data } = jpeg.decode(bytes, { useTArray: true, formatAsRGBA: false });
  return { count: 1, width, height, channels: 3, data };
}

/** The largest square in the middle of an RGB picture. */
function centreCrop({ width, height, data }: Frames): Frames {
  const side = Math.min(width, height);
  const left = Math.floor((width - side) / 2);
  const top = Math.floor((height - side) / 2);
  const square = new Uint8Array(side * side * 3);
  for (let row = 0; row < side; row++) {
    const start = 3 * ((top + row) * width + left);
    square.set(data.subarray(start, start + 3 * side), 3 * row * side);
  }
  return { count: 1, width: side, height: side, channels: 3, data: square };
}

function softmax(logits: Float32Array): number[] {
  const highest = Math.max(...logits);
  const powers = Array.from(logits, (logit) => Math.exp(logit - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

(dataFolder ? describe : describe.skip)('darknet-tiny on photographs', () => {
  const folder = dataFolder ?? '';

  test.each([
    ['bird.png', 'chickadee', 0.992],
    ['parrot.jpg', 'macaw', 0.996],
    ['dragonfly.png', 'dragonfly', 0.662],
    ['hot_dog.jpg', 'hotdog', 0.586],
    ['cat.png', 'Egyptian cat', 0.354],
  ])('%s is a %s', async (name, label, probability) => {
    const labels = readFileSync(join(folder, 'darknet-tiny/imagenet.shortnames.list'), 'utf8').split('\n');
    const options = plugin.options.parse({
      model: 'darknet-tiny/model.json',
      layers: { output: 'global_average_pooling2d_1' },
    });
    const instance = {
      id: 'darknet-tiny',
      random: createRandomStreams('darknet-tiny'),
      resolvePath: (path: string) => join(folder, path),
    };
    const backbone = await plugin.create(options, { tensors: await startTensorEngine() }, instance);
    const picture = centreCrop(readPicture(join(folder, 'pictures', name)));
    expect(backbone.warnings).toEqual([]);
    const { width, height, channels } = picture;
    const format = { width, height, channels, degrees: 8 };
    const activations = await backbone.activations(picture, format, ['output']);
    const probabilities = softmax(activations.get('output') ?? new Float32Array());
    const best = probabilities.indexOf(Math.max(...probabilities));
    expect(labels[best]).toBe(label);
    expect(Math.abs(probabilities[best] - probability)).toBeLessThan(0.005);
  });
});
