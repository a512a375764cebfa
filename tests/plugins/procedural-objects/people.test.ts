import { describe, expect, test } from '@jest/globals';
import { Box3, type Object3D, Vector3 } from 'three';
import { createRandomStreams } from '../../../core/random/streams.ts';
import plugin from '../../../plugins/procedural-objects/index.ts';
import { cornersOf, meshesOf } from '../../support/mesh-triangles.ts';
import { digest } from './digest.ts';

const create = (options: object) =>
  plugin.create(
    plugin.options.parse({ set: 'people', ...options }),
    {},
    { id: 'people', random: createRandomStreams('1'), resolvePath: (path) => path },
  );

async function variant(of: string, settings: object): Promise<Object3D> {
  const source = await create({ perCategory: 0, variants: [{ name: 'variant', of, with: settings }] });
  return source.load('variant');
}

const sizeOf = (object: Object3D) => new Box3().setFromObject(object).getSize(new Vector3());

describe('people', () => {
  test('are bodies in different postures and hands that do different things', async () => {
    const source = await create({});
    const kinds = await Promise.all(
      (await source.objects()).map(async ({ object_name, category_name }) => {
        const parameters = await source.parameters?.(object_name);
        return `${category_name} ${parameters?.kind}`;
      }),
    );
    expect(new Set(kinds).size).toBe(16);
    expect(kinds.filter((kind) => kind.startsWith('bodies'))).toHaveLength(8);
  });

  test('have left hands that are the mirror images of right ones', async () => {
    for (const kind of ['open', 'thumb-up', 'grasping']) {
      const [left, right] = await Promise.all(
        ['left', 'right'].map((side) => variant('hands-1', { kind, side, sleeved: false })),
      );
      expect(overlap(outline(left, -1), outline(right, 1))).toBeGreaterThan(0.9);
      expect(overlap(outline(left, 1), outline(right, 1))).toBeLessThan(0.75);
    }
  });

  test('are taller with a head, and wider with more girth', async () => {
    const [without, headed] = await Promise.all(
      [false, true].map((value) => variant('bodies-1', { headed: value })),
    );
    // Scaled to the same height, what has a head is narrower.
    expect(sizeOf(headed).x).toBeLessThan(0.95 * sizeOf(without).x);
    const [slim, stout] = await Promise.all([0.85, 1.3].map((girth) => variant('bodies-1', { girth })));
    expect(sizeOf(stout).z).toBeGreaterThan(1.1 * sizeOf(slim).z);
  });

  test('wear what they are told to, skirts only where they would hang', async () => {
    const dressed = (bottom: string) => variant('bodies-2', { sex: 'female', bottom });
    const [skirt, shorts] = await Promise.all([dressed('skirt'), dressed('shorts')]);
    expect(digest(skirt)).not.toBe(digest(shorts));
    expect(meshesOf(skirt).length).toBeGreaterThan(0);
    const jumping = variant('bodies-7', { sex: 'female', bottom: 'skirt' });
    await expect(jumping).rejects.toThrow('bottom of bodies-7 must be one of "trousers", "shorts"');
  });
});

/** Places on a coarse grid that the object reaches. @param side -1 mirrors it */
function outline(object: Object3D, side: 1 | -1): Set<string> {
  return new Set(
    cornersOf(object).map(({ x, y, z }) =>
      [side * x, y, z].map((value) => Math.round(16 * value) + 0).join(' '),
    ),
  );
}

/** Intersection over union. */
function overlap(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  const shared = [...first].filter((place) => second.has(place)).length;
  return shared / (first.size + second.size - shared);
}
