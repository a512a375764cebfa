import { describe, expect, test } from '@jest/globals';
import { BackSide, FrontSide, Group, Mesh, MeshBasicMaterial, type Object3D, PlaneGeometry } from 'three';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { pose } from '../../../core/stage/camera.ts';
import { canonicalLatents, type Latents } from '../../../core/stage/latents.ts';
import { createTheatre } from '../../../core/stage/theatre.ts';
import { collectTriangles } from '../../../core/stage/triangles.ts';
import { createVisibleShare } from '../../../core/stage/visible-share.ts';
import { createSoftwareRenderer } from '../../../plugins/software-renderer/software-renderer.ts';
import { shape, shapeNames } from '../../support/objects.ts';

const side = 80;
const share = createVisibleShare(side, side);
const wide = createTheatre(2 * side, 2 * side);
const renderer = createSoftwareRenderer(2);

/** The share of a mask of twice the frame that lies within the frame. */
async function renderedShare(object: Object3D, latents: Latents): Promise<number> {
  const stage = wide.set({ object, latents, background: undefined });
  const { camera } = stage;
  camera.fov = (2 * Math.atan(2 * Math.tan((camera.fov * Math.PI) / 360)) * 180) / Math.PI;
  camera.updateProjectionMatrix();
  const { mask } = await renderer.render(stage);
  camera.fov = (2 * Math.atan(Math.tan((camera.fov * Math.PI) / 360) / 2) * 180) / Math.PI;
  let [within, total] = [0, 0];
  mask.forEach((coverage, pixel) => {
    const [x, y] = [pixel % (2 * side), Math.floor(pixel / (2 * side))];
    total += coverage;
    if (Math.min(x, y) >= side / 2 && Math.max(x, y) < 1.5 * side) within += coverage;
  });
  return total > 0 ? within / total : 0;
}

describe('visible share', () => {
  test.each(shapeNames)('is what a picture of twice the frame shows: %s', async (name) => {
    const stream = createRandomStreams('visible share').stream(name);
    const object = shape(name);
    const triangles = collectTriangles(object);
    for (let view = 0; view < 8; view++) {
      const latents = {
        s: stream.uniform(0.6, 1.6),
        ty: stream.uniform(-1.5, 1.5),
        tz: stream.uniform(-1.5, 1.5),
        rxy: stream.uniform(-180, 180),
        rxz: stream.uniform(-90, 90),
        ryz: stream.uniform(-180, 180),
      };
      const rendered = await renderedShare(object, latents);
      expect(Math.abs(share(triangles, latents) - rendered)).toBeLessThan(0.01);
    }
  });

  test('is 1 within the picture, a half at its edge, 0 beyond', () => {
    const box = collectTriangles(shape('boxes-1'));
    expect(share(box, canonicalLatents)).toBe(1);
    expect(share(box, { ...canonicalLatents, ty: 1.5 })).toBeCloseTo(0.5, 1);
    expect(share(box, { ...canonicalLatents, tz: -4 })).toBe(0);
  });

  test('knows the sides that materials show', () => {
    const sheet = new Mesh(new PlaneGeometry(1, 1), new MeshBasicMaterial());
    const beyond = { ...canonicalLatents, ty: 1.4 };
    expect(share(collectTriangles(sheet), beyond)).toBeGreaterThan(0.5);
    expect(share(collectTriangles(sheet), { ...beyond, rxy: 180 })).toBe(0);
    sheet.material.side = BackSide;
    expect(share(collectTriangles(sheet), beyond)).toBe(0);
    sheet.material.side = FrontSide;
    const mirrored = new Group().add(sheet);
    mirrored.scale.x = -1;
    expect(share(collectTriangles(mirrored), beyond)).toBeGreaterThan(0.5);
    sheet.visible = false;
    expect(collectTriangles(mirrored).parts).toEqual([]);
  });

  test('does not depend on where the object hangs', () => {
    const object = shape('solids-2');
    const free = collectTriangles(object);
    const pivot = new Group().add(object);
    pose(pivot, { s: 1.3, ty: 1, tz: 0.4, rxy: 20, rxz: -50, ryz: 70 });
    const hung = collectTriangles(object);
    expect(hung.parts).toEqual(free.parts);
    hung.positions.forEach((value, index) => {
      expect(value).toBeCloseTo(free.positions[index], 5);
    });
  });
});
