import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Object3D } from 'three';
import type { Picture } from '../../core/contracts/pictures.ts';
import type { Plugin } from '../../core/contracts/plugin.ts';
import type { Renderer, Rendering } from '../../core/contracts/renderer.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import { disposeObject } from '../../core/stage/dispose-object.ts';
import { canonicalLatents, type Latents } from '../../core/stage/latents.ts';
import { createTheatre, setStage } from '../../core/stage/theatre.ts';
import software from '../../plugins/software-renderer/index.ts';
import three from '../../plugins/three-renderer/index.ts';
import { noisePicture } from '../support/backgrounds.ts';
import { allowDrawingWithoutScreen } from '../support/graphics.ts';
import { shape, shapeNames } from '../support/objects.ts';

allowDrawingWithoutScreen();

const size = 64;
const noise = noisePicture('behind', size, size);
const nowhere = {
  id: 'renderer',
  random: createRandomStreams('renderer'),
  resolvePath: (path: string) => path,
};
const poses: readonly Latents[] = [
  canonicalLatents,
  { s: 1.3, ty: -0.3, tz: 0.6, rxy: 46, rxz: -30, ryz: 80 },
  { s: 0.7, ty: 0.5, tz: -1.1, rxy: -80, rxz: 60, ryz: -160 },
];

const plugins: readonly Plugin<Renderer>[] = [software, three] as never;
const available = await Promise.all(
  plugins.map(async (plugin) => (await plugin.availability?.())?.available),
);
const runnable = plugins.filter((_, index) => available[index]);

function start(plugin: Plugin<Renderer>, options: object = {}): Promise<Renderer> {
  return Promise.resolve(plugin.create(plugin.options.parse(options), {}, nowhere));
}

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
    renderer = await start(plugin);
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
    const coarse = await start(plugin, { samples: 1 });
    const { mask } = await draw(coarse, shape('rings-1'), poses[1]);
    expect(new Set(mask)).toEqual(new Set([0, 255]));
    expect(coarse.identity).not.toBe(renderer.identity);
    await coarse.dispose();
  });
});

(runnable.length === plugins.length ? describe : describe.skip)('the renderers agree', () => {
  let renderers: Renderer[];
  beforeAll(async () => {
    renderers = await Promise.all(plugins.map((plugin) => start(plugin)));
  });
  afterAll(() => Promise.all(renderers.map((renderer) => renderer.dispose())));

  test.each(shapeNames)('on %s', async (name) => {
    for (const latents of poses) {
      const [ours, theirs] = await Promise.all(
        renderers.map((renderer) => draw(renderer, shape(name), latents)),
      );
      const pair = Array.from(ours.mask, (coverage, pixel) => [coverage, theirs.mask[pixel]]);
      const shared = pair.reduce((sum, [a, b]) => sum + Math.min(a, b), 0);
      const either = pair.reduce((sum, [a, b]) => sum + Math.max(a, b), 0);
      expect(shared / either).toBeGreaterThan(0.97);
      const differences = Array.from(ours.pixels, (value, index) => Math.abs(value - theirs.pixels[index]));
      const inside = differences.filter((_, index) => ours.mask[Math.floor(index / 3)] > 0);
      expect(inside.reduce((sum, value) => sum + value, 0) / inside.length).toBeLessThan(4);
    }
  });
});
