import type { TextureInfo } from '@gltf-transform/core';
import {
  KHRMaterialsEmissiveStrength,
  KHRMaterialsPBRSpecularGlossiness,
  KHRMaterialsUnlit,
  KHRTextureTransform,
} from '@gltf-transform/extensions';
import { describe, expect, test } from '@jest/globals';
import { encode } from 'fast-png';
import { encode as encodeJpeg } from 'jpeg-js';
import {
  BoxGeometry,
  ClampToEdgeWrapping,
  type DataTexture,
  DoubleSide,
  Float32BufferAttribute,
  FrontSide,
  LinearMipmapLinearFilter,
  MirroredRepeatWrapping,
  NearestFilter,
  PlaneGeometry,
  RepeatWrapping,
  SRGBColorSpace,
} from 'three';
import { InputError } from '../../../core/errors/errors.ts';
import { type GltfStart, glb, gltfOf, loadMesh } from '../../support/mesh-files.ts';
import { materialsOf, meshesOf } from '../../support/mesh-triangles.ts';

const red = [255, 0, 0, 255];
const green = [0, 255, 0, 255];
const blue = [0, 0, 255, 255];
const clear = [9, 9, 9, 0];
const fourColours = png(2, 2, [...red, ...green, ...blue, ...clear]);

function png(width: number, height: number, values: readonly number[]): Uint8Array {
  return encode({ width, height, channels: 4, data: Uint8Array.from(values) });
}

async function load({ document }: GltfStart) {
  const object = await loadMesh('a.glb', await glb(document));
  return { object, material: materialsOf(object)[0] };
}

/** A square whose base colour is a texture. */
function textured(image: Uint8Array, mimeType = 'image/png') {
  const start = gltfOf(new PlaneGeometry(2, 2));
  const texture = start.document.createTexture('colours').setImage(image).setMimeType(mimeType);
  start.material.setBaseColorTexture(texture);
  return { ...start, texture, info: start.material.getBaseColorTextureInfo() as TextureInfo };
}

const mapOf = async (start: GltfStart) => (await load(start)).material.map as DataTexture;

describe('glTF materials', () => {
  test('keep colour, roughness, metalness and emission', async () => {
    const start = gltfOf(new BoxGeometry());
    start.material.setBaseColorFactor([0.2, 0.4, 0.6, 1]).setRoughnessFactor(0.3).setMetallicFactor(0.9);
    start.material.setEmissiveFactor([1, 0.5, 0]);
    const strength = start.document.createExtension(KHRMaterialsEmissiveStrength).createEmissiveStrength();
    start.material.setExtension('KHR_materials_emissive_strength', strength.setEmissiveStrength(3));
    const { material } = await load(start);
    expect(material.color.toArray()).toEqual([0.2, 0.4, 0.6]);
    expect(material.emissive.toArray()).toEqual([1, 0.5, 0]);
    expect(material).toMatchObject({
      roughness: 0.3,
      metalness: 0.9,
      emissiveIntensity: 3,
      side: FrontSide,
      map: null,
    });
  });

  test('are seen from both sides where they say so', async () => {
    const start = gltfOf(new PlaneGeometry());
    start.material.setDoubleSided(true);
    expect((await load(start)).material.side).toBe(DoubleSide);
  });

  test('are lit, and matte grey where there are none', async () => {
    const start = gltfOf(new BoxGeometry());
    start.material.setExtension(
      'KHR_materials_unlit',
      start.document.createExtension(KHRMaterialsUnlit).createUnlit(),
    );
    expect((await load(start)).material.type).toBe('MeshStandardMaterial');
    start.primitive.setMaterial(null);
    expect((await load(start)).material).toMatchObject({ metalness: 0, roughness: 0.8, vertexColors: false });
  });

  test('take the older specular-glossiness as diffuse colour and roughness', async () => {
    const start = gltfOf(new BoxGeometry());
    const glossy = start.document
      .createExtension(KHRMaterialsPBRSpecularGlossiness)
      .createPBRSpecularGlossiness();
    glossy.setDiffuseFactor([0.1, 0.2, 0.3, 1]).setGlossinessFactor(0.75);
    start.material.setExtension('KHR_materials_pbrSpecularGlossiness', glossy);
    const { material } = await load(start);
    expect(material.color.toArray()).toEqual([0.1, 0.2, 0.3]);
    expect(material).toMatchObject({ roughness: 0.25, metalness: 0 });
  });

  test('have the colours of vertices, bytes as shares of one', async () => {
    const geometry = new PlaneGeometry();
    geometry.setAttribute('color', new Float32BufferAttribute(new Float32Array(12), 3));
    const start = gltfOf(geometry);
    const bytes = Uint8Array.from([0, 0, 0, 51, 102, 255, 0, 0, 0, 0, 0, 0]);
    start.primitive.getAttribute('COLOR_0')?.setArray(bytes).setNormalized(true);
    const { object, material } = await load(start);
    expect(material.vertexColors).toBe(true);
    const colours = [...meshesOf(object)[0].geometry.attributes.color.array];
    const second = colours.findIndex((value) => value > 0);
    expect(colours.slice(second, second + 3)).toEqual([0.2, 0.4, 1].map(Math.fround));
  });

  test('take the mean of a texture of roughness and metalness, and no emission from a texture', async () => {
    const start = gltfOf(new PlaneGeometry());
    const image = png(2, 1, [0, 51, 255, 255, 0, 153, 0, 255]);
    const texture = start.document.createTexture('rough').setImage(image).setMimeType('image/png');
    start.material.setMetallicRoughnessTexture(texture).setRoughnessFactor(0.5).setMetallicFactor(1);
    start.material.setEmissiveTexture(texture).setEmissiveFactor([1, 1, 1]);
    const { material } = await load(start);
    expect(material.roughness).toBeCloseTo(0.5 * 0.4, 6);
    expect(material.metalness).toBeCloseTo(0.5, 6);
    expect(material.emissive.getHex()).toBe(0);
  });
});

describe('glTF textures', () => {
  test('keep their texels, top row first, as sRGB with alpha', async () => {
    const map = await mapOf(textured(fourColours));
    expect(map.image).toMatchObject({ width: 2, height: 2 });
    expect([...(map.image.data as Uint8Array)]).toEqual([...red, ...green, ...blue, ...clear]);
    expect(map).toMatchObject({ colorSpace: SRGBColorSpace, flipY: false, wrapS: RepeatWrapping });
    expect(map).toMatchObject({ minFilter: LinearMipmapLinearFilter, generateMipmaps: true });
  });

  test('are read from JPEG', async () => {
    const data = new Uint8Array(16 * 8 * 4)
      .fill(255)
      .map((value, index) => (index % 4 === 0 ? 200 : index % 4 < 3 ? 40 : value));
    const map = await mapOf(textured(encodeJpeg({ width: 16, height: 8, data }, 95).data, 'image/jpeg'));
    const [r, g, b, alpha] = map.image.data as Uint8Array;
    expect(map.image).toMatchObject({ width: 16, height: 8 });
    for (const [value, wanted] of [
      [r, 200],
      [g, 40],
      [b, 40],
      [alpha, 255],
    ])
      expect(Math.abs(value - wanted)).toBeLessThan(6);
  });

  test('repeat and blur as their sampler says', async () => {
    const start = textured(fourColours);
    start.info.setWrapS(33071).setWrapT(33648).setMagFilter(9728).setMinFilter(9728);
    expect(await mapOf(start)).toMatchObject({
      wrapS: ClampToEdgeWrapping,
      wrapT: MirroredRepeatWrapping,
      magFilter: NearestFilter,
      minFilter: NearestFilter,
      generateMipmaps: false,
    });
  });

  test('lie where offset, rotation and scale put them', async () => {
    const start = textured(fourColours);
    const transform = start.document.createExtension(KHRTextureTransform).createTransform();
    transform
      .setOffset([0.1, 0.2])
      .setRotation(Math.PI / 2)
      .setScale([2, 3]);
    start.info.setExtension('KHR_texture_transform', transform);
    const { object } = await load(start);
    const before = start.primitive.getAttribute('TEXCOORD_0')?.getArray() as Float32Array;
    const after = meshesOf(object)[0].geometry.attributes.uv.array;
    const expected = Array.from({ length: 4 }, (_, vertex) => [
      3 * before[2 * vertex + 1] + 0.1,
      -2 * before[2 * vertex] + 0.2,
    ]);
    expect(pairs(after)).toEqual(pairs(expected.flat()));
  });

  test('are halved until they are 1024 wide, light averaged', async () => {
    const row = Array.from({ length: 2048 }, (_, x) =>
      x % 2 ? [255, 255, 255, 255] : [0, 0, 0, 255],
    ).flat();
    const map = await mapOf(textured(png(2048, 1, row)));
    expect(map.image).toMatchObject({ width: 1024, height: 1 });
    // Half of the light is 188 in sRGB.
    expect([...(map.image.data as Uint8Array).subarray(0, 4)]).toEqual([188, 188, 188, 255]);
  });

  test.each([
    ['OPAQUE', 1, 0],
    ['MASK', 1, 0.3],
    ['MASK', 0.5, 0.6],
    ['BLEND', 0.2, 0.5],
  ] as const)('with alpha mode %s and alpha %d are cut at %d', async (mode, alpha, cut) => {
    const start = textured(fourColours);
    start.material.setAlphaMode(mode).setAlphaCutoff(0.3).setAlpha(alpha);
    const { material } = await load(start);
    expect(material.alphaTest).toBeCloseTo(cut, 6);
    expect(material.transparent).toBe(false);
  });

  test.each([
    ['MASK', 0.2, false],
    ['MASK', 0.4, true],
    ['BLEND', 0.2, true],
    ['BLEND', 0, false],
  ] as const)('absent, a surface of mode %s and alpha %d is seen: %s', async (mode, alpha, seen) => {
    const start = gltfOf(new BoxGeometry());
    start.material.setAlphaMode(mode).setAlphaCutoff(0.3).setAlpha(alpha);
    const loading = load(start);
    if (seen) await expect(loading).resolves.toBeDefined();
    else await expect(loading).rejects.toThrow('has no faces to be seen');
  });

  test('damaged, of another kind or too large are refused by name', async () => {
    const huge = png(1, 1, red);
    new DataView(huge.buffer, huge.byteOffset).setUint32(16, 40_000);
    for (const [image, message] of [
      [fourColours.subarray(0, 60), 'a.glb: the texture colours is not a readable PNG'],
      [
        new TextEncoder().encode('RIFF....WEBP and what follows'),
        'a.glb: the texture colours: neither PNG nor JPEG',
      ],
      [huge, 'a.glb: the texture colours has 40000 x 1 pixels; a texture may have 4096 on a side at most'],
    ] as const) {
      const loading = load(textured(image));
      await expect(loading).rejects.toThrow(InputError);
      await expect(loading).rejects.toThrow(message);
    }
  });
});

function pairs(values: ArrayLike<number>): string[] {
  return Array.from({ length: values.length / 2 }, (_, pair) =>
    [values[2 * pair], values[2 * pair + 1]].map((value) => (value + 1e-9).toFixed(4)).join(' '),
  ).sort();
}
