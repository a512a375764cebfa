import { describe, expect, test } from '@jest/globals';
import {
  BoxGeometry,
  type BufferGeometry,
  Color,
  type DataTexture,
  type Mesh,
  type MeshStandardMaterial,
} from 'three';
import { curveAt, smoothStep, through } from '../../../plugins/procedural-objects/shapes/blends.ts';
import { mapOntoBox } from '../../../plugins/procedural-objects/shapes/box-mapping.ts';
import { Clay } from '../../../plugins/procedural-objects/shapes/clay.ts';
import { loft, tube } from '../../../plugins/procedural-objects/shapes/loft.ts';
import { withCreasedNormals } from '../../../plugins/procedural-objects/shapes/normals.ts';
import { Sculpture } from '../../../plugins/procedural-objects/shapes/sculpture.ts';
import { sheet } from '../../../plugins/procedural-objects/shapes/sheet.ts';
import { box } from '../../../plugins/procedural-objects/shapes/solids.ts';
import { type Station, stem } from '../../../plugins/procedural-objects/shapes/stem.ts';

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

describe('curves through values', () => {
  test('meet every value and are level beyond the ends', () => {
    const values = [0, 2, 1, 5];
    for (const [index, value] of values.entries()) expect(through(values, index)).toBeCloseTo(value, 12);
    expect([through(values, -1), through(values, 9)]).toEqual([0, 5]);
    expect(through([1, 3, 5, 7], 1.3)).toBeCloseTo(3.6, 12);
    const points = [
      [0, 4],
      [1, 2],
      [3, 6],
    ] as const;
    expect([-1, 0, 1, 3, 4].map((x) => curveAt(points, x))).toEqual([4, 4, 2, 6, 6]);
    expect([smoothStep(2, 1, 2.5), smoothStep(2, 1, 1.5), smoothStep(2, 1, 0)]).toEqual([0, 0.5, 1]);
  });
});

describe('sheets and stems', () => {
  test('face the side from which columns run to the right and rows down', () => {
    const flat = sheet([0, 1, 2], [0, -1], (x, y) => [x, y, 0]);
    for (const normal of rows(flat, 'normal')) expect(normal).toEqual([0, 0, 1]);
    expect(flat.index?.count).toBe(3 * 4);
  });

  test('close a stem into a capsule of the given thickness', () => {
    const red = new Color('#ff0000');
    const ends: Station[] = [
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0.3, 0.2],
      [0, 0, 1, 0.3, 0.2],
      [0, 0, 2, 0.3, 0.2],
      [0, 0, 2, 0, 0],
    ];
    const capsule = stem(ends, { sides: 48, rings: 8, colour: () => red });
    expect(volume(capsule)).toBeGreaterThan(0.95 * Math.PI * 0.3 * 0.2 * 2);
    expect(volume(capsule)).toBeLessThan(1.25 * Math.PI * 0.3 * 0.2 * 2);
    capsule.computeBoundingBox();
    expect(capsule.boundingBox?.max.x).toBeCloseTo(0.3, 1);
    expect(capsule.boundingBox?.max.y).toBeCloseTo(0.2, 1);
  });
});

describe('textures', () => {
  test('run along the longest side, in the scale of the part', () => {
    const plank = new BoxGeometry(0.2, 0.1, 3).toNonIndexed();
    mapOntoBox(plank, 0.5);
    const { array } = plank.getAttribute('uv');
    const sides = rows(plank, 'position').slice(0, 24);
    for (const [corner, [, , z]] of sides.entries()) expect(array[2 * corner]).toBeCloseTo(z / 0.5, 5);
  });

  test('are repeating pictures of four bytes per texel, on the parts that ask for them', () => {
    const { children } = new Sculpture()
      .add(box([1, 1, 1]), { paint: '#804020', finish: 'wood' })
      .add(box([1, 1, 1]), { paint: '#804020', at: [2, 0, 0] })
      .cast(1);
    const [wooden, painted] = children as Mesh[];
    const { map } = wooden.material as MeshStandardMaterial & { map: DataTexture };
    const { data, width, height } = map.image as { data: Uint8Array; width: number; height: number };
    expect(data).toHaveLength(4 * width * height);
    expect(wooden.geometry.hasAttribute('uv')).toBe(true);
    expect((painted.material as MeshStandardMaterial).map).toBeNull();
    expect(painted.geometry.hasAttribute('uv')).toBe(false);
  });
});
