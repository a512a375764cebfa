import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  BoxGeometry,
  DoubleSide,
  Mesh,
  MeshStandardMaterial,
  PlaneGeometry,
  Raycaster,
  SphereGeometry,
  Vector3,
} from 'three';
import type { Geometry, Renderer } from '../../core/contracts/renderer.ts';
import { canonicalLatents, type Latents } from '../../core/stage/latents.ts';
import { setStage } from '../../core/stage/theatre.ts';
import { runnable, startRenderer } from '../support/renderers.ts';

const size = 64;
const cameraDistance = 20;
const sceneHeight = 3;
const radius = 0.6;
const pose: Latents = { s: 1.3, ty: -0.3, tz: 0.4, rxy: 40, rxz: 25, ryz: -70 };
const degree = Math.PI / 180;

/** Where the ray through the centre of a pixel goes from the camera, 1 along its axis. */
function rayOf(pixel: number): Vector3 {
  const x = ((pixel % size) + 0.5) / size - 0.5;
  const y = 0.5 - (Math.floor(pixel / size) + 0.5) / size;
  return new Vector3(x, y, 0).multiplyScalar(sceneHeight / cameraDistance).setZ(-1);
}

function normalAt({ normals }: Geometry, pixel: number): Vector3 {
  return new Vector3().fromArray(normals, 3 * pixel);
}

async function geometryOf(renderer: Renderer, object: Mesh, latents: Latents): Promise<Geometry> {
  const stage = setStage({ object, latents, background: undefined, width: size, height: size });
  const { geometry } = await renderer.render(stage, { geometry: true });
  if (!geometry) throw new Error('no geometry');
  return geometry;
}

describe.each(runnable.map((plugin) => ({ id: plugin.id, plugin })))('geometry of $id', ({ plugin }) => {
  let renderer: Renderer;
  beforeAll(async () => {
    renderer = await startRenderer(plugin);
  });
  afterAll(() => renderer.dispose());

  test('is there only where it was asked for, and leaves the picture as it is', async () => {
    const object = new Mesh(new SphereGeometry(radius), new MeshStandardMaterial());
    const stage = setStage({ object, latents: pose, background: undefined, width: size, height: size });
    const alone = await renderer.render(stage);
    const { geometry, ...both } = await renderer.render(stage, { geometry: true });
    expect(alone).toEqual(both);
    expect(alone).not.toHaveProperty('geometry');
    expect([geometry?.depth.length, geometry?.normals.length]).toEqual([size * size, 3 * size * size]);
  });

  test('follows a sphere', async () => {
    const object = new Mesh(new SphereGeometry(radius, 192, 96), new MeshStandardMaterial());
    const geometry = await geometryOf(renderer, object, pose);
    const centre = new Vector3(pose.ty, pose.tz, -cameraDistance);
    let seen = 0;
    for (let pixel = 0; pixel < size * size; pixel++) {
      const ray = rayOf(pixel);
      const along = ray.dot(centre) / ray.lengthSq();
      const square = along ** 2 - (centre.lengthSq() - (pose.s * radius) ** 2) / ray.lengthSq();
      if (square < -0.01) {
        expect(geometry.depth[pixel]).toBe(Infinity);
        expect(normalAt(geometry, pixel).length()).toBe(0);
      }
      if (square < 0.01) continue;
      const depth = along - Math.sqrt(square);
      const normal = ray.multiplyScalar(depth).sub(centre).normalize();
      expect(Math.abs(geometry.depth[pixel] - depth)).toBeLessThan(0.01);
      expect(normalAt(geometry, pixel).angleTo(normal)).toBeLessThan(degree);
      seen++;
    }
    expect(seen).toBeGreaterThan(700);
  });

  test.each([
    ['smooth', false],
    ['flat', true],
  ])('follows the faces of a tilted box, shaded %s', async (_, flatShading) => {
    const object = new Mesh(new BoxGeometry(1.2, 0.7, 0.9), new MeshStandardMaterial({ flatShading }));
    const geometry = await geometryOf(renderer, object, pose);
    const eye = new Vector3(0, 0, cameraDistance);
    let seen = 0;
    let equal = 0;
    for (let pixel = 0; pixel < size * size; pixel++) {
      const [hit] = new Raycaster(eye, rayOf(pixel).normalize()).intersectObject(object);
      if (!hit?.face || geometry.depth[pixel] === Infinity) continue;
      const normal = hit.face.normal.clone().transformDirection(object.matrixWorld);
      const depthIsRight = Math.abs(geometry.depth[pixel] - (cameraDistance - hit.point.z)) < 0.01;
      seen++;
      if (depthIsRight && normalAt(geometry, pixel).angleTo(normal) < degree) equal++;
    }
    expect(seen).toBeGreaterThan(600);
    // A pixel whose centre lies on an edge may show either face.
    expect(equal / seen).toBeGreaterThan(0.99);
  });

  test('shows the back of a sheet as facing the viewer', async () => {
    const object = new Mesh(new PlaneGeometry(), new MeshStandardMaterial({ side: DoubleSide }));
    const geometry = await geometryOf(renderer, object, { ...canonicalLatents, rxy: 180 });
    const middle = (size / 2) * size + size / 2;
    expect(normalAt(geometry, middle).z).toBeCloseTo(1, 5);
    expect(geometry.depth[middle]).toBeCloseTo(cameraDistance, 4);
  });
});
