import { expect, test } from '@jest/globals';
import { decode } from 'fast-png';
import { depthPng, mapUnits, normalsPng } from '../../../core/stimulus-files/geometry-pictures.ts';

const diagonal = Math.sqrt(0.5);
const geometry = {
  depth: Float32Array.of(19.4, Number.POSITIVE_INFINITY),
  normals: Float32Array.of(diagonal, 0, diagonal, 0, 0, 0),
};

test('depth and normals can be read back with the units that the lock states', () => {
  const depth = decode(depthPng(geometry, 2, 1));
  const { unit, offset, nothing } = mapUnits.depth;
  expect(depth.depth).toBe(16);
  expect(Math.abs(depth.data[0] * unit + offset - 19.4)).toBeLessThanOrEqual(unit / 2);
  expect(depth.data[1]).toBe(nothing);

  const normals = decode(normalsPng(geometry, 2, 1));
  const components = Array.from(
    normals.data,
    (value) => value * mapUnits.normals.unit + mapUnits.normals.offset,
  );
  [diagonal, 0, diagonal].forEach((expected, axis) => {
    expect(Math.abs(components[axis] - expected)).toBeLessThan(0.004);
  });
  expect(Array.from(normals.data.slice(3))).toEqual([128, 128, 128]);
});
