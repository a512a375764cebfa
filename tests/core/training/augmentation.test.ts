import { describe, expect, test } from '@jest/globals';
import type { Frames } from '../../../core/contracts/pictures.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { createAugmentation } from '../../../core/training/augmentation.ts';
import { samplePicture } from '../../../core/training/resampling.ts';

const picture: Frames = {
  count: 1,
  height: 20,
  width: 20,
  channels: 1,
  data: Uint8Array.from({ length: 400 }, (_, index) => (index * 37) % 256),
};

describe('augmentation', () => {
  const still = { shift: 0, rotation: 0, zoom: 1, flip: false, grey: 0, contrast: 0, noise: 0 };
  const row: Frames = { count: 1, height: 1, width: 5, channels: 1, data: Uint8Array.of(10, 20, 30, 40, 50) };
  const draws = (options: object, frames = row, count = 200) => {
    const augment = createAugmentation({ ...still, ...options }, createRandomStreams('x'));
    return Array.from({ length: count }, (_, batch) => Array.from(augment(frames, String(batch)).data));
  };
  const distinct = (options: object) => Array.from(new Set(draws(options).map(String))).sort();

  test('changes nothing when everything is off', () => {
    expect(distinct({})).toEqual(['10,20,30,40,50']);
    expect(draws({}, picture, 1)[0]).toEqual(Array.from(picture.data));
  });

  test('mirrors', () => {
    expect(distinct({ flip: true })).toEqual(['10,20,30,40,50', '50,40,30,20,10']);
  });

  test('takes the colours of a share of the pictures', () => {
    const pixel: Frames = { count: 1, height: 1, width: 1, channels: 3, data: Uint8Array.of(200, 100, 50) };
    const changed = draws({ grey: 0.25 }, pixel, 400).map(String);
    expect(new Set(changed)).toEqual(new Set(['200,100,50', '124,124,124']));
    expect(changed.filter((colours) => colours === '124,124,124').length / 400).toBeCloseTo(0.25, 1);
  });

  test('shifts up to its share of the side, repeating the border', () => {
    const shifted = draws({ shift: 0.2 });
    for (const [first, , middle, , last] of shifted) {
      expect(Math.abs(middle - 30)).toBeLessThanOrEqual(10);
      expect(first).toBeGreaterThanOrEqual(10);
      expect(last).toBeLessThanOrEqual(50);
    }
    const middles = shifted.map(([, , middle]) => middle);
    expect([Math.min(...middles), Math.max(...middles)]).toEqual([20, 40]);
  });

  test('scales about the middle', () => {
    const scaled = draws({ zoom: 2 });
    for (const [, before, middle, after] of scaled) {
      expect(middle).toBe(30);
      expect(before + after).toBe(60);
    }
    const slopes = scaled.map(([, , middle, after]) => after - middle);
    expect([Math.min(...slopes), Math.max(...slopes)]).toEqual([5, 20]);
  });

  test('turns about the middle', () => {
    const bar: Frames = { ...row, height: 5, data: new Uint8Array(25).fill(0) };
    for (let column = 0; column < 5; column++) bar.data[10 + column] = 200;
    const turned = samplePicture(bar, 0, {
      right: 0,
      down: 0,
      angle: Math.PI / 2,
      scale: 1,
      mirrored: false,
    });
    const upright = Array.from({ length: 25 }, (_, pixel) => (pixel % 5 === 2 ? 200 : 0));
    expect(Array.from(turned, Math.round)).toEqual(upright);
  });

  test('scales contrast about mid-grey, within its bounds', () => {
    for (const [first] of draws({ contrast: 0.5 })) expect(first).toBeLessThanOrEqual(69);
    expect(distinct({ contrast: 0.5 }).length).toBeGreaterThan(10);
  });

  test('adds noise of the given standard deviation', () => {
    const noise = draws({ noise: 0.01 }, row, 2000).map(([, , middle]) => middle - 30);
    const variance = noise.reduce((sum, value) => sum + value * value, 0) / noise.length;
    expect(Math.sqrt(variance)).toBeGreaterThan(2.2);
    expect(Math.sqrt(variance)).toBeLessThan(2.9);
  });

  test('leaves the pictures it was given as they are', () => {
    draws({ flip: true, shift: 0.4, rotation: 90, noise: 0.1 });
    expect(Array.from(row.data)).toEqual([10, 20, 30, 40, 50]);
  });

  test('a batch is changed alike whenever it comes, and each otherwise', () => {
    const options = { ...still, shift: 0.2, rotation: 30, noise: 0.1 };
    const augment = createAugmentation(options, createRandomStreams('x'));
    const third = augment(picture, '3').data;
    augment(picture, '4');
    expect(augment(picture, '3').data).toEqual(third);
    expect(augment(picture, '4').data).not.toEqual(third);
  });
});
