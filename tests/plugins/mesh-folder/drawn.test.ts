import { describe, expect, test } from '@jest/globals';
import { encode } from 'fast-png';
import { PlaneGeometry } from 'three';
import type { Rendering } from '../../../core/contracts/renderer.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { canonicalLatents } from '../../../core/stage/latents.ts';
import { setStage } from '../../../core/stage/theatre.ts';
import softwareRenderer from '../../../plugins/software-renderer/index.ts';
import { glb, gltfOf, loadMesh } from '../../support/mesh-files.ts';

const size = 40;
const red = [220, 20, 20, 255];
const green = [20, 220, 20, 255];
const blue = [20, 20, 220, 255];
const clear = [255, 255, 255, 0];
const quadrants = encode({
  width: 2,
  height: 2,
  channels: 4,
  data: Uint8Array.from([red, green, blue, clear].flat()),
});

async function draw(object: Awaited<ReturnType<typeof loadMesh>>): Promise<Rendering> {
  const renderer = await softwareRenderer.create(
    softwareRenderer.options.parse({}),
    {},
    { id: 'renderer', random: createRandomStreams('1'), resolvePath: (path) => path },
  );
  const latents = { ...canonicalLatents, s: 2 };
  return renderer.render(setStage({ object, latents, background: undefined, width: size, height: size }));
}

function pixel({ pixels, mask }: Rendering, x: number, y: number) {
  const place = y * size + x;
  const colours = ['red', 'green', 'blue'];
  const values = [...pixels.subarray(3 * place, 3 * place + 3)];
  return mask[place] === 0 ? 'none' : colours[values.indexOf(Math.max(...values))];
}

describe('a drawn mesh', () => {
  test('shows its texture upright, and nothing where it is cut', async () => {
    const { document, material, primitive } = gltfOf(new PlaneGeometry(1, 1));
    // In glTF v = 0 is the upper edge of a picture, in three.js the lower one.
    const uv = primitive.getAttribute('TEXCOORD_0');
    const values = [...(uv?.getArray() ?? [])];
    uv?.setArray(Float32Array.from(values.map((value, index) => (index % 2 ? 1 - value : value))));
    const texture = document.createTexture().setImage(quadrants).setMimeType('image/png');
    material.setBaseColorTexture(texture).setAlphaMode('MASK');
    material.getBaseColorTextureInfo()?.setMagFilter(9728).setMinFilter(9728);
    const drawn = await draw(await loadMesh('a.glb', await glb(document)));
    const places = [
      [12, 12],
      [28, 12],
      [12, 28],
      [28, 28],
    ] as const;
    expect(places.map(([x, y]) => pixel(drawn, x, y))).toEqual(['red', 'green', 'blue', 'none']);
  });

  test('shows the same texture the same way from OBJ', async () => {
    const text = `v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\nvt 0 0\nvt 1 0\nvt 1 1\nvt 0 1
mtllib a.mtl\nusemtl a\nf 1/1 2/2 3/3 4/4\n`;
    const others = { 'things/a.mtl': 'newmtl a\nKd 1 1 1\nmap_Kd a.png', 'things/a.png': quadrants };
    const drawn = await draw(await loadMesh('a.obj', text, others));
    expect([pixel(drawn, 12, 12), pixel(drawn, 28, 12), pixel(drawn, 12, 28)]).toEqual([
      'red',
      'green',
      'blue',
    ]);
  });

  test('turns its front to the viewer as told', async () => {
    const { document, node, primitive, material } = gltfOf(new PlaneGeometry(1, 1));
    material.setBaseColorFactor([1, 0, 0, 1]);
    // A blue face that looks to the left: turned by 90 degrees about y, it comes to the front.
    const blue = document.createMaterial().setBaseColorFactor([0, 0, 1, 1]).setMetallicFactor(0);
    const left = document.createMesh().addPrimitive(primitive.clone().setMaterial(blue));
    node
      .setTranslation([0, 0, 0.5])
      .addChild(
        document
          .createNode()
          .setMesh(left)
          .setTranslation([-0.5, 0, -0.5])
          .setRotation([0, -Math.SQRT1_2, 0, Math.SQRT1_2]),
      );
    const bytes = await glb(document);
    expect(pixel(await draw(await loadMesh('a.glb', bytes)), 20, 20)).toBe('red');
    const turned = await loadMesh('a.glb', bytes, {}, { turn: { things: [0, 90, 0] } });
    expect(pixel(await draw(turned), 20, 20)).toBe('blue');
  });
});
