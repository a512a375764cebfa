import { describe, expect, test } from '@jest/globals';
import { numbers, strings, type Table } from '../../../core/assembly/table.ts';
import type { BackgroundSource } from '../../../core/contracts/background-source.ts';
import { noiseBackgrounds } from '../../support/backgrounds.ts';
import { pearson } from '../../support/correlation.ts';
import { fakeObjects } from '../../support/objects.ts';
import { createRenderedObjects } from '../../support/rendered-objects.ts';

async function tableOf(...given: Parameters<typeof createRenderedObjects>): Promise<Table> {
  return (await (await createRenderedObjects(...given)).describe()).table;
}

describe('rendered-objects: the table', () => {
  test('has the columns of HvM, one row per object, variation and number', async () => {
    const table = await tableOf({ imagesPerObject: { V0: 1, V3: 2, V6: 3 } });
    expect(Object.keys(table.columns)).toEqual(
      'stimulus_id filename object_name category_name variation s ty tz rxy rxz ryz background_id size degrees'.split(
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

  test('gives another id to whatever changes the pixels, and to nothing else', async () => {
    const options = { imagesPerObject: { V3: 1 }, categories: ['rings'], perCategory: 1 };
    const idOf = async (changed: object) =>
      strings(await tableOf({ ...options, ...changed }), 'stimulus_id')[0];
    const plain = await idOf({});
    const changes = [
      { color: 'rgb' },
      { size: 64 },
      { degrees: 4 },
      { lighting: 'random' },
      { lighting: { azimuth: 0 } },
      { equalise: {} },
      { equalise: { contrast: 0.1 } },
      { aperture: { diameter: 6, edge: 1 } },
      { backgroundPer: 'set' },
    ];
    const ids = await Promise.all(changes.map(idOf));
    expect(new Set([plain, ...ids]).size).toBe(changes.length + 1);
    expect(await idOf({ imagesPerObject: { V3: 4, V6: 1 } })).toBe(plain);
  });

  test('says what light fell and what the backgrounds show', async () => {
    const backgrounds: BackgroundSource = {
      ...noiseBackgrounds,
      describe: (id) => ({ panorama: `hall ${id[0]}`, azimuth: Number.parseInt(id[1], 16) }),
    };
    const lighting = { azimuth: { uniform: [-30, 30] }, strength: 1, ambient: { list: [0.2, 0.4] } };
    const table = await tableOf({ imagesPerObject: { V0: 40 }, lighting }, { backgrounds });
    expect(Object.keys(table.columns).slice(13)).toEqual([
      'degrees',
      'light_azimuth',
      'light_elevation',
      'light_strength',
      'light_ambient',
      'background_panorama',
      'background_azimuth',
    ]);
    const ids = strings(table, 'background_id');
    expect(strings(table, 'background_panorama')).toEqual(ids.map((id) => `hall ${id[0]}`));
    expect(Array.from(numbers(table, 'background_azimuth'))).toEqual(
      ids.map((id) => Number.parseInt(id[1], 16)),
    );
    const azimuth = numbers(table, 'light_azimuth');
    expect(Math.max(...azimuth)).toBeLessThan(30);
    expect(Math.min(...azimuth)).toBeGreaterThan(-30);
    expect(new Set(azimuth).size).toBe(table.length);
    expect(new Set(numbers(table, 'light_strength'))).toEqual(new Set([1]));
    expect(new Set(numbers(table, 'light_ambient'))).toEqual(new Set([0.2, 0.4]));
    expect(Math.abs(pearson(azimuth, numbers(table, 'light_elevation')))).toBeLessThan(0.25);
  });

  test.each([
    ['image', 28],
    ['view', 4],
    ['object', 7],
    ['category', 4],
    ['set', 1],
  ])('has a background of its own per %s', async (backgroundPer, number) => {
    const table = await tableOf({ imagesPerObject: { V3: 2, V6: 2 }, backgroundPer });
    expect(new Set(strings(table, 'background_id')).size).toBe(number);
    const same = (one: number, other: number) =>
      strings(table, 'background_id')[one] === strings(table, 'background_id')[other];
    expect(same(0, 4)).toBe(['view', 'category', 'set'].includes(backgroundPer));
    expect(same(0, 1)).toBe(['object', 'category', 'set'].includes(backgroundPer));
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
