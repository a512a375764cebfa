import { expect, test } from '@jest/globals';
import { createRandomStreams } from '../../../core/random/streams.ts';
import plugin from '../../../plugins/uniform-background/index.ts';

const instance = { id: 'grey', random: createRandomStreams('1'), resolvePath: (path: string) => path };
const pixels = async (options: object) => {
  const source = await plugin.create(plugin.options.parse(options), {}, instance);
  return Array.from((await source.picture('any', 2, 1)).data);
};

test('is mid-grey by default', async () => {
  expect(await pixels({})).toEqual([128, 128, 128, 128, 128, 128]);
});

test('takes a grey level or a colour', async () => {
  expect(await pixels({ level: 7 })).toEqual([7, 7, 7, 7, 7, 7]);
  expect(await pixels({ level: [1, 2, 3] })).toEqual([1, 2, 3, 1, 2, 3]);
});

test.each([{ level: 256 }, { level: -1 }, { level: 1.5 }, { level: [1, 2] }, { colour: 3 }])(
  'refuses %j',
  (options) => {
    expect(plugin.options.safeParse(options).success).toBe(false);
  },
);
