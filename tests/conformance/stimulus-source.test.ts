import { beforeAll, describe, expect, test } from '@jest/globals';
import { strings } from '../../core/assembly/table.ts';
import type { Instance, Plugin } from '../../core/contracts/plugin.ts';
import type { StimulusDescriptions, StimulusSource } from '../../core/contracts/stimuli.ts';
import { frameAt } from '../../core/pictures/frames.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import controlStimuli from '../../plugins/control-stimuli/index.ts';
import joinedStimuli from '../../plugins/joined-stimuli/index.ts';
import { createRenderedObjects } from '../support/rendered-objects.ts';

const rendered = (seed: string) =>
  createRenderedObjects({ perCategory: 1, imagesPerObject: { V0: 1, V6: 1 } }, { seed });

async function derived(plugin: unknown, options: object, seed: string): Promise<StimulusSource> {
  const { create, options: schema } = plugin as Plugin<StimulusSource>;
  const instance: Instance = {
    id: 'set',
    random: createRandomStreams(seed),
    resolvePath: (path) => path,
    stimulusSources: new Map([['objects', await rendered(seed)]]),
  };
  return create(schema.parse(options), {}, instance);
}

const cases = [
  { id: 'rendered-objects', create: rendered },
  {
    id: 'control-stimuli',
    create: (seed: string) =>
      derived(controlStimuli, { of: 'objects', controls: ['phase-scrambled', 'silhouette'] }, seed),
  },
  {
    id: 'joined-stimuli',
    create: (seed: string) => derived(joinedStimuli, { from: [{ set: 'objects', take: 5 }] }, seed),
  },
];

describe.each(cases)('stimulus source: $id', ({ create }) => {
  let source: StimulusSource;
  let described: StimulusDescriptions;
  beforeAll(async () => {
    source = await create('seed');
    described = await source.describe();
  });

  test('names every stimulus and its file once', () => {
    for (const column of ['stimulus_id', 'filename'])
      expect(new Set(strings(described.table, column)).size).toBe(described.table.length);
    expect(described.appearances).toContain('presented');
  });

  test('describes the same again, and something else for another seed', async () => {
    expect(await (await create('seed')).describe()).toEqual(described);
    const other = (await (await create('other seed')).describe()).table;
    expect(strings(other, 'stimulus_id')).not.toEqual(strings(described.table, 'stimulus_id'));
  });

  test('draws every appearance that it gives, in the format that it states', async () => {
    const { width, height, channels } = described.format;
    for (const appearance of described.appearances) {
      const { frames, masks, visible } = await source.draw([0, 1], appearance);
      expect(frames).toMatchObject({ count: 2, width, height, channels });
      expect(frames.data).toHaveLength(2 * width * height * channels);
      if (masks) expect(masks).toMatchObject({ count: 2, width, height, channels: 1 });
      for (const share of visible ?? []) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    }
  });

  test('draws a row alike whatever else is drawn, and in whatever order', async () => {
    const last = described.table.length - 1;
    const together = await source.draw([last, 0, 1], 'presented');
    for (const [position, row] of [last, 0].entries()) {
      const alone = await (await create('seed')).draw([row], 'presented');
      expect(frameAt(together.frames, position).data).toEqual(alone.frames.data);
    }
  });

  test('gives depth and normals where they are asked for and it has them', async () => {
    const { geometry } = await source.draw([0], 'presented', { geometry: true });
    const { width, height } = described.format;
    for (const { depth, normals } of geometry ?? []) {
      expect(depth).toHaveLength(width * height);
      expect(normals).toHaveLength(3 * width * height);
    }
  });

  test('refuses rows that are not there', async () => {
    await expect(source.draw([described.table.length], 'presented')).rejects.toThrow(RangeError);
  });
});
