import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Box3, type Object3D, Vector3 } from 'three';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { parse } from 'yaml';
import type { ObjectDescription, ObjectSource } from '../../core/contracts/object-source.ts';
import { openMeshes } from '../support/mesh-files.ts';
import { cornersOf, describeTriangles, meshesOf } from '../support/mesh-triangles.ts';
import { dataFolder } from './folder.ts';

const folder = join(dataFolder ?? '', 'meshes');

(dataFolder ? describe : describe.skip)('61 meshes of other makers', () => {
  let source: ObjectSource;
  let descriptions: readonly ObjectDescription[];
  const objects = new Map<string, Object3D>();

  beforeAll(async () => {
    source = await openMeshes(folder);
    descriptions = await source.objects();
    for (const { object_name } of descriptions) objects.set(object_name, await source.load(object_name));
  });

  test('are all there', () => {
    const counts: Record<string, number> = {};
    for (const { category_name } of descriptions) counts[category_name] = (counts[category_name] ?? 0) + 1;
    expect(counts).toEqual({
      animals: 9,
      boats: 9,
      cars: 9,
      chairs: 5,
      fruits: 10,
      heads: 8,
      planes: 5,
      tables: 6,
    });
  });

  test('are centred, their largest side 1.2, with unit normals', () => {
    for (const [name, object] of objects) {
      const box = new Box3().setFromObject(object);
      expect([name, box.getCenter(new Vector3()).length() < 1e-4]).toEqual([name, true]);
      expect(Math.max(...box.getSize(new Vector3()).toArray())).toBeCloseTo(1.2, 4);
      for (const { geometry } of meshesOf(object)) {
        const normals = geometry.attributes.normal.array;
        for (let start = 0; start < normals.length; start += 3)
          if (!(Math.abs(Math.hypot(normals[start], normals[start + 1], normals[start + 2]) - 1) < 1e-3))
            throw new Error(`${name} has a normal that is no unit vector`);
      }
    }
  });

  test('have the triangles that three.js reads, and the same place for each', async () => {
    for (const { object_name, category_name } of descriptions) {
      const file = join(folder, category_name, `${object_name.slice(category_name.length + 1)}.glb`);
      const bytes = await readFile(file).catch(() => undefined);
      if (!bytes) continue;
      const { scene } = await new GLTFLoader().parseAsync(new Uint8Array(bytes).buffer, '');
      const [ours, theirs] = [objects.get(object_name) as Object3D, scene].map(describeTriangles);
      const known = new Set(theirs);
      const shared = ours.filter((triangle) => known.has(triangle)).length / ours.length;
      // Corners between two thousandths are rounded either way; three.js keeps triangles without area.
      expect([object_name, shared > 0.97]).toEqual([object_name, true]);
      expect(ours.length).toBeLessThanOrEqual(theirs.length);
      expect(ours.length).toBeGreaterThan(0.9 * theirs.length);
    }
  });

  test('of boats and planes are narrower in front, as the scene that shows them turns them', async () => {
    const scene = parse(await readFile('scenes/mesh-objects.yaml', 'utf8'));
    const { turn } = scene.stimuli[0].objects;
    const turned = await openMeshes(folder, { turn, categories: ['boats', 'planes'] });
    for (const { object_name } of await turned.objects()) {
      const corners = cornersOf(await turned.load(object_name));
      const reach = 0.8 * new Box3().setFromPoints(corners).max.z;
      const widthWhere = (chosen: (corner: Vector3) => boolean) =>
        new Box3().setFromPoints(corners.filter(chosen)).getSize(new Vector3()).x;
      const front = widthWhere(({ z }) => z > reach);
      const back = widthWhere(({ z }) => z < -reach);
      expect([object_name, front < 0.8 * back]).toEqual([object_name, true]);
    }
  });
});
