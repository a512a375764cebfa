import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Mesh, type Object3D } from 'three';
import type { Picture } from '../../core/contracts/pictures.ts';
import type { Renderer, Rendering } from '../../core/contracts/renderer.ts';
import { InputError } from '../../core/errors/errors.ts';
import { disposeObject } from '../../core/stage/dispose-object.ts';
import { canonicalLatents, type Latents } from '../../core/stage/latents.ts';
import { createTheatre, setStage } from '../../core/stage/theatre.ts';
import { noisePicture } from '../support/backgrounds.ts';
import { shape, shapeNames } from '../support/objects.ts';
import { runnable, startRenderer } from '../support/renderers.ts';

const size = 64;
const noise = noisePicture('behind', size, size);
const poses: readonly Latents[] = [
  canonicalLatents,
  { s: 1.3, ty: -0.3, tz: 0.6, rxy: 46, rxz: -30, ryz: 80 },
  { s: 0.7, ty: 0.5, tz: -1.1, rxy: -80, rxz: 60, ryz: -160 },
];

function drawAlone(renderer: Renderer, object: Object3D, latents: Latents): Promise<Rendering> {
  return renderer.render(setStage({ object, latents, background: undefined, width: size, height: size }));
}

function draw(
  renderer: Renderer,
  object: Object3D,
  latents: Latents = canonicalLatents,
  background: Picture = noise,
): Promise<Rendering> {
  return renderer.render(setStage({ object, latents, background, width: size, height: size }));
}

function digest(values: Uint8Array): string {
  return createHash('sha1').update(values).digest('hex');
}

function bytes({ pixels, mask }: Rendering): string {
  return `${digest(pixels)} ${digest(mask)}`;
}

/** What of the picture the object leaves free. */
function free(pixels: Uint8Array, mask: Uint8Array): Uint8Array {
  return pixels.filter((_, index) => mask[Math.floor(index / 3)] === 0);
}

function centreOf(mask: Uint8Array): { x: number; y: number } {
  let [x, y, total] = [0, 0, 0];
  mask.forEach((coverage, pixel) => {
    x += coverage * ((pixel % size) + 0.5);
    y += coverage * (Math.floor(pixel / size) + 0.5);
    total += coverage;
  });
  return { x: x / total, y: y / total };
}

describe.each(runnable.map((plugin) => ({ id: plugin.id, plugin })))('renderer: $id', ({ plugin }) => {
  let renderer: Renderer;
  beforeAll(async () => {
    renderer = await startRenderer(plugin);
  });
  afterAll(() => renderer.dispose());

  test('names itself', () => {
    expect(renderer.identity).toMatch(/\d/);
  });

  test.each(shapeNames)('gives %s before an untouched background', async (name) => {
    for (const latents of poses) {
      const { pixels, mask } = await draw(renderer, shape(name), latents);
      expect([pixels.length, mask.length]).toEqual([3 * size * size, size * size]);
      expect(digest(free(noise.data, mask))).toBe(digest(free(pixels, mask)));
      expect(mask.some((coverage) => coverage === 255)).toBe(true);
    }
  });

  test('leaves the background picture itself as it was', async () => {
    const background = noisePicture('behind', size, size);
    await draw(renderer, shape('boxes-1'), canonicalLatents, background);
    expect(digest(background.data)).toBe(digest(noise.data));
  });

  test('hangs mid-grey where there is no background', async () => {
    const { pixels, mask } = await drawAlone(renderer, shape('rings-1'), canonicalLatents);
    expect(new Set(free(pixels, mask))).toEqual(new Set([128]));
  });

  test('covers as much as the geometry says', async () => {
    const { mask } = await draw(renderer, shape('solids-1'));
    const area = mask.reduce((sum, coverage) => sum + coverage / 255, 0);
    expect(area / (Math.PI * (0.6 * (size / 3)) ** 2)).toBeCloseTo(1, 1);
    const edges = mask.filter((coverage) => coverage > 0 && coverage < 255);
    expect(edges.length).toBeGreaterThan(20);
  });

  test('puts the first row at the top and the first column at the left', async () => {
    const up = await draw(renderer, shape('solids-1'), { ...canonicalLatents, tz: 0.6 });
    const right = await draw(renderer, shape('solids-1'), { ...canonicalLatents, ty: 0.6 });
    expect(centreOf(up.mask).x).toBeCloseTo(size / 2, 0);
    expect(centreOf(up.mask).y).toBeCloseTo(0.3 * size, 0);
    expect(centreOf(right.mask).x).toBeCloseTo(0.7 * size, 0);
    expect(centreOf(right.mask).y).toBeCloseTo(size / 2, 0);
  });

  test('lights the object from above', async () => {
    const { pixels, mask } = await draw(renderer, shape('solids-1'), { ...canonicalLatents, rxy: 90 });
    const light = [0, 0];
    const count = [0, 0];
    mask.forEach((coverage, pixel) => {
      if (coverage !== 255) return;
      const half = pixel < mask.length / 2 ? 0 : 1;
      light[half] += pixels[3 * pixel + 2];
      count[half]++;
    });
    expect(light[0] / count[0]).toBeGreaterThan(light[1] / count[1] + 10);
  });

  test('gives the same bytes again, whatever was drawn between', async () => {
    const first = await draw(renderer, shape('boxes-2'), poses[1]);
    await draw(renderer, shape('rings-2'), poses[2]);
    const small = setStage({
      object: shape('solids-2'),
      latents: poses[1],
      background: undefined,
      width: 32,
      height: 48,
    });
    expect((await renderer.render(small)).mask).toHaveLength(32 * 48);
    expect(bytes(await draw(renderer, shape('boxes-2'), poses[1]))).toBe(bytes(first));
  });

  test('gives the same bytes whether a theatre is new or used', async () => {
    const theatre = createTheatre(size, size);
    const objects = shapeNames.map(shape);
    for (const [index, object] of objects.entries()) {
      const latents = poses[index % poses.length];
      const used = await renderer.render(theatre.set({ object, latents, background: undefined }));
      expect(bytes(used)).toBe(bytes(await drawAlone(renderer, shape(shapeNames[index]), latents)));
      if (index > 1) disposeObject(objects[index - 2]);
    }
  });

  test('draws several pictures that are asked for at once', async () => {
    const together = await Promise.all(poses.map((latents) => draw(renderer, shape('solids-2'), latents)));
    for (const [index, latents] of poses.entries())
      expect(bytes(together[index])).toBe(bytes(await draw(renderer, shape('solids-2'), latents)));
  });

  test('takes as many samples as it is told', async () => {
    const coarse = await startRenderer(plugin, { samples: 1 });
    const { mask } = await draw(coarse, shape('rings-1'), poses[1]);
    expect(new Set(mask)).toEqual(new Set([0, 255]));
    expect(coarse.identity).not.toBe(renderer.identity);
    await coarse.dispose();
  });

  test('refuses a picture without pixels and vertices without a place', async () => {
    const stage = setStage({
      object: shape('rings-1'),
      latents: canonicalLatents,
      background: undefined,
      width: 4,
      height: 4,
    });
    for (const width of [0, -1, 2.5, Number.NaN])
      await expect(renderer.render({ ...stage, width })).rejects.toThrow(
        /^a picture of .* must be whole numbers/,
      );
    await expect(renderer.render({ ...stage, background: noise })).rejects.toThrow(
      '64 x 64 pixels and the picture 4 x 4',
    );
    const broken = shape('boxes-1');
    broken.name = 'crate';
    broken.traverse((part) => {
      if (part instanceof Mesh) part.geometry.attributes.position.setY(3, Number.NaN);
    });
    const refused = drawAlone(renderer, broken, canonicalLatents);
    await expect(refused).rejects.toThrow(InputError);
    await expect(refused).rejects.toThrow(/^crate has vertices at places that are no finite numbers/);
  });
});
