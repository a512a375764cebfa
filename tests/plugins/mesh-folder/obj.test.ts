import { describe, expect, test } from '@jest/globals';
import { encode } from 'fast-png';
import type { DataTexture } from 'three';
import { loadMesh } from '../../support/mesh-files.ts';
import { describeTriangles, materialsOf, meshesOf, volumeOf } from '../../support/mesh-triangles.ts';

const square = 'v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\n';
const box = [
  'v -1 -1 -1',
  'v 1 -1 -1',
  'v 1 1 -1',
  'v -1 1 -1',
  'v -1 -1 1',
  'v 1 -1 1',
  'v 1 1 1',
  'v -1 1 1',
  'f 5 6 7 8',
  'f 2 1 4 3',
  'f 6 2 3 7',
  'f 1 5 8 4',
  'f 8 7 3 4',
  'f 1 2 6 5',
].join('\n');

describe('OBJ', () => {
  test('cuts polygons into triangles, forwards and backwards numbered', async () => {
    const object = await loadMesh('a.obj', `${square}f 1 2 3 4`);
    expect(describeTriangles(object)).toHaveLength(2);
    expect(describeTriangles(await loadMesh('a.obj', `${square}f -4 -3 -2 -1`))).toEqual(
      describeTriangles(object),
    );
    expect(volumeOf(await loadMesh('a.obj', box))).toBeCloseTo(1.2 ** 3, 5);
  });

  test('reads lines that go on, other line ends, and skips what it does not draw', async () => {
    const odd = `# made by hand\r\n${square}l 1 2\r\np 1\r\ncstype bezier\r\nf 1 2 \\\r\n3 4\r\n`;
    expect(describeTriangles(await loadMesh('a.obj', odd))).toHaveLength(2);
  });

  test('smooths edges up to 60 degrees where there are no normals, unless smoothing is off', async () => {
    const cubeNormals = await normals(box);
    for (const value of cubeNormals)
      expect(Math.min(Math.abs(value), 1 - Math.abs(value))).toBeLessThan(1e-6);
    const roof = 'v 0 0 0\nv 2 0 0\nv 2 0.3 1\nv 0 0.3 1\nv 2 0 2\nv 0 0 2\n%s\nf 4 3 2 1\nf 6 5 3 4\n';
    const ridge = (values: number[]) =>
      values.filter((_, index) => index % 3 === 2 && Math.abs(values[index]) < 0.2);
    expect(ridge(await normals(roof.replace('%s', 's 1'))).length).toBeGreaterThan(0);
    expect(ridge(await normals(roof.replace('%s', 's off')))).toEqual([]);
  });

  test('gives each group of faces its material, grey where there is none', async () => {
    const library = 'newmtl red\nKd 1 0 0\nNs 0\nnewmtl steel\nKd 1 1 1\nPr 0.25\nPm 1\nKe 0 0 1\n';
    const faces =
      'mtllib colours.mtl\nf 1 2 3\nusemtl red\nf 1 2 3\nusemtl steel\nf 1 3 4\nusemtl unknown\nf 1 3 4\n';
    const object = await loadMesh('a.obj', square + faces, { 'things/colours.mtl': library });
    const materials = materialsOf(object);
    expect(materials.map(({ color }) => color.getHex())).toEqual([0xc8c8c8, 0xff0000, 0xffffff, 0xc8c8c8]);
    expect(materials[1].roughness).toBe(1);
    expect(materials[2]).toMatchObject({ roughness: 0.25, metalness: 1 });
    expect(materials[2].emissive.getHex()).toBe(0x0000ff);
  });

  test('lays textures with their first row on top', async () => {
    const values = Uint8Array.from([255, 0, 0, 0, 0, 255]);
    const picture = encode({ width: 1, height: 2, channels: 3, data: values });
    const text = `${square}vt 0 0\nvt 1 0\nvt 1 1\nvt 0 1\nmtllib sub/a.mtl\nusemtl picture\nf 1/1 2/2 3/3 4/4\n`;
    const others = {
      'things/sub/a.mtl': 'newmtl picture\nmap_Kd -s 2 1 1 ..\\pictures\\flag.png',
      'things/pictures/flag.png': picture,
    };
    const object = await loadMesh('a.obj', text, others);
    const [material] = materialsOf(object);
    expect([...((material.map as DataTexture).image.data as Uint8Array)]).toEqual([
      255, 0, 0, 255, 0, 0, 255, 255,
    ]);
    const { position, uv } = meshesOf(object)[0].geometry.attributes;
    for (let vertex = 0; vertex < position.count; vertex++) {
      expect(uv.getX(vertex)).toBeCloseTo(position.getX(vertex) > 0 ? 2 : 0, 6);
      expect(uv.getY(vertex)).toBeCloseTo(position.getY(vertex) > 0 ? 0 : 1, 6);
    }
  });

  test('takes the colours of vertices as sRGB', async () => {
    const object = await loadMesh('a.obj', 'v 0 0 0 1 0 0\nv 1 0 0 1 0 0\nv 0 1 0 0.5 0 0\nf 1 2 3');
    const [{ geometry }] = meshesOf(object);
    expect(materialsOf(object)[0].vertexColors).toBe(true);
    const reds = [0, 1, 2].map((vertex) => geometry.attributes.color.getX(vertex)).sort();
    expect(reds[0]).toBeCloseTo(((0.5 + 0.055) / 1.055) ** 2.4, 5);
    expect(reds.slice(1)).toEqual([1, 1]);
  });
});

async function normals(text: string): Promise<number[]> {
  return [...meshesOf(await loadMesh('a.obj', text))[0].geometry.attributes.normal.array];
}
