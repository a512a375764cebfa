import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Color, type Mesh } from 'three';
import { parse } from 'yaml';
import type { ObjectParameters } from '../../../core/contracts/object-source.ts';
import { InputError } from '../../../core/errors/errors.ts';
import { Options } from '../../../plugins/procedural-objects/options.ts';
import { ProceduralObjects } from '../../../plugins/procedural-objects/procedural-objects.ts';
import { digest } from './digest.ts';

const create = async (options: object) => new ProceduralObjects(Options.parse(options));
const names = async (options: object) =>
  (await (await create(options)).objects()).map(({ object_name }) => object_name);
const isColour = (value: unknown) => typeof value === 'string' && value.startsWith('#');

describe('identities', () => {
  test('have parameters in every category', async () => {
    const source = await create({ set: 'all', perCategory: 2 });
    for (const { object_name } of await source.objects()) {
      const parameters = await source.parameters(object_name);
      expect([object_name, Object.keys(parameters).length >= 4]).toEqual([object_name, true]);
      expect([object_name, typeof parameters.kind]).toEqual([object_name, 'string']);
    }
  });

  test('do not depend on set and number', async () => {
    const [few, many] = [
      await create({ categories: ['boats'], perCategory: 2 }),
      await create({ set: 'all' }),
    ];
    expect(await few.parameters('boats-2')).toEqual(await many.parameters('boats-2'));
  });

  test('give the same object again when every parameter is set', async () => {
    const original = await create({ categories: ['faces', 'animals', 'boats', 'fruits'], perCategory: 2 });
    const variants = [];
    for (const { object_name, category_name } of await original.objects())
      variants.push({
        name: `copy-of-${object_name}`,
        of: `${category_name}-5`,
        with: await original.parameters(object_name),
      });
    const copies = await create({ perCategory: 0, variants });
    for (const { name } of variants)
      expect(digest(await copies.load(name))).toBe(digest(await original.load(name.slice(8))));
  });

  test('differ where a variant says so, and nowhere else', async () => {
    const variant = { name: 'faces-1-long-nose', of: 'faces-1', with: { noseLength: 0.25 } };
    const source = await create({ categories: ['faces', 'cars'], perCategory: 1, variants: [variant] });
    expect(await names({ categories: ['faces', 'cars'], perCategory: 1, variants: [variant] })).toEqual([
      'faces-1',
      'faces-1-long-nose',
      'cars-1',
    ]);
    const [usual, changed] = [await source.parameters('faces-1'), await source.parameters(variant.name)];
    expect(usual.noseLength).not.toBe(0.25);
    expect(changed).toEqual({ ...usual, noseLength: 0.25 });
    expect(digest(await source.load(variant.name))).not.toBe(digest(await source.load('faces-1')));
  });
});

describe('morphs', () => {
  const steps = ['faces-1~faces-3@0', 'faces-1~faces-3@0.25', 'faces-1~faces-3@0.5', 'faces-1~faces-3@1'];
  const options = { perCategory: 0, morphs: [{ from: 'faces-1', to: 'faces-3', steps: 5 }] };

  test('are named after both ends and the share of the way', async () => {
    expect(await names(options)).toEqual([...steps.slice(0, 3), 'faces-1~faces-3@0.75', steps[3]]);
    expect(await names({ ...options, morphs: [...options.morphs, ...options.morphs] })).toHaveLength(5);
  });

  test('start and end at the objects themselves', async () => {
    const [morphs, ends] = [await create(options), await create({ categories: ['faces'], perCategory: 3 })];
    expect(digest(await morphs.load(steps[0]))).toBe(digest(await ends.load('faces-1')));
    expect(digest(await morphs.load(steps[3]))).toBe(digest(await ends.load('faces-3')));
  });

  test('interpolate numbers and colours, and switch choices at one half', async () => {
    const source = await create(options);
    const [start, quarter, middle, end] = await Promise.all(steps.map((name) => source.parameters(name)));
    expect(quarter.kind).toBe(start.kind);
    expect(middle.kind).toBe(end.kind);
    expect(numbersOf(start).length).toBeGreaterThan(10);
    for (const name of numbersOf(start))
      expect(quarter[name]).toBeCloseTo(0.75 * Number(start[name]) + 0.25 * Number(end[name]), 12);
    for (const name of Object.keys(start).filter((each) => isColour(start[each])))
      for (const channel of ['r', 'g', 'b'] as const) {
        const [a, b, c] = [start, middle, end].map((of) => encoded(of[name] as string)[channel]);
        expect(Math.abs(b - (a + c) / 2)).toBeLessThan(0.6 / 255);
      }
  });

  test('have a shape between those of their ends', async () => {
    const source = await create({
      perCategory: 0,
      variants: [
        { name: 'snub', of: 'faces-1', with: { noseDepth: 0.08 } },
        { name: 'beak', of: 'faces-1', with: { noseDepth: 0.13 } },
      ],
      morphs: [{ from: 'snub', to: 'beak', steps: 3 }],
    });
    const depths = [];
    for (const name of ['snub', 'snub~beak@0.5', 'beak']) {
      const { geometry } = (await source.load(name)).children[0] as Mesh;
      geometry.computeBoundingBox();
      const { min, max } = geometry.boundingBox ?? { min: { z: 0, y: 0 }, max: { z: 0, y: 0 } };
      depths.push((max.z - min.z) / (max.y - min.y));
    }
    expect(depths[1]).toBeGreaterThan(depths[0]);
    expect(depths[2]).toBeGreaterThan(depths[1]);
  });
});

describe('bad identities', () => {
  const variant = (change: object) => ({
    variants: [{ name: 'mine', of: 'faces-1', with: { noseLength: 0.2 }, ...change }],
  });
  test.each([
    [
      variant({ with: { noseLenght: 0.2 } }),
      /faces-1 has no parameter "noseLenght"; did you mean "noseLength"/,
    ],
    [variant({ with: { noseLength: 'long' } }), /noseLength of faces-1 must be a number from .* not "long"/],
    [variant({ with: { noseLength: 3 } }), /noseLength of faces-1 must be a number from .* not 3/],
    [variant({ with: { skinColour: 'pink' } }), /skinColour of faces-1 must be a colour/],
    [variant({ with: { kind: 'z' } }), /kind of faces-1 must be one of "/],
    [variant({ of: 'facez-1' }), /no object "facez-1"; did you mean "faces-1"/],
    [variant({ of: 'faces-65' }), /no object "faces-65"; did you mean "faces-64"/],
    [variant({ name: 'faces-2' }), /there is an object "faces-2" already/],
    [{ morphs: [{ from: 'faces-1', to: 'cars-1' }] }, /no morph from faces-1 to cars-1/],
    [{ morphs: [{ from: 'faces-1', to: 'face-2' }] }, /no object "face-2"; did you mean "faces-2"/],
    [{ perCategory: 0 }, /ask for no object/],
  ])('refuse %j', async (options, message) => {
    await expect(create(options)).rejects.toThrow(InputError);
    await expect(create(options)).rejects.toThrow(message);
  });
});

function numbersOf(parameters: ObjectParameters): string[] {
  return Object.keys(parameters).filter((name) => typeof parameters[name] === 'number');
}

function encoded(colour: string): Color {
  return new Color(colour).convertLinearToSRGB();
}

test('the scene of the readme gives the objects that it says', async () => {
  const readme = readFileSync(
    new URL('../../../plugins/procedural-objects/README.md', import.meta.url),
    'utf8',
  );
  const { plugin: _, ...options } = parse(readme.split('```yaml')[1].split('```')[0]).objects;
  const listed = await names(options);
  expect(listed.slice(8, 12)).toEqual([
    'faces-1-long-nose',
    'faces-1-bald',
    'faces-1~faces-6@0',
    'faces-1~faces-6@0.25',
  ]);
  expect(listed).toHaveLength(8 + 2 + 5 + 11);
});
