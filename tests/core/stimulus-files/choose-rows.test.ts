import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { table } from '../../../core/assembly/table.ts';
import { chooseRows } from '../../../core/stimulus-files/choose-rows.ts';

/** `objects` objects, each with 2 pictures at variation 0 and 6 at variation 6. */
function stimuli(objects: number) {
  const rows = Array.from({ length: objects * 8 }, (_, row) => row);
  return table({
    stimulus_id: rows.map(String),
    object_name: rows.map((row) => `object-${Math.floor(row / 8)}`),
    category_name: rows.map((row) => (row < objects * 4 ? 'cars' : 'faces')),
    variation: Float64Array.from(rows, (row) => (row % 8 < 2 ? 0 : 6)),
  });
}

describe('the chosen rows', () => {
  test('are a fair sample of objects and variations for every count, and stay when it grows', () => {
    const all = stimuli(6);
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 47 }), (seed, count) => {
        const rows = chooseRows(all, { only: {}, count }, seed);
        expect(rows).toHaveLength(count);
        expect(rows).toEqual(rows.toSorted((a, b) => a - b));
        const more = new Set(chooseRows(all, { only: {}, count: count + 1 }, seed));
        expect(rows.every((row) => more.has(row))).toBe(true);
        for (let object = 0; object < 6; object++) {
          const own = rows.filter((row) => Math.floor(row / 8) === object);
          const varied = own.filter((row) => row % 8 >= 2).length;
          expect(Math.abs(varied - (6 * count) / 48)).toBeLessThanOrEqual(2);
          expect(Math.abs(own.length - varied - (2 * count) / 48)).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('differ with the seed', () => {
    const choose = (seed: string) => chooseRows(stimuli(6), { only: {}, count: 12 }, seed);
    expect(choose('a')).not.toEqual(choose('b'));
  });

  test('fit every column of --only, numbers as they are written', () => {
    const rows = chooseRows(stimuli(2), { only: { category_name: ['faces'], variation: ['0'] } }, 'seed');
    expect(rows).toEqual([8, 9]);
  });

  test.each([
    [
      { only: { categori_name: ['faces'] } },
      '--only: there is no column "categori_name"; did you mean "category_name"?',
    ],
    [
      { only: { category_name: ['face'] } },
      '--only: no stimulus has the category_name "face"; did you mean "faces"?',
    ],
    [
      { only: { category_name: ['faces'], object_name: ['object-0'] } },
      '--only leaves no stimulus; no row has all these values.',
    ],
    [{ only: {}, count: 17 }, '--count is 17, but there are 16 stimuli; ask for at most as many.'],
  ])('%j is refused', (choice, message) => {
    expect(() => chooseRows(stimuli(2), choice, 'seed')).toThrow(message);
  });
});
