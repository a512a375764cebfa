import { describe, expect, test } from '@jest/globals';
import { numbers, selectRows, strings, type Table } from '../../../core/assembly/table.ts';
import { pearson } from '../../support/correlation.ts';
import { fakeObjects } from '../../support/objects.ts';
import { createRenderedObjects } from '../../support/rendered-objects.ts';

async function tableOf(...given: Parameters<typeof createRenderedObjects>): Promise<Table> {
  return (await (await createRenderedObjects(...given)).describe()).table;
}

/** The rows of one object, variation and number. */
function rowsWhere(table: Table, wanted: (object: string, variation: number) => boolean): Table {
  const objects = strings(table, 'object_name');
  const variations = numbers(table, 'variation');
  return selectRows(
    table,
    objects.flatMap((object, row) => (wanted(object, variations[row]) ? [row] : [])),
  );
}

describe('rendered-objects: the table', () => {
  test('has the columns of HvM, one row per object, variation and number', async () => {
    const table = await tableOf({ imagesPerObject: { V0: 1, V3: 2, V6: 3 } });
    expect(Object.keys(table.columns)).toEqual(
      'stimulus_id filename object_name category_name variation s ty tz rxy rxz ryz background_id size'.split(
        ' ',
      ),
    );
    expect(table.length).toBe(7 * 6);
    expect(new Set(strings(table, 'stimulus_id')).size).toBe(table.length);
    expect(strings(table, 'stimulus_id').every((id) => /^[0-9a-f]{40}$/.test(id))).toBe(true);
    expect(strings(table, 'filename')[3]).toBe(`${strings(table, 'stimulus_id')[3]}.png`);
    expect(new Set(numbers(table, 'size'))).toEqual(new Set([32]));
    expect(Array.from(numbers(table, 'variation').subarray(0, 6))).toEqual([0, 3, 3, 6, 6, 6]);
  });

  test('leaves every latent at rest without variation', async () => {
    const table = await tableOf({ imagesPerObject: { V0: 5 } });
    for (const name of ['ty', 'tz', 'rxy', 'rxz', 'ryz'])
      expect(new Set(numbers(table, name))).toEqual(new Set([0]));
    expect(new Set(numbers(table, 's'))).toEqual(new Set([1]));
    expect(new Set(strings(table, 'background_id')).size).toBe(table.length);
  });

  test.each([
    [3, { ty: 0.3, tz: 0.6, rxy: 46, rxz: 45, ryz: 93, s: Math.log(1.3) }],
    [6, { ty: 0.6, tz: 1.2, rxy: 90, rxz: 90, ryz: 168, s: Math.log(1.6) }],
  ])('spreads latents evenly over the whole range of variation %i', async (level, reach) => {
    const table = await tableOf({ imagesPerObject: { [`V${level}`]: 400 } });
    for (const [name, bound] of Object.entries(reach)) {
      const values = numbers(table, name).map((value) => (name === 's' ? Math.log(value) : value));
      const shares = Array.from(values, (value) => value / bound);
      expect(Math.max(...shares)).toBeLessThanOrEqual(1 + 1e-12);
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(Math.max(...shares)).toBeGreaterThan(0.99);
      expect(Math.min(...shares)).toBeLessThan(-0.99);
      expect(
        chiSquare(
          counts(
            shares.map((share) => Math.floor((share + 1) * 5)),
            10,
          ),
        ),
      ).toBeLessThan(27.9); // p = .001
    }
  });

  test('draws latents that do not know of one another', async () => {
    const table = await tableOf({ imagesPerObject: { V6: 400 } });
    const names = ['s', 'ty', 'tz', 'rxy', 'rxz', 'ryz'];
    for (const [index, one] of names.entries())
      for (const other of names.slice(index + 1))
        expect(Math.abs(pearson(numbers(table, one), numbers(table, other)))).toBeLessThan(0.08);
  });

  test('draws backgrounds that know neither object nor latents', async () => {
    const table = await tableOf({ imagesPerObject: { V6: 400 } });
    const bins = strings(table, 'background_id').map((id) => Number.parseInt(id[0], 16));
    const kinds = [...new Set(strings(table, 'object_name'))];
    const joint = counts(
      strings(table, 'object_name').map((object, row) => kinds.indexOf(object) * 16 + bins[row]),
      kinds.length * 16,
    );
    expect(chiSquare(joint)).toBeLessThan(162); // 111 degrees of freedom, p = .001
    for (const name of ['s', 'ty', 'tz', 'rxy', 'rxz', 'ryz'])
      expect(Math.abs(pearson(numbers(table, name), bins))).toBeLessThan(0.08);
  });

  test('keeps its rows when other objects, counts or looks are asked for', async () => {
    const few = await tableOf({
      imagesPerObject: { V3: 2 },
      categories: ['rings'],
      perCategory: 1,
      color: 'rgb',
    });
    const many = await tableOf({ imagesPerObject: { V0: 4, V3: 3, V6: 1 } });
    const same = rowsWhere(many, (object, variation) => object === 'rings-1' && variation === 3);
    expect(selectRows(same, [0, 1])).toEqual(few);
  });

  test('is another for another seed only', async () => {
    const options = { imagesPerObject: { V3: 2 } };
    expect(await tableOf(options)).toEqual(await tableOf(options));
    const other = await tableOf(options, { seed: 'other' });
    expect(numbers(other, 'ty')).not.toEqual(numbers(await tableOf(options), 'ty'));
    expect(strings(other, 'background_id')).not.toEqual(strings(await tableOf(options), 'background_id'));
  });

  test('costs no object and no picture', async () => {
    const objects = fakeObjects();
    await tableOf({ imagesPerObject: { V6: 40 } }, { objects });
    expect(objects.loads.size).toBe(0);
  });
});

function counts(bins: readonly number[], number: number): number[] {
  const found = new Array<number>(number).fill(0);
  for (const bin of bins) found[bin]++;
  return found;
}

/** Of equal frequencies. */
function chiSquare(observed: readonly number[]): number {
  const expected = observed.reduce((sum, count) => sum + count, 0) / observed.length;
  return observed.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}
