import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Tensors } from '../../../core/contracts/tensors.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import plugin from '../../../plugins/random-filter/index.ts';
import { grid } from '../../../plugins/random-filter/sampler.ts';
import { startTensorEngine } from '../../support/tensor-engine.ts';

const streams = createRandomStreams('random-filter');
const side = 32;
const small = { size: side, depth: 2 };

describe('random-filter', () => {
  let tensors: Tensors;
  beforeAll(async () => {
    tensors = await startTensorEngine();
  });

  const create = (options: object, name = 'one') =>
    plugin.create(
      plugin.options.parse(options),
      { tensors },
      { id: name, random: streams.scope(name), resolvePath: (path) => path },
    );

  async function show(options: object, picture: Uint8Array, name?: string): Promise<Float32Array> {
    const backbone = await create(options, name);
    const last = backbone.layers.at(-1)?.name ?? '';
    const frames = { count: 1, height: side, width: side, channels: 1 as const, data: picture };
    const format = { width: side, height: side, channels: 1 as const, degrees: 8 };
    return (await backbone.activations(frames, format, [last])).get(last) ?? new Float32Array();
  }

  const stream = streams.stream('picture');
  const picture = Uint8Array.from({ length: side * side }, () => 20 + 2 * stream.integer(60));

  /** Largest difference over the largest value. */
  function difference(values: Float32Array, others: Float32Array): number {
    const largest = Math.max(...Array.from(values, Math.abs));
    return Math.max(...values.map((value, unit) => Math.abs(value - others[unit]))) / largest;
  }

  test('reads its layers on a grid of few places', async () => {
    expect((await create({})).layers).toEqual([
      { name: 'layer1', shape: [8, 8, 64] },
      { name: 'layer2', shape: [8, 8, 128] },
      { name: 'layer3', shape: [8, 8, 256] },
    ]);
    expect((await create({ size: 40, depth: 2, grid: 6 })).layers.map(({ shape }) => shape)).toEqual([
      [5, 5, 64],
      [5, 5, 128],
    ]);
    expect((await create({ layers: [{ filters: 3 }] })).layers).toEqual([
      { name: 'layer1', shape: [8, 8, 3] },
    ]);
    expect(() => plugin.options.parse({ depth: 2, layers: [{}] })).toThrow('as many as `layers` lists');
  });

  test('contrast and brightness matter only where the normalisation of the picture lets them', async () => {
    const faint = picture.map((value) => value / 2);
    const strong = { ...small, normalise: { region: 9, gain: 10, threshold: 0.1 } };
    expect(difference(await show(strong, picture), await show(strong, faint))).toBeLessThan(1e-5);
    const weak = { ...small, normalise: { region: 9, gain: 0.1, threshold: 10 } };
    expect(difference(await show(weak, picture), await show(weak, faint))).toBeGreaterThan(0.1);
    const brighter = picture.map((value) => value + 60);
    expect(difference(await show(strong, picture), await show(strong, brighter))).toBeGreaterThan(0.01);
    const centred = { ...strong, normalise: { ...strong.normalise, removeMean: true } };
    expect(difference(await show(centred, picture), await show(centred, brighter))).toBeLessThan(1e-4);
  });

  test('instances differ in their weights, each the same every time', async () => {
    const first = await show(small, picture);
    expect(await show(small, picture)).toEqual(first);
    expect(difference(first, await show(small, picture, 'other'))).toBeGreaterThan(0.1);
  });

  describe('its sampler', () => {
    const draw = (index: number, fixed: object = {}) =>
      plugin.sampler?.(streams.stream(`samples/random-${index}`), fixed) ?? {};
    const members = Array.from({ length: 200 }, (_, index) => draw(index + 1));

    test('draws 200 members that differ, are valid, and come again', () => {
      expect(new Set(members.map((member) => JSON.stringify(member))).size).toBe(200);
      expect(members.map((_, index) => draw(index + 1))).toEqual(members);
      for (const member of members) expect(plugin.options.parse(member)).toMatchObject(member);
    });

    test('uses every value of its grid and no other', () => {
      const drawn = (values: (member: (typeof members)[number]) => readonly unknown[]) =>
        new Set(members.flatMap(values));
      expect(drawn(({ depth }) => [depth])).toEqual(new Set(grid.depth));
      grid.filters.forEach((filters, index) => {
        expect(drawn(({ layers }) => (layers?.[index] ? [layers[index].filters] : []))).toEqual(
          new Set(filters),
        );
      });
      for (const name of ['kernel', 'minimum', 'maximum', 'pool', 'exponent'] as const)
        expect(drawn(({ layers = [] }) => layers.map((layer) => layer[name]))).toEqual(
          new Set<unknown>(grid[name]),
        );
      for (const name of ['region', 'removeMean', 'gain', 'threshold'] as const)
        expect(
          drawn(({ normalise, layers = [] }) =>
            [normalise, ...layers.map((layer) => layer.normalise)].map((own) => own?.[name]),
          ),
        ).toEqual(new Set<unknown>(grid[name]));
    });

    test('keeps the depth that is given, and layers as they are', () => {
      for (let index = 0; index < 20; index++) {
        expect(draw(index, { depth: 2 }).layers).toHaveLength(2);
        const { layers } = plugin.options.parse({ layers: [{ filters: 5 }] });
        const member = draw(index, { layers });
        expect(plugin.options.parse({ ...member, layers }).layers).toEqual(layers);
      }
    });
  });
});
