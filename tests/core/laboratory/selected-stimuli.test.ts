import { describe, expect, test } from '@jest/globals';
import { strings, table } from '../../../core/assembly/table.ts';
import { InputError } from '../../../core/errors/errors.ts';
import { selectForTraining } from '../../../core/laboratory/selected-stimuli.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { SceneSchema } from '../../../core/scene/schema.ts';
import { stimulusSetOf } from '../../support/stimuli.ts';

const count = 60;
const set = stimulusSetOf({
  table: table({
    stimulus_id: Array.from({ length: count }, (_, row) => `picture-${row}`),
    category_name: Array.from({ length: count }, (_, row) => ['cars', 'faces', 'boats'][row % 3]),
    object_name: Array.from({ length: count }, (_, row) => `object-${row % 6}`),
  }),
  presented: {
    count,
    height: 1,
    width: 1,
    channels: 1,
    data: Uint8Array.from({ length: count }, (_, row) => row),
  },
});
const random = createRandomStreams('seed');

function select(options: object) {
  const { train } = SceneSchema.parse({
    scene: 'selection',
    stimuli: ['pictures'],
    backbones: [{ plugin: 'cnn', train: { objective: 'any', on: 'fake', epochs: 1, ...options } }],
  }).backbones[0];
  if (!train) throw new RangeError('no training');
  return selectForTraining(set, train, random);
}

describe('stimuli that are trained on', () => {
  test('are all by default: the set itself', () => {
    expect(select({}).set).toBe(set);
  });

  test('lack excluded categories, in the table as in pictures and blocks', async () => {
    const { rows, set: chosen } = select({ exclude: ['faces'] });
    expect(new Set(strings(chosen.table, 'category_name'))).toEqual(new Set(['cars', 'boats']));
    expect(chosen.table.length).toBe(40);
    const all = await chosen.frames(Array.from({ length: 40 }, (_, row) => row));
    expect(Array.from(all.data)).toEqual(rows);
    const seen: number[] = [];
    for await (const { start, frames } of chosen.blocks()) {
      expect(start).toBe(seen.length);
      seen.push(...frames.data);
    }
    expect(seen).toEqual(rows);
    expect(chosen.key).not.toBe(set.key);
  });

  test('can be excluded by another column', () => {
    const { set: chosen } = select({ exclude: ['object-1', 'object-4'], excludeBy: 'object_name' });
    expect(new Set(strings(chosen.table, 'category_name'))).toEqual(new Set(['cars', 'boats']));
  });

  test('are nested when they are fewer, and alike whatever the backbone', () => {
    const [few, more] = [10, 25].map((pictures) => new Set(select({ pictures }).rows));
    expect(few.size).toBe(10);
    expect(more.size).toBe(25);
    expect([...few].every((row) => more.has(row))).toBe(true);
    expect([...few]).not.toEqual(Array.from({ length: 10 }, (_, row) => row));
  });

  test('are fewer of those that are not excluded', () => {
    const { set: chosen } = select({ pictures: 30, exclude: ['cars'] });
    expect(chosen.table.length).toBe(30);
    expect(strings(chosen.table, 'category_name')).not.toContain('cars');
  });

  test.each([
    [{ exclude: ['face'] }, 'did you mean "faces"?'],
    [{ exclude: ['cars'], excludeBy: 'category_names' }, 'did you mean "category_name"?'],
    [{ pictures: 41, exclude: ['cars'] }, 'only 40 stimuli of "fake" can be trained on'],
  ])('are refused where they are not there: %j', (options, message) => {
    expect(() => select(options)).toThrow(InputError);
    expect(() => select(options)).toThrow(message);
  });
});
