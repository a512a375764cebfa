import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Object3D } from 'three';
import type { Renderer } from '../../core/contracts/renderer.ts';
import { compareOn, lightings } from '../support/agreement.ts';
import { openMeshes } from '../support/mesh-files.ts';
import { comparable, runnable, startRenderer } from '../support/renderers.ts';
import { dataFolder } from './folder.ts';

(dataFolder && comparable ? describe : describe.skip)('the renderers agree on meshes of other makers', () => {
  let renderers: readonly Renderer[];
  let objects: readonly Object3D[];
  beforeAll(async () => {
    const source = await openMeshes(join(dataFolder ?? '', 'meshes'));
    const names = (await source.objects()).map(({ object_name }) => object_name);
    objects = await Promise.all(names.map((name) => source.load(name)));
    renderers = await Promise.all(runnable.map((plugin) => startRenderer(plugin)));
  });
  afterAll(() => Promise.all(renderers.map((renderer) => renderer.dispose())));

  test.each(Object.keys(lightings))('under %s', async (lighting) => {
    const agreement = await compareOn(objects, lightings[lighting], renderers);
    expect(agreement.overlap).toBeGreaterThan(0.98);
    expect(agreement.luminance).toBeLessThan(0.03);
    expect(agreement.difference).toBeLessThan(1);
  });
});
