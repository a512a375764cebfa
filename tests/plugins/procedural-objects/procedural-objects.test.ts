import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Mesh, Object3D } from 'three';
import type { Instance } from '../../../core/contracts/plugin.ts';
import { InputError } from '../../../core/errors/errors.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import plugin from '../../../plugins/procedural-objects/index.ts';
import { digest } from './digest.ts';
import { shareSeenFromOutside } from './outside.ts';

const instance: Instance = {
  id: 'objects',
  random: createRandomStreams('1'),
  resolvePath: (path) => path,
};
const create = async (options: object) => plugin.create(plugin.options.parse(options), {}, instance);
const categories = async (options: object) => {
  const objects = await (await create(options)).objects();
  return [...new Set(objects.map(({ category_name }) => category_name))];
};

describe('procedural objects', () => {
  test('are 8 of each of the 8 test categories by default', async () => {
    const objects = await (await create({})).objects();
    expect(objects).toHaveLength(64);
    expect(await categories({})).toEqual([
      'animals',
      'boats',
      'cars',
      'chairs',
      'faces',
      'fruits',
      'planes',
      'tables',
    ]);
    expect(objects[9]).toEqual({ object_name: 'boats-2', category_name: 'boats' });
  });

  test('screen with at least 8 categories that no test has', async () => {
    const [test, screening] = [await categories({}), await categories({ set: 'screening' })];
    expect(screening.length).toBeGreaterThanOrEqual(8);
    expect(screening.filter((name) => test.includes(name))).toEqual([]);
  });

  test('come in the chosen number, of the chosen categories, in the chosen order', async () => {
    const objects = await (await create({ categories: ['tables', 'faces'], perCategory: 2 })).objects();
    expect(objects.map(({ object_name }) => object_name)).toEqual([
      'tables-1',
      'tables-2',
      'faces-1',
      'faces-2',
    ]);
  });

  test('do not depend on how many others there are', async () => {
    const few = await (await create({ categories: ['chairs'], perCategory: 3 })).load('chairs-3');
    const many = await (await create({ perCategory: 64 })).load('chairs-3');
    expect(digest(few)).toBe(digest(many));
  });

  test('differ within a kind too', async () => {
    const source = await create({ categories: ['fruits'], perCategory: 17 });
    const [first, second, third] = await Promise.all(
      ['fruits-1', 'fruits-9', 'fruits-17'].map((name) => source.load(name)),
    );
    expect(new Set([first, second, third].map(digest)).size).toBe(3);
  });

  test.each([
    [{ categories: ['chairz'] }, /no category "chairz"; did you mean "chairs"/],
    [{ categories: ['bottles'] }, /belongs to the screening set/],
    [{ set: 'screening', categories: ['faces'] }, /belongs to the test set/],
    [{ categories: ['cars', 'cars'] }, /"cars" twice/],
  ])('refuse %j', async (options, message) => {
    await expect(create(options)).rejects.toThrow(InputError);
    await expect(create(options)).rejects.toThrow(message);
  });

  test.each([{ perCategory: -1 }, { perCategory: 65 }, { set: 'training' }, { categories: [] }, { size: 1 }])(
    'refuse the options %j',
    (options) => {
      expect(plugin.options.safeParse(options).success).toBe(false);
    },
  );
});

describe('every procedural object', () => {
  const loaded: { name: string; category: string; object: Object3D; triangles: Float32Array }[] = [];

  beforeAll(async () => {
    const source = await create({ set: 'all', perCategory: 8 });
    for (const { object_name: name, category_name: category } of await source.objects()) {
      const object = await source.load(name);
      loaded.push({ name, category, object, triangles: positions(object) });
    }
  });

  test('keeps to 8000 triangles in at most 4 meshes', () => {
    for (const { name, object, triangles } of loaded) {
      expect([name, object.children.length <= 4]).toEqual([name, true]);
      expect([name, triangles.length / 9 < 8000]).toEqual([name, true]);
    }
  });

  test('has normals that agree with the winding of its triangles', () => {
    for (const { name, object } of loaded)
      expect([name, shareFacingOutwards(object) > 0.97]).toEqual([name, true]);
  });

  test('shows its outside to a viewer, from wherever it is seen', () => {
    const random = createRandomStreams('1').stream('rays');
    for (const { name, triangles } of loaded)
      expect([name, shareSeenFromOutside(triangles, random, 40) > 0.85]).toEqual([name, true]);
  });

  test('of the test set differs clearly in shape from the others of its category', () => {
    const tested = loaded.slice(0, 64).map((each) => ({ ...each, space: occupiedSpace(each.triangles) }));
    for (const [index, one] of tested.entries())
      for (const other of tested.slice(index + 1).filter(({ category }) => category === one.category)) {
        const names = [one.name, other.name];
        expect([...names, overlap(one.space, other.space) < 0.85]).toEqual([...names, true]);
      }
  });
});

function positions(object: Object3D): Float32Array {
  const arrays = object.children.map(
    (child) => (child as Mesh).geometry.getAttribute('position').array as Float32Array,
  );
  const all = new Float32Array(arrays.reduce((sum, array) => sum + array.length, 0));
  let offset = 0;
  for (const array of arrays) {
    all.set(array, offset);
    offset += array.length;
  }
  return all;
}

/** Share of the triangles, slivers aside, whose winding agrees with their normals. */
function shareFacingOutwards(object: Object3D): number {
  let [agreeing, all] = [0, 0];
  for (const child of object.children) {
    const { geometry } = child as Mesh;
    const [p, n] = [geometry.getAttribute('position').array, geometry.getAttribute('normal').array];
    for (let o = 0; o < p.length; o += 9) {
      const [ax, ay, az] = [p[o + 3] - p[o], p[o + 4] - p[o + 1], p[o + 5] - p[o + 2]];
      const [bx, by, bz] = [p[o + 6] - p[o], p[o + 7] - p[o + 1], p[o + 8] - p[o + 2]];
      const [x, y, z] = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
      if (x * x + y * y + z * z < 1e-14) continue;
      all++;
      if (x * n[o] + y * n[o + 1] + z * n[o + 2] > 0) agreeing++;
    }
  }
  return agreeing / all;
}

/** Cells of a grid of tenths of a unit that hold a corner of a triangle. */
function occupiedSpace(p: Float32Array): ReadonlySet<number> {
  const cells = new Set<number>();
  const cell = (place: number) => Math.round(p[place] * 10) + 50;
  for (let o = 0; o < p.length; o += 3) cells.add((cell(o) * 100 + cell(o + 1)) * 100 + cell(o + 2));
  return cells;
}

/** Intersection over union. */
function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const common = [...a].filter((cell) => b.has(cell)).length;
  return common / (a.size + b.size - common);
}
