import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { BoxGeometry, ConeGeometry, Mesh, MeshStandardMaterial, type Object3D, Vector3 } from 'three';
import type { ObjectDescription, ObjectSource } from '../../core/contracts/object-source.ts';
import type { Instance } from '../../core/contracts/plugin.ts';
import { InputError } from '../../core/errors/errors.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import proceduralObjects from '../../plugins/procedural-objects/index.ts';
import { glb, gltfOf, openMeshes, temporaryFolder } from '../support/mesh-files.ts';

const create = (options: object, seed: string): Promise<ObjectSource> => {
  const instance: Instance = {
    id: 'objects',
    random: createRandomStreams(seed),
    resolvePath: (path) => path,
  };
  return Promise.resolve(proceduralObjects.create(proceduralObjects.options.parse(options), {}, instance));
};

const sources = [
  { name: 'procedural-objects, test set', create: (seed: string) => create({}, seed) },
  {
    name: 'procedural-objects, screening set',
    create: (seed: string) => create({ set: 'screening', perCategory: 5 }, seed),
  },
  { name: 'procedural-objects, people', create: (seed: string) => create({ set: 'people' }, seed) },
  { name: 'mesh-folder', create: threeMeshes },
];

async function threeMeshes(): Promise<ObjectSource> {
  const boxes = { 'boxes/flat.glb': await glb(gltfOf(new BoxGeometry(5, 1, 3)).document) };
  const cones = { 'cones/steep.glb': await glb(gltfOf(new ConeGeometry(1, 4, 9)).document) };
  const sheet = { 'sheets/corner.obj': 'v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 1\nf 1 2 3\nf 1 3 4\n' };
  return openMeshes(await temporaryFolder({ ...boxes, ...cones, ...sheet }));
}

function meshes(object: Object3D): Mesh[] {
  const found: Mesh[] = [];
  object.traverse((part) => {
    if (part instanceof Mesh) found.push(part);
  });
  return found;
}

function attribute(object: Object3D, name: string): Float32Array[] {
  return meshes(object).map(({ geometry }) => geometry.getAttribute(name).array as Float32Array);
}

function digest(object: Object3D): string {
  const hash = createHash('sha256');
  for (const name of ['position', 'normal'])
    for (const values of attribute(object, name)) hash.update(values);
  return hash.digest('hex');
}

describe.each(sources)('object source: $name', (source) => {
  let objects: ObjectSource;
  let descriptions: readonly ObjectDescription[];
  const loaded = new Map<string, Object3D>();

  beforeAll(async () => {
    objects = await source.create('first');
    descriptions = await objects.objects();
    for (const { object_name } of descriptions) loaded.set(object_name, await objects.load(object_name));
  });

  test('lists objects of unique names, category by category', () => {
    const names = descriptions.map(({ object_name }) => object_name);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
    const runs = descriptions.filter(
      ({ category_name }, index) => category_name !== descriptions[index - 1]?.category_name,
    );
    expect(new Set(runs.map(({ category_name }) => category_name)).size).toBe(runs.length);
  });

  test('lists them in the same order each time', async () => {
    expect(await objects.objects()).toEqual(descriptions);
  });

  test('centres every object, its largest side 1.2', () => {
    for (const [name, object] of loaded) {
      const sides = bounds(object);
      const largest = Math.max(...sides.map(({ low, high }) => high - low));
      const offset = Math.max(...sides.map(({ low, high }) => Math.abs(low + high) / 2));
      expect([name, Math.abs(largest - 1.2) < 1e-3]).toEqual([name, true]);
      expect([name, offset < 1e-3]).toEqual([name, true]);
    }
  });

  test('gives meshes of standard materials, with finite vertices and unit normals', () => {
    for (const [name, object] of loaded) {
      expect([name, meshes(object).length > 0]).toEqual([name, true]);
      for (const { material } of meshes(object)) expect(material).toBeInstanceOf(MeshStandardMaterial);
      for (const positions of attribute(object, 'position'))
        expect([name, positions.every(Number.isFinite)]).toEqual([name, true]);
      for (const normals of attribute(object, 'normal'))
        expect([name, largestNormalError(normals) < 1e-3]).toEqual([name, true]);
    }
  });

  test('gives the same object again, whatever the seed of the scene', async () => {
    const others = await source.create('second');
    for (const { object_name } of descriptions.filter((_, index) => index % 5 === 0)) {
      const first = loaded.get(object_name) as Object3D;
      const second = await others.load(object_name);
      expect(digest(second)).toBe(digest(first));
    }
  });

  test('gives every load an object of its own', async () => {
    const [{ object_name }] = descriptions;
    const untouched = digest(loaded.get(object_name) as Object3D);
    const other = await objects.load(object_name);
    meshes(other)[0].geometry.translate(5, 0, 0);
    expect(digest(await objects.load(object_name))).toBe(untouched);
  });

  test('gives no two objects of the same shape', () => {
    const shapes = Array.from(loaded.values(), (object) => {
      const sides = bounds(object).map(({ low, high }) => high - low);
      const volume = attribute(object, 'position').reduce((sum, positions) => sum + enclosed(positions), 0);
      return [...sides, volume].map((value) => value.toFixed(4)).join(' ');
    });
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  test('refuses an unknown name and says what is near', async () => {
    const [{ object_name }] = descriptions;
    const refusal = objects.load(`${object_name}x`);
    await expect(refusal).rejects.toThrow(InputError);
    await expect(refusal).rejects.toThrow(object_name);
  });
});

const { abs, max, min, sqrt } = Math;

/** Bounding box as the object stands, axis by axis. */
function bounds(object: Object3D): readonly { readonly low: number; readonly high: number }[] {
  object.updateWorldMatrix(true, true);
  const low = [1e9, 1e9, 1e9];
  const high = [-1e9, -1e9, -1e9];
  const corner = new Vector3();
  for (const mesh of meshes(object)) {
    const positions = mesh.geometry.getAttribute('position');
    for (let index = 0; index < positions.count; index++)
      for (const [axis, value] of corner
        .fromBufferAttribute(positions, index)
        .applyMatrix4(mesh.matrixWorld)
        .toArray()
        .entries()) {
        low[axis] = min(low[axis], value);
        high[axis] = max(high[axis], value);
      }
  }
  return low.map((value, axis) => ({ low: value, high: high[axis] }));
}

function largestNormalError(normals: Float32Array): number {
  let largest = 0;
  for (let index = 0; index < normals.length; index += 3) {
    const length = sqrt(normals[index] ** 2 + normals[index + 1] ** 2 + normals[index + 2] ** 2);
    largest = max(largest, Number.isNaN(length) ? 1 : abs(length - 1));
  }
  return largest;
}

/** Signed volume of triangles that follow one another without index. */
function enclosed(p: Float32Array): number {
  let volume = 0;
  for (let o = 0; o + 8 < p.length; o += 9) {
    const x = p[o + 4] * p[o + 8] - p[o + 5] * p[o + 7];
    const y = p[o + 5] * p[o + 6] - p[o + 3] * p[o + 8];
    const z = p[o + 3] * p[o + 7] - p[o + 4] * p[o + 6];
    volume += (p[o] * x + p[o + 1] * y + p[o + 2] * z) / 6;
  }
  return volume;
}
