import { describe, expect, test } from '@jest/globals';
import { SphericalHarmonics3, Vector3 } from 'three';
import {
  forEachTexel,
  harmonicsOf,
  type LightMap,
  meanLuminance,
  seenFrom,
} from '../../../core/backgrounds/light.ts';

const same = (light: number) => light;
const white = 8;

/** A map of 32 x 16 texels; its light is grey. */
function lightMap(lightFrom: (direction: Vector3) => number): LightMap {
  const data = new Float32Array(32 * 16 * 3);
  forEachTexel(32, 16, (texel, direction) => {
    data.fill(lightFrom(direction), 3 * texel, 3 * texel + 3);
  });
  return { width: 32, height: 16, data };
}

/** Light on a white surface of this normal. */
function received(harmonics: Float64Array, x: number, y: number, z: number): number {
  const probe = new SphericalHarmonics3().fromArray(Array.from(harmonics));
  return probe.getIrradianceAt(new Vector3(x, y, z).normalize(), new Vector3()).x / Math.PI;
}

describe('light from all around', () => {
  test('of radiance 1 shows white surfaces white, however they stand', () => {
    const harmonics = harmonicsOf(
      lightMap(() => 1),
      white,
      same,
    );
    for (const [x, y, z] of [
      [0, 1, 0],
      [1, 0, 0],
      [0.3, -0.5, 0.8],
    ])
      expect(received(harmonics, x, y, z)).toBeCloseTo(1, 2);
    expect(meanLuminance(harmonics)).toBeCloseTo(1, 5);
  });

  test('is received as the integral over the hemisphere says', () => {
    const harmonics = harmonicsOf(
      lightMap(({ x, y, z }) => 1 + 0.5 * y + 0.3 * x * z),
      white,
      same,
    );
    // Band 1 is weighted by 2/3, band 2 by 1/4 (Ramamoorthi and Hanrahan 2001).
    const [x, y, z] = [0.48, 0.6, 0.64];
    expect(received(harmonics, x, y, z)).toBeCloseTo(1 + (2 / 3) * 0.5 * y + 0.25 * 0.3 * x * z, 2);
  });

  test('has no sun that outshines the rest', () => {
    const map = lightMap(({ x, y }) => (x > 0.95 && Math.abs(y) < 0.2 ? 60_000 : 0.3));
    const harmonics = harmonicsOf(map, white, same);
    const [sunny, shaded] = [received(harmonics, 1, 0, 0), received(harmonics, -1, 0, 0)];
    expect(sunny / shaded).toBeGreaterThan(2);
    expect(sunny).toBeLessThan(3);
    expect(shaded).toBeGreaterThan(0.1);
  });

  test('has the mean that the curve gives', () => {
    const harmonics = harmonicsOf(
      lightMap(({ y }) => (y > 0 ? 3 : 1)),
      white,
      (light) => light / (1 + light),
    );
    expect(meanLuminance(harmonics)).toBeCloseTo(2 / 3, 5);
  });
});

describe('the light that a camera sees', () => {
  const quarter = Math.PI / 2;
  const lamp = ([x, y, z]: readonly [number, number, number]) =>
    harmonicsOf(
      lightMap((direction) => 1 + Math.max(0, direction.dot(new Vector3(x, y, z)))),
      white,
      same,
    );

  test.each([
    ['as it is, looking ahead', [0, 0, false], [1, 0.2, -0.5], [1, 0.2, -0.5]],
    ['from ahead, turned to a lamp on the right', [quarter, 0, false], [1, 0, 0], [0, 0, -1]],
    ['from the left, turned away from a lamp ahead', [quarter, 0, false], [0, 0, -1], [-1, 0, 0]],
    ['from ahead, looking up at a lamp above', [0, quarter, false], [0, 1, 0], [0, 0, -1]],
    ['from the left, when a lamp on the right is mirrored', [0, 0, true], [1, 0, 0], [-1, 0, 0]],
    ['from the right, turned left and mirrored', [-quarter, 0, true], [0, 0, -1], [-1, 0, 0]],
  ] as const)('comes %s', (_name, [azimuth, pitch, mirror], from, towards) => {
    const seen = seenFrom(lamp(from), { azimuth, pitch, mirror });
    const expected = lamp(towards);
    seen.forEach((value, place) => {
      expect(Math.abs(value - expected[place])).toBeLessThan(0.03);
    });
  });
});
