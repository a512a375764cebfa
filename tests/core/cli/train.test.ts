import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readArray } from '../../../core/array-files/read-array.ts';
import { neuroid, withScene } from '../../support/command-line.ts';
import { smallScene } from '../../support/small-scene.ts';

const architecture = 'plugin: cnn, size: 8, widths: [3], kernels: [3], strides: [1], pools: [2], dense: 4';
const trained = `{ id: net, ${architecture}, train: { objective: category-objective, on: diet, epochs: 2, batch: 8 } }`;
const loaded = (options: string) => `{ id: loaded, ${options}, weights: net.safetensors }`;
const scene = (...backbones: string[]) =>
  smallScene({
    stimuli: '{ id: gratings, plugin: gratings }, { id: diet, plugin: gratings }',
    backbones: ['{ id: pixels, plugin: pixels }', ...backbones].join(', '),
  });

describe('neuroid train', () => {
  test('writes weights with which another scene has the same network', () =>
    withScene(scene(trained), async (folder, file) => {
      const out = join(folder, 'net.safetensors');
      const stored = ['--store', join(folder, 'store'), '--workers', '1'];
      const done = await neuroid('train', file, '--backbone', 'net', '--out', out, ...stored);
      expect(done).toMatchObject({ code: 0 });
      const { curve, seed } = JSON.parse(await readFile(join(folder, 'net.json'), 'utf8'));
      expect(seed).toBe('1');
      expect(curve.map(({ epoch }: { epoch: number }) => epoch)).toEqual([1, 2]);

      const activations = async (scene: string, backbone: string) => {
        const written = join(folder, `${backbone}.nc`);
        const outcome = await neuroid('export', scene, '--backbone', backbone, '--out', written, ...stored);
        expect(outcome).toMatchObject({ code: 0 });
        return (await readArray(written)).data;
      };
      const own = await activations(file, 'net');
      await withScene(
        scene(loaded(architecture).replace('net.safe', `${folder}/net.safe`)),
        async (_, other) => expect(await activations(other, 'loaded')).toEqual(own),
      );
      const wider = architecture.replace('[3], kernels', '[5], kernels');
      await withScene(scene(loaded(wider).replace('net.safe', `${folder}/net.safe`)), async (_, other) => {
        const { code, errors } = await neuroid('run', other, ...stored);
        expect(code).toBe(2);
        expect(errors).toMatch(
          /scene\.yaml:\d+:\d+: the weights do not fit the network: conv1\/kernel must be 3 x 3 x 1 x 5, found 3 x 3 x 1 x 3/,
        );
      });
    }));

  test('refuses another kind of file before it trains', () =>
    withScene(scene(trained), async (folder, file) => {
      const out = join(folder, 'net.json');
      const { code, errors } = await neuroid('train', file, '--backbone', 'net', '--out', out);
      expect(code).toBe(2);
      expect(errors).toContain(`--out ${out}: the file of weights must end in .safetensors.`);
    }));

  test('refuses a backbone that the scene does not train', () =>
    withScene(scene(), async (folder, file) => {
      const { code, errors } = await neuroid(
        ...['train', file, '--backbone', 'pixels', '--out', join(folder, 'net.safetensors')],
        ...['--store', join(folder, 'store'), '--workers', '1'],
      );
      expect(code).toBe(2);
      expect(errors).toContain('the backbone "pixels" is not trained in this scene; give it a `train`.');
    }));
});
