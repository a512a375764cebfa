import { beforeAll, describe, expect, test } from '@jest/globals';
import { numbers, strings } from '../../../core/assembly/table.ts';
import type { StimulusSource } from '../../../core/contracts/stimuli.ts';
import { frameAt } from '../../../core/pictures/frames.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import plugin from '../../../plugins/joined-stimuli/index.ts';
import { createRenderedObjects } from '../../support/rendered-objects.ts';

let sources: Map<string, StimulusSource>;
beforeAll(async () => {
  const still = { imagesPerObject: { V0: 1 } };
  sources = new Map([
    ['still', await createRenderedObjects(still)],
    ['moved', await createRenderedObjects({ imagesPerObject: { V6: 2 } }, { seed: 'other' })],
    ['large', await createRenderedObjects({ ...still, size: 48 })],
  ]);
});

async function join(...from: readonly object[]): Promise<StimulusSource> {
  return plugin.create(
    plugin.options.parse({ from }),
    {},
    {
      id: 'joined',
      random: createRandomStreams('joined'),
      resolvePath: (path) => path,
      stimulusSources: sources,
    },
  );
}

const firstCategory = async () =>
  strings((await (sources.get('still') as StimulusSource).describe()).table, 'category_name')[0];

describe('a joined set', () => {
  test('has what was taken, labelled anew, drawn by its own source', async () => {
    const category = await firstCategory();
    const set = await join(
      { set: 'moved', where: { category_name: category }, label: { category_name: 'wanted' } },
      { set: 'still', label: { group: 'rest' } },
    );
    const { table, format, appearances } = await set.describe();
    const still = (await sources.get('still')?.describe())?.table;
    const moved = table.length - (still?.length ?? 0);
    expect(moved).toBeGreaterThan(0);
    const levels = Array.from(numbers(table, 'variation'));
    expect(strings(table, 'set')).toEqual(levels.map((level) => (level === 6 ? 'moved' : 'still')));
    expect(strings(table, 'category_name').filter((name) => name === 'wanted')).toHaveLength(moved);
    expect(strings(table, 'group').slice(moved - 1, moved + 1)).toEqual(['', 'rest']);
    expect(format.width).toBe(32);
    expect(appearances).toContain('object-alone');
    const { frames } = await set.draw([moved, 0], 'presented');
    expect(frameAt(frames, 0).data).toEqual(
      (await sources.get('still')?.draw([0], 'presented'))?.frames.data,
    );
    expect(frameAt(frames, 1).data).toEqual(
      (await sources.get('moved')?.draw([0], 'presented'))?.frames.data,
    );
  });

  test('takes some evenly', async () => {
    const { table } = await (await join({ set: 'moved', take: 2 })).describe();
    const all = (await sources.get('moved')?.describe())?.table;
    const ids = all ? strings(all, 'stimulus_id') : [];
    expect(strings(table, 'stimulus_id')).toEqual([
      ids[Math.floor(ids.length / 4)],
      ids[Math.floor((3 * ids.length) / 4)],
    ]);
  });
});

describe('mistakes are named', () => {
  test.each([
    [{ set: 'still', where: { colour: 'red' } }, 'the stimulus set "still" has no column "colour"'],
    [{ set: 'still', where: { category_name: 'ghosts' } }, 'has no value "ghosts"'],
    [{ set: 'still', take: 999 }, /take: there are \d+ such stimuli in "still", not 999/],
    [{ set: 'nowhere' }, 'there is no stimulus set "nowhere" to join'],
  ])('%j', async (taken, message) => {
    await expect(join(taken)).rejects.toThrow(message);
  });

  test('pictures of other sizes', async () => {
    await expect(join({ set: 'still' }, { set: 'large' })).rejects.toThrow(
      'the pictures of "large" (48 x 48 pixels, grey, 8 degrees) cannot be joined with those of "still" ' +
        '(32 x 32 pixels, grey, 8 degrees)',
    );
  });
});
