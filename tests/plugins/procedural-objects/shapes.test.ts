import { describe, expect, test } from '@jest/globals';
import { BoxGeometry, type BufferGeometry } from 'three';
import { Clay } from '../../../plugins/procedural-objects/shapes/clay.ts';
import { loft, tube } from '../../../plugins/procedural-objects/shapes/loft.ts';
import { withCreasedNormals } from '../../../plugins/procedural-objects/shapes/normals.ts';
import { Sculpture } from '../../../plugins/procedural-objects/shapes/sculpture.ts';
import { box } from '../../../plugins/procedural-objects/shapes/solids.ts';

function rows(geometry: BufferGeometry, name: string): number[][] {
  const { array, count } = geometry.getAttribute(name);
  return Array.from({ length: count }, (_, row) => Array.from(array.slice(3 * row, 3 * row + 3)));
}

function volume(geometry: BufferGeometry): number {
  const points = rows(geometry.index ? geometry.toNonIndexed() : geometry, 'position');
  let sum = 0;
  for (let corner = 0; corner < points.length; corner += 3) {
    const [[ax, ay, az], [bx, by, bz], [cx, cy, cz]] = points.slice(corner, corner + 3);
    sum += ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx);
  }
  return sum / 6;
}

/** Edges that an odd number of triangles share. */
function openEdges(geometry: BufferGeometry): number {
  const corners = Array.from(geometry.index?.array ?? []);
  const edges = new Map<string, number>();
  for (let corner = 0; corner < corners.length; corner++) {
    const next = corner % 3 === 2 ? corner - 2 : corner + 1;
    const edge = [corners[corner], corners[next]].sort((a, b) => a - b).join();
    edges.set(edge, (edges.get(edge) ?? 0) + 1);
  }
  return Array.from(edges.values()).filter((count) => count % 2 === 1).length;
}

describe('clay', () => {
  const colour = '#ff0000';

  test('of one ball is a closed sphere with its normals outwards', () => {
    const sphere = new Clay().ball([1, 2, 3], 0.5, { colour }).mesh(16);
    expect(openEdges(sphere)).toBe(0);
    expect(Math.abs(volume(sphere) / ((4 / 3) * Math.PI * 0.5 ** 3) - 1)).toBeLessThan(0.03);
    const normals = rows(sphere, 'normal');
    for (const [index, [x, y, z]] of rows(sphere, 'position').entries()) {
      const outward = [x - 1, y - 2, z - 3];
      expect(Math.abs(Math.hypot(...outward) - 0.5)).toBeLessThan(0.005);
      const along = outward.reduce((sum, value, axis) => sum + value * normals[index][axis], 0);
      expect(along / 0.5).toBeGreaterThan(0.99);
    }
  });

  test('joins lumps, mirrors them and carves holes', () => {
    const ball = volume(new Clay().ball([0, 0, 0], 1, { colour }).mesh(24));
    const pair = new Clay().ball([3, 0, 0], 1, { colour, mirror: true }).mesh(48);
    expect(Math.abs(volume(pair) / (2 * ball) - 1)).toBeLessThan(0.05);
    const cup = new Clay()
      .ball([0, 0, 0], 1, { colour })
      .ball([0, 1, 0], 0.6, { colour, carve: true })
      .mesh(24);
    expect(volume(cup)).toBeLessThan(ball - 0.2);
    expect(openEdges(cup)).toBe(0);
  });

  test('knows how far its front stands out', () => {
    const clay = new Clay().ball([0, 0, 1], 0.5, { colour });
    expect(Math.abs(clay.front(0, 0) - 1.5)).toBeLessThan(0.01);
    expect(clay.front(2, 0)).toBeNaN();
  });

  test('is coloured by the nearest lump', () => {
    const mesh = new Clay()
      .ball([-1, 0, 0], 0.9, { colour: '#ff0000' })
      .ball([1, 0, 0], 0.9, { colour: '#0000ff' })
      .mesh(20);
    const colours = rows(mesh, 'color');
    for (const [index, [x]] of rows(mesh, 'position').entries())
      if (Math.abs(x) > 0.3) expect(colours[index]).toEqual(x < 0 ? [1, 0, 0] : [0, 0, 1]);
  });
});

describe('lofts', () => {
  test('enclose a positive volume, whichever way their rings run', () => {
    const ring = (height: number) =>
      [
        [0, 0],
        [2, 0],
        [2, 3],
        [0, 3],
      ].map(([x, z]) => [x, height, z] as const);
    expect(volume(loft([ring(0), ring(4)]))).toBeCloseTo(24);
    expect(volume(loft([ring(4), ring(0)]))).toBeCloseTo(24);
  });

  test('make tubes of the given radius', () => {
    const pipe = tube(
      [
        [0, 0, 0],
        [0, 2, 0],
      ],
      0.5,
      32,
    );
    expect(Math.abs(volume(pipe) / (Math.PI * 0.25 * 2) - 1)).toBeLessThan(0.02);
  });
});

test('boxes are as large as told, rounded or not', () => {
  for (const rounding of [0, 0.1, 5]) {
    const geometry = box([1, 2, 3], rounding);
    geometry.computeBoundingBox();
    const size = geometry.boundingBox?.max.toArray().map((value) => Math.round(value * 1e3) / 1e3);
    expect(size).toEqual([0.5, 1, 1.5]);
  }
});

test('normals crease at sharp edges and are smooth across blunt ones', () => {
  const cube = new BoxGeometry(1, 1, 1);
  const sharp = rows(withCreasedNormals(cube, 0.7), 'normal');
  for (const normal of sharp) expect(Math.max(...normal.map(Math.abs))).toBeCloseTo(1, 6);
  const smooth = rows(withCreasedNormals(cube, 2), 'normal');
  for (const normal of smooth) expect(Math.max(...normal.map(Math.abs))).toBeLessThan(0.95);
});

test('a sculpture mirrors parts with their triangles outwards', () => {
  const half = new Sculpture().add(box([1, 1, 1]), { paint: '#fff', at: [2, 0, 0], mirror: true });
  const [mesh] = half.cast(5).children as unknown as { geometry: BufferGeometry }[];
  expect(volume(mesh.geometry)).toBeCloseTo(2);
  mesh.geometry.computeBoundingBox();
  expect(mesh.geometry.boundingBox?.min.x).toBeCloseTo(-2.5);
});
