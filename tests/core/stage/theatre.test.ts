import { describe, expect, test } from '@jest/globals';
import { Box3, Mesh, Object3D, Vector3 } from 'three';
import { canonicalLatents, centred, type Latents } from '../../../core/stage/latents.ts';
import { createTheatre, setStage } from '../../../core/stage/theatre.ts';
import { noisePicture } from '../../support/backgrounds.ts';
import { shape } from '../../support/objects.ts';

/** Where a point of an object lies in the picture: x to the right and y upwards, -1 … 1. */
function seen(point: readonly [number, number, number], latents: Partial<Latents>): Vector3 {
  const mark = new Object3D();
  mark.position.set(...point);
  const object = new Object3D().add(mark);
  const { scene, camera } = setStage({
    object,
    latents: { ...canonicalLatents, ...latents },
    background: undefined,
    width: 64,
    height: 64,
  });
  scene.updateMatrixWorld();
  return mark.getWorldPosition(new Vector3()).project(camera);
}

describe('theatre', () => {
  test('shows a scene three units wide and high at the distance of the object', () => {
    expect(seen([1.5, 1.5, 0], {}).x).toBeCloseTo(1, 10);
    expect(seen([1.5, 1.5, 0], {}).y).toBeCloseTo(1, 10);
    expect(seen([0, 0, 0], { ty: -1.5 }).x).toBeCloseTo(-1, 10);
  });

  test('moves to the right with ty and up with tz', () => {
    expect(seen([0, 0, 0], { ty: 0.3 }).x).toBeCloseTo(0.2, 10);
    expect(seen([0, 0, 0], { tz: 0.6 }).y).toBeCloseTo(0.4, 10);
  });

  test('turns the front to the right with rxy, tips the top forward with rxz, rolls counter-clockwise with ryz', () => {
    expect(seen([0, 0, 0.5], { rxy: 90 }).x).toBeGreaterThan(0.3);
    expect(seen([0, 0.5, 0], { rxz: 90 }).z).toBeLessThan(seen([0, 0, 0], {}).z);
    expect(seen([0.5, 0, 0], { ryz: 90 }).y).toBeCloseTo(1 / 3, 10);
  });

  test('rolls in the plane of the picture, whatever the other rotations', () => {
    const upright = seen([0.2, 0.4, -0.1], { rxy: 40, rxz: -30 });
    const rolled = seen([0.2, 0.4, -0.1], { rxy: 40, rxz: -30, ryz: 90 });
    expect(rolled.x).toBeCloseTo(-upright.y, 10);
    expect(rolled.y).toBeCloseTo(upright.x, 10);
  });

  test('scales the canonical object', () => {
    const { scene } = setStage({
      object: shape('boxes-1'),
      latents: { ...canonicalLatents, s: 1.5 },
      background: undefined,
      width: 32,
      height: 32,
    });
    scene.updateMatrixWorld();
    const size = new Box3().setFromObject(scene).getSize(new Vector3());
    expect(size.x).toBeCloseTo(1.8, 6);
  });

  test('shows one object after the other', () => {
    const theatre = createTheatre(32, 32);
    const meshes = ['boxes-1', 'rings-1'].map((name) => {
      const { scene } = theatre.set({
        object: shape(name),
        latents: canonicalLatents,
        background: undefined,
      });
      const found: Mesh[] = [];
      scene.traverse((part) => {
        if (part instanceof Mesh) found.push(part);
      });
      return found;
    });
    expect(meshes.map(({ length }) => length)).toEqual([1, 1]);
    expect(meshes[0][0]).not.toBe(meshes[1][0]);
  });

  test('refuses a background of another size', () => {
    const setting = { object: shape('boxes-1'), latents: canonicalLatents };
    expect(() =>
      createTheatre(32, 32).set({ ...setting, background: noisePicture('small', 16, 16) }),
    ).toThrow('the background is 16 x 16, the picture 32 x 32');
  });

  test('centres an object without touching its pose', () => {
    const latents = { s: 1.4, ty: 0.2, tz: -1, rxy: 10, rxz: 20, ryz: 30 };
    expect(centred(latents)).toEqual({ s: 1, ty: 0, tz: 0, rxy: 10, rxz: 20, ryz: 30 });
  });
});
