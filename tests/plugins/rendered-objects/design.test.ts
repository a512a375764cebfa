import { describe, expect, test } from '@jest/globals';
import { numbers, strings, type Table } from '../../../core/assembly/table.ts';
import { fakeObjects } from '../../support/objects.ts';
import { createRenderedObjects } from '../../support/rendered-objects.ts';

async function tableOf(...given: Parameters<typeof createRenderedObjects>): Promise<Table> {
  return (await (await createRenderedObjects(...given)).describe()).table;
}

const idsOf = async (...given: Parameters<typeof createRenderedObjects>) =>
  new Set(strings(await tableOf(...given), 'stimulus_id'));

function countsOf(values: Iterable<string | number>): number[] {
  const counts = new Map<string | number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}

const turntable = {
  level: 1,
  s: { list: [0.7, 1.4] },
  ty: { uniform: [-0.2, 0.2] },
  rxy: { grid: [-90, 90], steps: 5 },
};
const variations = { turntable };

describe('rendered-objects: factorial designs', () => {
  test('show every object in every combination, as often as asked for', async () => {
    const table = await tableOf({ variations, imagesPerObject: { turntable: { factorial: 3 } } });
    expect(table.length).toBe(7 * 2 * 5 * 3);
    const cells = strings(table, 'object_name').map(
      (name, row) => `${name} ${numbers(table, 's')[row]} ${numbers(table, 'rxy')[row]}`,
    );
    expect(countsOf(cells)).toEqual(new Array(70).fill(3));
    expect(new Set(numbers(table, 'rxy'))).toEqual(new Set([-90, -45, 0, 45, 90]));
    expect(new Set(numbers(table, 'ty')).size).toBe(table.length);
    expect(new Set(numbers(table, 'variation'))).toEqual(new Set([1]));
  });

  test('without crossing show one object per combination, each object equally often', async () => {
    const table = await tableOf({ variations, images: { turntable: { factorial: 7 } } });
    expect(table.length).toBe(2 * 5 * 7);
    expect(countsOf(strings(table, 'object_name'))).toEqual(new Array(7).fill(10));
    const combinations = Array.from(numbers(table, 's'), (s, row) => `${s} ${numbers(table, 'rxy')[row]}`);
    expect(countsOf(combinations)).toEqual(new Array(10).fill(7));
  });

  test('stand beside other variations', async () => {
    const table = await tableOf({ variations, imagesPerObject: { V6: 2, turntable: 'factorial' } });
    expect(Array.from(numbers(table, 'variation').subarray(0, 13))).toEqual([
      6,
      6,
      ...new Array(10).fill(1),
      6,
    ]);
  });
});

describe('rendered-objects: assignment of objects', () => {
  test('is balanced, the remainder drawn', async () => {
    const counts = countsOf(strings(await tableOf({ images: { V3: 24 } }), 'object_name'));
    expect(counts.toSorted()).toEqual([3, 3, 3, 3, 4, 4, 4]);
    const remainders = ['a', 'b', 'c', 'd', 'e'].map(async (seed) =>
      strings(await tableOf({ images: { V3: 2 } }, { seed }), 'object_name').join(),
    );
    expect(new Set(await Promise.all(remainders)).size).toBeGreaterThan(1);
  });

  test('is drawn on request, every object with equal chance', async () => {
    const table = await tableOf({ images: { V3: 1400 }, assignment: 'random' });
    const counts = countsOf(strings(table, 'object_name'));
    expect(counts.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0)).toBeLessThan(22.5); // 6 df, p = .001
    expect(new Set(counts).size).toBeGreaterThan(1);
  });
});

describe('rendered-objects: growing keeps what is there', () => {
  const fewer = fakeObjects(['boxes-1', 'rings-1', 'rings-2']);
  const expectKept = (before: Set<string>, after: Set<string>) => {
    expect(after.size).toBeGreaterThan(before.size);
    expect([...before].filter((id) => !after.has(id))).toEqual([]);
  };

  test.each([
    ['pictures', { imagesPerObject: { V3: 2 } }, { imagesPerObject: { V0: 1, V3: 5, V6: 1 } }],
    [
      'repeats',
      { imagesPerObject: { turntable: 'factorial' } },
      { imagesPerObject: { turntable: { factorial: 2 } } },
    ],
    ['balanced pictures', { images: { V6: 9 } }, { images: { V6: 20 } }],
    [
      'drawn pictures',
      { images: { V6: 9 }, assignment: 'random' },
      { images: { V6: 20 }, assignment: 'random' },
    ],
    [
      'drawn repeats',
      { images: { turntable: 'factorial' }, assignment: 'random' },
      { images: { turntable: { factorial: 3 } }, assignment: 'random' },
    ],
    ['balanced repeats', { images: { turntable: 'factorial' } }, { images: { turntable: { factorial: 3 } } }],
    [
      'kept visible',
      { imagesPerObject: { V6: 3 }, keepVisible: 1 },
      { imagesPerObject: { V6: 6 }, keepVisible: 1 },
    ],
  ])('with more %s', async (_, before, after) => {
    expectKept(await idsOf({ ...before, variations }), await idsOf({ ...after, variations }));
  });

  test('with more values of a list', async () => {
    const longer = { turntable: { ...turntable, s: { list: [1, 0.7, 1.4] } } };
    const imagesPerObject = { turntable: 'factorial' };
    expectKept(
      await idsOf({ variations, imagesPerObject }),
      await idsOf({ variations: longer, imagesPerObject }),
    );
  });

  test.each([
    [{ imagesPerObject: { V3: 2 } }],
    [{ imagesPerObject: { turntable: 'factorial' } }],
    [{ imagesPerObject: { V6: 3 }, keepVisible: 0.95 }],
    [{ imagesPerObject: { V3: 2 }, lighting: 'random', backgroundPer: 'view' }],
  ])('with more objects: %j', async (options) => {
    expectKept(
      await idsOf({ ...options, variations }, { objects: fewer }),
      await idsOf({ ...options, variations }),
    );
  });

  test('with more objects, of those drawn, all but what the new ones take over', async () => {
    const options = { images: { V6: 60 }, assignment: 'random' };
    const [before, after] = [await idsOf(options, { objects: fewer }), await idsOf(options)];
    const numberOf = (table: Table, name: string) =>
      strings(table, 'object_name').filter((one) => one === name).length;
    const table = await tableOf(options);
    const kept = ['boxes-1', 'rings-1', 'rings-2'].reduce((sum, name) => sum + numberOf(table, name), 0);
    expect([...before].filter((id) => after.has(id)).length).toBe(kept);
  });
});

describe('rendered-objects: views of all kinds', () => {
  const drawn = async (view: object, images = 200) =>
    tableOf({ imagesPerObject: { own: images }, variations: { own: { level: 1, ...view } } });

  test('fixed, like another variation, or at rest', async () => {
    const table = await drawn({ like: 'V3', s: 1.2, rxy: 30 });
    expect([new Set(numbers(table, 's')), new Set(numbers(table, 'rxy'))]).toEqual([
      new Set([1.2]),
      new Set([30]),
    ]);
    expect(Math.max(...numbers(table, 'ty'))).toBeGreaterThan(0.25);
    expect(new Set(numbers(await drawn({ s: 1.2 }), 'ty'))).toEqual(new Set([0]));
  });

  test('normal, and cut off on request', async () => {
    const values = numbers(await drawn({ ryz: { normal: [20, 10] } }), 'ryz');
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    expect(Math.abs(mean - 20)).toBeLessThan(1);
    expect(Math.abs(deviation - 10)).toBeLessThan(0.7);
    const cut = numbers(await drawn({ ryz: { normal: [20, 10], within: [15, 40] } }), 'ryz');
    expect(Math.min(...cut)).toBeGreaterThan(15);
    expect(Math.max(...cut)).toBeLessThan(40);
    await expect(drawn({ ryz: { normal: [0, 1], within: [90, 91] } })).rejects.toThrow(
      'normal: [0, 1] gave no value within [90, 91] in 10000 draws; widen within',
    );
  });

  test('log-uniform: as often enlarged as made smaller', async () => {
    const values = numbers(await drawn({ s: { 'log-uniform': [0.25, 4] } }), 's');
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0.25);
    expect(Math.max(...values)).toBeLessThanOrEqual(4);
    const smaller = values.filter((value) => value < 1).length / values.length;
    expect(Math.abs(smaller - 0.5)).toBeLessThan(0.05);
  });

  test('lists and grids, drawn where they are not combined', async () => {
    const table = await drawn({ rxy: { list: [0, 90] }, ryz: { grid: [-30, 30], steps: 3 } });
    expect(new Set(numbers(table, 'ryz'))).toEqual(new Set([-30, 0, 30]));
    for (const count of countsOf(numbers(table, 'rxy'))) expect(Math.abs(count - 700)).toBeLessThan(70);
  });
});

describe('rendered-objects: keepVisible', () => {
  test('keeps every object in the picture as far as stated, and redraws nothing else', async () => {
    const options = { imagesPerObject: { V6: 6 } };
    const free = await createRenderedObjects(options);
    const kept = await createRenderedObjects({ ...options, keepVisible: 0.97 });
    const rows = Array.from({ length: 42 }, (_, row) => row);
    const before = (await free.draw(rows, 'object-in-place')).visible ?? [];
    const after = (await kept.draw(rows, 'object-in-place')).visible ?? [];
    expect(Math.min(...before)).toBeLessThan(0.97);
    expect(Math.min(...after)).toBeGreaterThanOrEqual(0.97);
    const poses = async (source: typeof free) => numbers((await source.describe()).table, 'tz');
    const [freePoses, keptPoses] = [await poses(free), await poses(kept)];
    for (const row of rows) expect(keptPoses[row] === freePoses[row]).toBe(before[row] >= 0.97);
  });

  test('says how far it came where that cannot be', async () => {
    const variations = { beyond: { level: 1, ty: { uniform: [1.4, 1.5] } } };
    await expect(
      createRenderedObjects({ imagesPerObject: { beyond: 1 }, variations, keepVisible: 0.9 }),
    ).rejects.toThrow(
      /keepVisible: none of 1000 views showed 0.9 of boxes-1\/beyond\/0, the best 0.5\d; lower keepVisible/,
    );
  });
});
