import { beforeAll, describe, expect, test } from '@jest/globals';
import { numbers, strings } from '../../../core/assembly/table.ts';
import type { StimulusDescriptions, StimulusSource } from '../../../core/contracts/stimuli.ts';
import { frameAt } from '../../../core/pictures/frames.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import plugin from '../../../plugins/control-stimuli/index.ts';
import { createRenderedObjects } from '../../support/rendered-objects.ts';

const names = [
  'intact',
  'phase-scrambled',
  'texture-scrambled',
  'silhouette',
  'line-drawing',
  'object-only',
  'background-only',
];
let source: StimulusSource;
let original: StimulusDescriptions;
let set: StimulusSource;
let described: StimulusDescriptions;

function controlsOf(from: StimulusSource | undefined, controls: readonly string[]): Promise<StimulusSource> {
  return Promise.resolve(
    plugin.create(
      plugin.options.parse({ of: 'objects', controls }),
      {},
      {
        id: 'controls',
        random: createRandomStreams('controls'),
        resolvePath: (path) => path,
        stimulusSources: new Map(from ? [['objects', from]] : []),
      },
    ),
  );
}

beforeAll(async () => {
  source = await createRenderedObjects({ perCategory: 1, imagesPerObject: { V3: 1 } });
  original = await source.describe();
  set = await controlsOf(source, names);
  described = await set.describe();
});

const rowOf = (control: string) => names.indexOf(control) * original.table.length;
const drawn = async (control: string) => set.draw([rowOf(control)], 'presented');
const darkest = (data: Uint8Array) => data.reduce((least, value) => Math.min(least, value), 255);

describe('the table', () => {
  test('has every stimulus once per control, with its columns', () => {
    const { table } = described;
    expect(table.length).toBe(names.length * original.table.length);
    expect(new Set(strings(table, 'stimulus_id')).size).toBe(table.length);
    expect([...new Set(strings(table, 'control'))]).toEqual(names);
    const ids = strings(original.table, 'stimulus_id');
    expect(strings(table, 'original_stimulus_id')).toEqual(names.flatMap(() => ids));
    const sizes = numbers(original.table, 's');
    expect(numbers(table, 's')).toEqual(Float64Array.from(names.flatMap(() => Array.from(sizes))));
  });

  test('names a stimulus alike whatever else is made', async () => {
    const fewer = await (await controlsOf(source, ['silhouette'])).describe();
    const start = rowOf('silhouette');
    expect(strings(fewer.table, 'stimulus_id')).toEqual(
      strings(described.table, 'stimulus_id').slice(start, start + original.table.length),
    );
  });
});

describe('pictures', () => {
  test('are the stimulus itself, its object and its background', async () => {
    for (const [control, appearance] of [
      ['intact', 'presented'],
      ['object-only', 'object-in-place'],
      ['background-only', 'background-alone'],
    ] as const)
      expect((await drawn(control)).frames).toEqual((await source.draw([0], appearance)).frames);
  });

  test('silhouettes are black where the object is, grey elsewhere', async () => {
    const { frames, masks } = await drawn('silhouette');
    frames.data.forEach((value, pixel) => {
      expect(value).toBe(Math.round(128 * (1 - (masks?.data[pixel] ?? 0) / 255)));
    });
    expect(darkest(frames.data)).toBe(0);
  });

  test('line drawings have dark lines on white, and the outline among them', async () => {
    const { frames, masks } = await drawn('line-drawing');
    const ink = frames.data.filter((value) => value < 128).length;
    expect(ink).toBeGreaterThan(10);
    expect(ink).toBeLessThan(frames.data.length / 2);
    const beside = frames.data.filter((_, pixel) => masks?.data[pixel] === 0);
    expect(beside.filter((value) => value === 255).length / beside.length).toBeGreaterThan(0.9);
  });

  test('scrambles differ from the stimulus and have no object', async () => {
    for (const control of ['phase-scrambled', 'texture-scrambled']) {
      const { frames, masks, visible } = await drawn(control);
      expect(frames.data).not.toEqual((await source.draw([0], 'presented')).frames.data);
      expect(masks?.data.every((value) => value === 0)).toBe(true);
      expect(visible).toEqual(Float64Array.of(0));
    }
  });

  test('do not depend on the other rows', async () => {
    const rows = names.map((name) => rowOf(name));
    const together = await set.draw(rows, 'presented');
    for (const position of [1, 3])
      expect(frameAt(together.frames, position)).toEqual(
        (await set.draw([rows[position]], 'presented')).frames,
      );
  });

  test('ground truth is the object where it can be told, else nothing', async () => {
    const alone = await source.draw([0], 'object-alone');
    const { frames } = await set.draw([rowOf('silhouette'), rowOf('phase-scrambled')], 'object-alone');
    expect(frameAt(frames, 0).data).toEqual(alone.frames.data);
    expect(frameAt(frames, 1).data.every((value) => value === 128)).toBe(true);
  });
});

describe('what cannot be made is named', () => {
  const photographs = (): StimulusSource => ({
    describe: async () => ({ ...original, appearances: ['presented'] }),
    draw: (rows) => source.draw(rows, 'presented'),
  });

  test('controls that need the object alone', async () => {
    await expect(controlsOf(photographs(), ['intact', 'silhouette'])).rejects.toThrow(
      'the control "silhouette" needs the stimulus set "objects" drawn as "object-in-place"; it gives presented.',
    );
  });

  test('a set that is not there', async () => {
    await expect(controlsOf(undefined, ['intact'])).rejects.toThrow('there is no stimulus set "objects"');
  });
});
