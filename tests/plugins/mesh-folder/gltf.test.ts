import { VertexLayout } from '@gltf-transform/core';
import { KHRMeshQuantization } from '@gltf-transform/extensions';
import { describe, expect, test } from '@jest/globals';
import {
  BoxGeometry,
  BufferGeometry,
  ConeGeometry,
  Float32BufferAttribute,
  type Object3D,
  SphereGeometry,
} from 'three';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { glb, gltfOf, loadMesh, meshIO } from '../../support/mesh-files.ts';
import {
  cornersOf,
  describeTriangles,
  materialsOf,
  meshesOf,
  volumeOf,
} from '../../support/mesh-triangles.ts';

/** Something without symmetry. */
function cone(): BufferGeometry {
  return new ConeGeometry(1, 3, 5).translate(1, 0, 0);
}

async function asThreeReadsIt(bytes: Uint8Array) {
  return (await new GLTFLoader().parseAsync(Uint8Array.from(bytes).buffer, '')).scene;
}

describe('glTF', () => {
  test('places nodes below nodes as three.js does', async () => {
    const { document, node } = gltfOf(cone());
    const scene = document.getRoot().listScenes()[0];
    const half = document.createNode('half').setScale([0.5, 1, 2]).setTranslation([3, 0, 0]);
    half.setRotation([0, Math.SQRT1_2, 0, Math.SQRT1_2]).setMesh(node.getMesh());
    node.setTranslation([0, 5, 0]).setRotation([0.5, 0.5, 0.5, 0.5]).addChild(half);
    document.createNode('elsewhere').setMesh(node.getMesh()).setTranslation([0, 90, 0]);
    expect(scene.listChildren()).toEqual([node]);
    const bytes = await glb(document);
    expect(describeTriangles(await loadMesh('a.glb', bytes))).toEqual(
      describeTriangles(await asThreeReadsIt(bytes)),
    );
  });

  test('reads vertices whether they lie one by one or interleaved', async () => {
    const { document } = gltfOf(new SphereGeometry(1, 8, 5));
    const read = async (layout: VertexLayout) =>
      loadMesh('a.glb', await meshIO.setVertexLayout(layout).writeBinary(document));
    const separate = await read(VertexLayout.SEPARATE);
    const interleaved = await read(VertexLayout.INTERLEAVED);
    expect(describeTriangles(interleaved)).toEqual(describeTriangles(separate));
    const normals = (object: typeof separate) => meshesOf(object)[0].geometry.attributes.normal.array;
    expect(normals(interleaved)).toEqual(normals(separate));
  });

  test('reads integers that stand for shares of one', async () => {
    const { document, primitive } = gltfOf(cone());
    document.createExtension(KHRMeshQuantization).setRequired(true);
    const position = primitive.getAttribute('POSITION');
    const values = [...(position?.getArray() ?? [])];
    const exact = describeTriangles(await loadMesh('a.glb', await glb(document)));
    position?.setNormalized(true).setArray(Int16Array.from(values, (value) => (value / 4) * 32767));
    const rounded = describeTriangles(await loadMesh('a.glb', await glb(document)));
    expect(numbersOf(rounded)).toHaveLength(numbersOf(exact).length);
    const errors = numbersOf(rounded).map((value, index) => Math.abs(value - numbersOf(exact)[index]));
    expect(Math.max(...errors)).toBeLessThan(0.0021);
  });

  test.each([
    ['a strip', 5, [0, 1, 2, 3, 4], [0, 1, 2, 1, 3, 2, 2, 3, 4]],
    ['a fan', 6, [0, 1, 2, 3, 4], [1, 2, 0, 2, 3, 0, 3, 4, 0]],
  ] as const)('makes triangles of %s', async (_, mode, numbers, triangles) => {
    const points = [0, 0, 0, 0, 2, 0, 1, 0, 0, 1, 2, 0, 2, 0, 0.5];
    const geometry = new BufferGeometry().setAttribute('position', new Float32BufferAttribute(points, 3));
    const { document, primitive } = gltfOf(geometry.setIndex([...numbers]));
    primitive.setMode(mode);
    const expected = gltfOf(geometry.setIndex([...triangles]));
    expect(describeTriangles(await loadMesh('a.glb', await glb(document)))).toEqual(
      describeTriangles(await loadMesh('a.glb', await glb(expected.document))),
    );
  });

  test('leaves out points, lines, triangles without area and vertices that nothing uses', async () => {
    const points = [0, 0, 0, 2, 0, 0, 0, 1, 0, 50, 50, 50];
    const geometry = new BufferGeometry().setAttribute('position', new Float32BufferAttribute(points, 3));
    const { document, node, primitive } = gltfOf(geometry.setIndex([0, 1, 2, 0, 3, 3]));
    node.getMesh()?.addPrimitive(primitive.clone().setMode(1)).addPrimitive(primitive.clone().setMode(0));
    const object = await loadMesh('a.glb', await glb(document));
    expect(describeTriangles(object)).toHaveLength(1);
    expect(meshesOf(object)[0].geometry.attributes.position.count).toBe(3);
    expect(Math.max(...cornersOf(object).map(({ x }) => x))).toBeCloseTo(0.6, 5);
  });

  test('keeps triangles outside where a node mirrors them', async () => {
    const { document, node } = gltfOf(cone());
    const upright = volumeOf(await loadMesh('a.glb', await glb(document)));
    node.setScale([-1, 1, 1]);
    const mirrored = await loadMesh('a.glb', await glb(document));
    expect(volumeOf(mirrored)).toBeCloseTo(upright, 5);
    expect(outwardShare(mirrored)).toBe(1);
  });

  test('gives faces without normals flat ones', async () => {
    const geometry = new BoxGeometry(1, 2, 3).deleteAttribute('normal');
    const object = await loadMesh('a.glb', await glb(gltfOf(geometry).document));
    const [{ geometry: read }] = meshesOf(object);
    for (const value of read.attributes.normal.array)
      expect(Math.abs(value) < 1e-6 || Math.abs(value) > 1 - 1e-6).toBe(true);
    expect(outwardShare(object)).toBe(1);
  });

  test('replaces normals that are no directions', async () => {
    const { document, primitive } = gltfOf(new BoxGeometry(1, 2, 3));
    primitive.getAttribute('NORMAL')?.setElement(3, [0, 0, 0]);
    expect(outwardShare(await loadMesh('a.glb', await glb(document)))).toBe(1);
  });

  test('puts skinned vertices where their joints stand at rest', async () => {
    const { document, node, primitive } = gltfOf(cone());
    const plain = describeTriangles(await loadMesh('a.glb', await glb(document)));
    const count = primitive.getAttribute('POSITION')?.getCount() ?? 0;
    const buffer = document.getRoot().listBuffers()[0];
    const joint = document.createNode('joint').setScale([100, 100, 100]).setTranslation([7, 0, 0]);
    const inverse = [0.01, 0, 0, 0, 0, 0.01, 0, 0, 0, 0, 0.01, 0, -0.07, 0, 0, 1];
    const skin = document.createSkin().addJoint(joint);
    skin.setInverseBindMatrices(
      document.createAccessor().setType('MAT4').setArray(Float32Array.from(inverse)).setBuffer(buffer),
    );
    const each = (values: readonly number[]) => Array.from({ length: count }, () => values).flat();
    const joints = Uint8Array.from(each([0, 0, 0, 0]));
    const weights = Float32Array.from(each([1, 0, 0, 0]));
    primitive.setAttribute(
      'JOINTS_0',
      document.createAccessor().setType('VEC4').setArray(joints).setBuffer(buffer),
    );
    primitive.setAttribute(
      'WEIGHTS_0',
      document.createAccessor().setType('VEC4').setArray(weights).setBuffer(buffer),
    );
    // The node of a skinned mesh counts for nothing.
    node.setSkin(skin).setScale([1, 9, 1]);
    document.getRoot().listScenes()[0].addChild(joint);
    expect(describeTriangles(await loadMesh('a.glb', await glb(document)))).toEqual(plain);
  });

  test('puts primitives of one material into one mesh, others into others', async () => {
    const { document, node, primitive, material } = gltfOf(cone());
    const red = document.createMaterial().setBaseColorFactor([1, 0, 0, 1]);
    node.getMesh()?.addPrimitive(primitive.clone()).addPrimitive(primitive.clone().setMaterial(red));
    const object = await loadMesh('a.glb', await glb(document));
    expect(material.getName()).toBe('');
    expect(materialsOf(object).map(({ color }) => color.getHex())).toEqual([0xffffff, 0xff0000]);
    expect(meshesOf(object).map(({ geometry }) => geometry.index?.count)).toEqual([60, 30]);
  });

  test('reads buffers beside the file and buffers written into it', async () => {
    const { document } = gltfOf(cone());
    const { json, resources } = await meshIO.writeJSON(document, { basename: 'data' });
    const expected = describeTriangles(await loadMesh('a.glb', await glb(document)));
    const [[name, bytes]] = Object.entries(resources);
    const beside = await loadMesh('a.gltf', JSON.stringify(json), { [`things/${name}`]: bytes });
    expect(describeTriangles(beside)).toEqual(expected);
    const [buffer] = json.buffers ?? [];
    const within = {
      ...json,
      buffers: [
        { ...buffer, uri: `data:application/octet-stream;base64,${Buffer.from(bytes).toString('base64')}` },
      ],
    };
    expect(describeTriangles(await loadMesh('a.gltf', JSON.stringify(within)))).toEqual(expected);
  });
});

function numbersOf(triangles: readonly string[]): number[] {
  return triangles
    .join(' ')
    .split(/[ |]+/)
    .map(Number)
    .sort((a, b) => a - b);
}

/** Share of the vertices whose normal points away from the origin, where the object is convex and centred. */
function outwardShare(object: Object3D): number {
  const signs = meshesOf(object).flatMap(({ geometry: { attributes } }) =>
    Array.from(
      { length: attributes.position.count },
      (_, vertex) =>
        attributes.position.getX(vertex) * attributes.normal.getX(vertex) +
          attributes.position.getY(vertex) * attributes.normal.getY(vertex) +
          attributes.position.getZ(vertex) * attributes.normal.getZ(vertex) >
        0,
    ),
  );
  return signs.filter(Boolean).length / signs.length;
}
