import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Box3, BoxGeometry, Vector3 } from 'three';
import { InputError } from '../../../core/errors/errors.ts';
import { glb, gltfOf, openMeshes, temporaryFolder } from '../../support/mesh-files.ts';

const triangle = 'v 0 0 0\nv 1 0 0\nv 0 3 0\nf 1 2 3\n';

describe('mesh folder', () => {
  let folder: string;

  beforeAll(async () => {
    const box = await glb(gltfOf(new BoxGeometry(1, 2, 3)).document);
    folder = await temporaryFolder({
      'boxes/small.glb': box,
      'boxes/LARGE.GLB': box,
      'boxes/notes.txt': 'not a mesh',
      'arrows/plain.obj': triangle,
      'arrows/.hidden.obj': triangle,
    });
  });

  test('names objects after folder and file, category by category', async () => {
    expect(await (await openMeshes(folder)).objects()).toEqual([
      { object_name: 'arrows-plain', category_name: 'arrows' },
      { object_name: 'boxes-LARGE', category_name: 'boxes' },
      { object_name: 'boxes-small', category_name: 'boxes' },
    ]);
  });

  test('shows chosen categories in the order wanted', async () => {
    const chosen = await openMeshes(folder, { categories: ['boxes', 'arrows'] });
    expect((await chosen.objects()).map(({ category_name }) => category_name)).toEqual([
      'boxes',
      'boxes',
      'arrows',
    ]);
  });

  test('turns a category, and one of its objects otherwise', async () => {
    const turn = { boxes: [90, 0, 0], 'boxes-small': [0, 90, 0] };
    const source = await openMeshes(folder, { turn });
    const sides = async (name: string) =>
      new Box3().setFromObject(await source.load(name)).getSize(new Vector3());
    expectSides(await sides('boxes-LARGE'), [0.4, 1.2, 0.8]);
    expectSides(await sides('boxes-small'), [1.2, 0.8, 0.4]);
  });

  test('turns about x first, then y, then z', async () => {
    const source = await openMeshes(folder, { turn: { arrows: [90, 90, 0] } });
    const size = new Box3().setFromObject(await source.load('arrows-plain')).getSize(new Vector3());
    // The long side goes from y to z, then from z to x.
    expectSides(size, [1.2, 0, 0.4]);
  });

  test('accepts a turn of a category that is not shown', async () => {
    const turn = { 'boxes-small': [0, 90, 0], boxes: [0, 0, 0] };
    await expect(openMeshes(folder, { categories: ['arrows'], turn })).resolves.toBeDefined();
  });

  test('changes its fingerprint with any file below the folder, and with nothing else', async () => {
    const files = { 'a/b.obj': triangle, 'a/textures/c.png': 'colours' };
    const first = await openMeshes(await temporaryFolder(files));
    const copy = await temporaryFolder(files);
    expect((await openMeshes(copy)).fingerprint).toBe(first.fingerprint);
    await appendFile(join(copy, 'a/textures/c.png'), '!');
    expect((await openMeshes(copy)).fingerprint).not.toBe(first.fingerprint);
    await writeFile(join(copy, 'a/textures/c.png'), 'colours');
    expect((await openMeshes(copy)).fingerprint).toBe(first.fingerprint);
  });

  test('reads a file when its object is asked for, not before', async () => {
    const broken = await temporaryFolder({ 'a/good.obj': triangle, 'a/bad.glb': 'nothing' });
    const source = await openMeshes(broken);
    await expect(source.load('a-good')).resolves.toBeDefined();
    await expect(source.load('a-bad')).rejects.toThrow(InputError);
  });

  test.each([
    [
      'a folder that is missing',
      {},
      { folder: '/nowhere/meshes' },
      'the folder /nowhere/meshes cannot be read',
    ],
    ['an empty folder', {}, {}, 'holds no sub-folder; it needs one per category'],
    ['a folder without sub-folders', { 'a.obj': triangle }, {}, 'holds no sub-folder'],
    ['a category without meshes', { 'a/b.txt': '' }, {}, 'a holds no mesh; add .glb, .gltf, .obj files'],
    [
      'an unknown category',
      { 'chairs/a.obj': triangle },
      { categories: ['chair'] },
      'did you mean "chairs"?',
    ],
    ['a category named twice', { 'a/b.obj': triangle }, { categories: ['a', 'a'] }, 'names "a" twice'],
    ['an unknown turn', { 'a/b.obj': triangle }, { turn: { 'a-c': [0, 0, 0] } }, 'turn names "a-c"'],
    [
      'two files of one name',
      { 'a/b.obj': triangle, 'a/b.glb': '' },
      {},
      'a/b.glb and a/b.obj would both be named a-b; rename one',
    ],
    [
      'two categories of one name',
      { 'a/b-c.obj': triangle, 'a-b/c.obj': triangle },
      {},
      'a/b-c.obj and a-b/c.obj would both be named a-b-c; rename one',
    ],
  ])('refuses %s', async (_, files, options, message) => {
    const opening = openMeshes(await temporaryFolder(files), options);
    await expect(opening).rejects.toThrow(InputError);
    await expect(opening).rejects.toThrow(message);
  });
});

function expectSides(size: Vector3, expected: readonly number[]): void {
  for (const [axis, side] of size.toArray().entries()) expect(side).toBeCloseTo(expected[axis], 5);
}
