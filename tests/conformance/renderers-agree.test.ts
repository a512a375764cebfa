import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  DataTexture,
  DoubleSide,
  Group,
  LinearFilter,
  LinearMipmapLinearFilter,
  type MagnificationTextureFilter,
  Mesh,
  MeshStandardMaterial,
  type MinificationTextureFilter,
  MirroredRepeatWrapping,
  NearestFilter,
  type Object3D,
  PlaneGeometry,
  RepeatWrapping,
  SphereGeometry,
  SRGBColorSpace,
  TorusGeometry,
} from 'three';
import type { Renderer } from '../../core/contracts/renderer.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import proceduralObjects from '../../plugins/procedural-objects/index.ts';
import { compareOn, lightings } from '../support/agreement.ts';
import { shape, shapeNames } from '../support/objects.ts';
import { comparable, runnable, startRenderer } from '../support/renderers.ts';

/** Coloured checks whose rounds are transparent. */
function checks(
  minFilter: MinificationTextureFilter,
  magFilter: MagnificationTextureFilter = LinearFilter,
): DataTexture {
  const side = 64;
  const texels = new Uint8Array(4 * side * side);
  for (let texel = 0; texel < side * side; texel++) {
    const [column, row] = [texel % side, Math.floor(texel / side)];
    const light = ((column >> 3) + (row >> 3)) % 2 === 0 ? 230 : 40;
    const round = Math.hypot((column % 16) - 8, (row % 16) - 8) < 5;
    texels.set([light, 2 * column, 3 * row, round ? 0 : 255], 4 * texel);
  }
  const texture = new DataTexture(texels, side, side);
  texture.colorSpace = SRGBColorSpace;
  texture.minFilter = minFilter;
  texture.magFilter = magFilter;
  texture.generateMipmaps = minFilter === LinearMipmapLinearFilter;
  texture.needsUpdate = true;
  return texture;
}

function textured(): readonly Object3D[] {
  const repeated = checks(LinearMipmapLinearFilter);
  repeated.wrapS = RepeatWrapping;
  repeated.wrapT = MirroredRepeatWrapping;
  repeated.repeat.set(5, 3);
  repeated.offset.set(0.3, -0.2);
  const smooth = checks(LinearMipmapLinearFilter);
  const material = { roughness: 0.7, side: DoubleSide };
  return [
    new Mesh(new SphereGeometry(0.6, 48, 32), new MeshStandardMaterial({ map: smooth, ...material })),
    new Mesh(new TorusGeometry(0.45, 0.15, 24, 48), new MeshStandardMaterial({ map: repeated, ...material })),
    new Mesh(
      new PlaneGeometry(1.2, 0.9),
      new MeshStandardMaterial({ map: checks(LinearFilter), alphaTest: 0.5, ...material }),
    ),
    new Mesh(
      new SphereGeometry(0.6, 48, 32),
      new MeshStandardMaterial({ map: checks(NearestFilter, NearestFilter), alphaTest: 0.3, ...material }),
    ),
  ].map((mesh) => new Group().add(mesh));
}

async function procedural(): Promise<readonly Object3D[]> {
  const options = proceduralObjects.options.parse({ perCategory: 1 });
  const instance = {
    id: 'objects',
    random: createRandomStreams('agreement'),
    resolvePath: (path: string) => path,
  };
  const source = await proceduralObjects.create(options, {}, instance);
  const names = (await source.objects()).map(({ object_name }) => object_name);
  return Promise.all(names.map((name) => source.load(name)));
}

(comparable ? describe : describe.skip)('the renderers agree', () => {
  let renderers: readonly Renderer[];
  const objects: Record<string, readonly Object3D[]> = {};
  beforeAll(async () => {
    renderers = await Promise.all(runnable.map((plugin) => startRenderer(plugin)));
    objects.procedural = await procedural();
    objects.simple = shapeNames.map(shape);
    objects.textured = textured();
  });
  afterAll(() => Promise.all(renderers.map((renderer) => renderer.dispose())));

  describe.each(Object.keys(lightings))('under %s', (lighting) => {
    test.each([
      ['simple', 1],
      ['textured', 2],
      ['procedural', 1],
    ])('on %s objects', async (kind, difference) => {
      const agreement = await compareOn(objects[kind], lightings[lighting], renderers);
      expect(agreement.overlap).toBeGreaterThan(0.98);
      expect(agreement.luminance).toBeLessThan(0.03);
      expect(agreement.difference).toBeLessThan(difference);
    });
  });
});
