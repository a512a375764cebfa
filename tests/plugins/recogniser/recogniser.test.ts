import { beforeAll, describe, expect, test } from '@jest/globals';
import { strings } from '../../../core/assembly/table.ts';
import { sliceFrames } from '../../../core/backbones/batches.ts';
import { unitsOf } from '../../../core/backbones/layers.ts';
import type { Backbone } from '../../../core/contracts/backbone.ts';
import type { Tensors } from '../../../core/contracts/tensors.ts';
import { withChannels } from '../../../core/pictures/channels.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { mean } from '../../../core/statistics/summaries.ts';
import pixels from '../../../plugins/pixels/index.ts';
import recogniser from '../../../plugins/recogniser/index.ts';
import { renderSet } from '../../support/render-set.ts';
import { type StimulusParts, stimulusSetOf } from '../../support/stimuli.ts';
import { startTensorEngine } from '../../support/tensor-engine.ts';

const instance = { id: 'recogniser', random: createRandomStreams('r'), resolvePath: (path: string) => path };

let tensors: Tensors;
let pictures: Record<'grey' | 'rgb', StimulusParts>;

beforeAll(async () => {
  tensors = await startTensorEngine();
  const views = { imagesPerObject: { V3: 2 }, size: 96 };
  const objects = { set: 'test', perCategory: 4 };
  const rgb = await renderSet('shown', objects, { ...views, color: 'rgb' }, ['presented']);
  pictures = { rgb, grey: { ...rgb, presented: withChannels(rgb.presented, 1) } };
});

/** Share of pictures whose most similar picture, of all others in which another object stands, is of the same category. */
async function nearestAgrees(backbone: Backbone, layer: string, shown: StimulusParts): Promise<number> {
  const { format } = stimulusSetOf(shown);
  const values = (await backbone.activations(shown.presented, format, [layer])).get(layer) ?? [];
  const units = unitsOf(backbone.layers.find(({ name }) => name === layer) ?? backbone.layers[0]);
  const rows = Array.from({ length: shown.presented.count }, (_, row) =>
    standardised(Array.from({ length: units }, (_unit, unit) => values[row * units + unit])),
  );
  const [categories, objects] = ['category_name', 'object_name'].map((name) => strings(shown.table, name));
  const agrees = rows.map((row, index) => {
    const others = rows.map((other, place) =>
      objects[place] === objects[index] ? Number.NEGATIVE_INFINITY : dot(row, other),
    );
    return categories[others.indexOf(Math.max(...others))] === categories[index] ? 1 : 0;
  });
  return mean(agrees);
}

function standardised(values: readonly number[]): number[] {
  const middle = mean(values);
  const length = Math.hypot(...values.map((value) => value - middle)) || 1;
  return values.map((value) => (value - middle) / length);
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, index) => sum + value * right[index], 0);
}

describe('recogniser', () => {
  test.each([
    ['grey', 96],
    ['rgb', 96],
    ['grey', 64],
  ] as const)('tells objects that it never saw apart in %s pictures, at %i pixels', async (color, size) => {
    const network = await recogniser.create(recogniser.options.parse({ size }), { tensors }, instance);
    const agreement = await nearestAgrees(network, 'pool', pictures[color]);
    const base = await pixels.create(pixels.options.parse({}), {}, instance);
    const ofPixels = await nearestAgrees(base, 'pixels', pictures[color]);
    expect(agreement).toBeGreaterThan(ofPixels + 0.1);
  });

  test.each([
    [32, 2],
    [48, 3],
    [64, 3],
    [96, 3],
    [128, 3],
    [256, 3],
  ])('at %i pixels, pool is the mean of windows, %i to a side', async (size, side) => {
    const network = await recogniser.create(recogniser.options.parse({ size }), { tensors }, instance);
    expect(network.layers.find(({ name }) => name === 'windows')?.shape).toEqual([side, side, 256]);
    const { format } = stimulusSetOf(pictures.rgb);
    const two = sliceFrames(pictures.rgb.presented, 0, 2);
    const read = await network.activations(two, format, ['windows', 'pool']);
    const [windows, pool] = ['windows', 'pool'].map((name) => Array.from(read.get(name) ?? []));
    const means = pool.map((_, index) => {
      const first = Math.floor(index / 256) * side * side * 256 + (index % 256);
      return mean(Array.from({ length: side * side }, (_window, window) => windows[first + window * 256]));
    });
    expect(pool).toHaveLength(2 * 256);
    expect(Math.max(...pool.map((value, index) => Math.abs(value - means[index])))).toBeLessThan(1e-5);
  });
});
