import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { KHRMaterialsUnlit } from '@gltf-transform/extensions';
import { describe, expect, test } from '@jest/globals';
import { BoxGeometry } from 'three';
import { InputError } from '../../../core/errors/errors.ts';
import { glb, gltfOf, loadMesh, meshIO, openMeshes, temporaryFolder } from '../../support/mesh-files.ts';

const square = 'v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\n';
const { document, primitive } = gltfOf(new BoxGeometry());

async function expectRefusal(
  loading: Promise<unknown>,
  ...messages: readonly (string | RegExp)[]
): Promise<void> {
  const error: unknown = await loading.catch((refusal: unknown) => refusal);
  expect(error).toBeInstanceOf(InputError);
  for (const message of messages)
    expect((error as Error).message).toEqual(
      typeof message === 'string' ? expect.stringContaining(message) : expect.stringMatching(message),
    );
}

/** A glTF file as text, and its buffer, after a change of the text's content. */
async function changed(change: (json: Awaited<ReturnType<typeof meshIO.writeJSON>>['json']) => void) {
  const { json, resources } = await meshIO.writeJSON(document, { basename: 'data' });
  change(json);
  const others = Object.fromEntries(
    Object.entries(resources).map(([name, bytes]) => [`things/${name}`, bytes]),
  );
  return loadMesh('a.gltf', JSON.stringify(json), others);
}

describe('a mesh that cannot be used', () => {
  test('has no faces', async () => {
    const none = 'has no faces to be seen; give a mesh with triangles';
    await expectRefusal(loadMesh('a.obj', square), 'things/a.obj', none);
    await expectRefusal(loadMesh('a.obj', `${square}f 1 1 2`), none);
    await expectRefusal(loadMesh('a.obj', new Uint8Array([0, 200, 13, 10, 7])), none);
    await expectRefusal(
      changed((json) => Object.assign(json.scenes?.[0] ?? {}, { nodes: [] })),
      'things/a.gltf',
      none,
    );
  });

  test('is cut off or something else', async () => {
    const whole = await glb(document);
    await expectRefusal(
      loadMesh('a.glb', whole.subarray(0, whole.length - 200)),
      'things/a.glb is not a readable mesh',
      `of ${whole.length} bytes: it was cut off`,
    );
    await expectRefusal(loadMesh('a.glb', 'this is no mesh'), 'things/a.glb is not a readable mesh');
    await expectRefusal(loadMesh('a.glb', new Uint8Array()), 'things/a.glb is not a readable mesh');
    await expectRefusal(loadMesh('a.gltf', '{"asset": {"version": "1.0"}}'), 'Unsupported glTF version');
  });

  test('is damaged at any place of its head', async () => {
    const whole = await glb(document);
    for (let place = 0; place < 400; place += 7) {
      const damaged = whole.slice();
      damaged[place] ^= 0x55;
      const error: unknown = await loadMesh('a.glb', damaged).catch((refusal: unknown) => refusal);
      if (error instanceof Error) expect(error).toBeInstanceOf(InputError);
    }
  });

  test('lacks a buffer, a library or a texture', async () => {
    await expectRefusal(
      changed((json) => Object.assign(json.buffers?.[0] ?? {}, { uri: 'other.bin' })),
      'things/a.gltf needs other.bin, which is missing',
    );
    await expectRefusal(
      loadMesh('a.obj', `mtllib a.mtl\n${square}f 1 2 3`),
      'things/a.obj needs a.mtl, which is missing',
    );
    const library = { 'things/a.mtl': 'newmtl a\nmap_Kd wood.jpg' };
    await expectRefusal(
      loadMesh('a.obj', `mtllib a.mtl\n${square}f 1 2 3`, library),
      'things/a.mtl needs wood.jpg, which is missing',
    );
  });

  test.each([
    '../../../../../../../../etc/passwd',
    '..%2f..%2f..%2fetc%2fpasswd',
    '/etc/passwd',
    'file:///etc/passwd',
    'https://example.org/buffer.bin',
  ])('names %s', async (uri) => {
    const refusal = changed((json) => Object.assign(json.buffers?.[0] ?? {}, { uri }));
    await expectRefusal(refusal, 'things/a.gltf names', 'which lies outside the folder');
    const object = `mtllib ${uri}\n${square}f 1 2 3`;
    if (!uri.includes('%')) await expectRefusal(loadMesh('a.obj', object), 'things/a.obj names');
  });

  test('has positions that are no numbers', async () => {
    await expectRefusal(
      loadMesh('a.obj', 'v 0 0 0\nv nan 0 0\nv 0 1 0\nf 1 2 3'),
      'things/a.obj',
      'not a number',
    );
    const { document: broken, primitive: faces } = gltfOf(new BoxGeometry());
    faces.getAttribute('POSITION')?.setElement(2, [0, Number.NaN, 0]);
    await expectRefusal(
      loadMesh('a.glb', await glb(broken)),
      'things/a.glb',
      'the position of vertex 2 is not a number',
    );
  });

  test('has triangles of vertices that do not exist', async () => {
    await expectRefusal(loadMesh('a.obj', `${square}f 1 2 9`), 'things/a.obj');
    const { document: broken, primitive: faces } = gltfOf(new BoxGeometry());
    faces.getIndices()?.setScalar(4, 77);
    await expectRefusal(
      loadMesh('a.glb', await glb(broken)),
      'a triangle has the vertex 77, but there are 24',
    );
    expect(primitive.getIndices()?.getScalar(4)).not.toBe(77);
  });

  test('says that it has more vertices than memory', async () => {
    const refusal = changed((json) => {
      for (const accessor of json.accessors ?? [])
        Object.assign(accessor, { count: 3e8, bufferView: undefined });
    });
    await expectRefusal(refusal, 'things/a.gltf is not a readable mesh', '300000000 vertices');
  });

  test('needs an extension that is not known, but not when it can do without', async () => {
    const name = 'KHR_draco_mesh_compression';
    await expectRefusal(
      changed((json) => Object.assign(json, { extensionsUsed: [name], extensionsRequired: [name] })),
      name,
    );
    await expect(
      changed((json) => Object.assign(json, { extensionsUsed: ['VENDOR_new'] })),
    ).resolves.toBeDefined();
    const unlit = KHRMaterialsUnlit.EXTENSION_NAME;
    await expect(
      changed((json) => Object.assign(json, { extensionsUsed: [unlit], extensionsRequired: [unlit] })),
    ).resolves.toBeDefined();
  });

  test('is larger than memory should hold', async () => {
    const folder = await temporaryFolder({ 'things/a.glb': '' });
    const source = await openMeshes(folder);
    const file = await open(join(folder, 'things/a.glb'), 'w');
    await file.truncate(2 ** 31 + 2 ** 20);
    await file.close();
    await expectRefusal(
      source.load('things-a'),
      'things/a.glb has 2049 MiB; a file may have 512 MiB at most',
    );
  });
});
