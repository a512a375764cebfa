import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as tensorflow from '@tensorflow/tfjs';

/** Names of its layers, from input to output. */
export const tinyModelLayers = ['first_conv', 'first_pool', 'scores'] as const;

/** Writes a small convolutional LayersModel, its weights split over two files, and returns its folder. */
export async function writeTinyLayersModel({ layers, sequential }: typeof tensorflow): Promise<string> {
  const [conv, pool, dense] = tinyModelLayers;
  const initializer = (seed: number) => ({ className: 'RandomNormal', config: { stddev: 0.3, seed } });
  const model = sequential({
    layers: [
      layers.conv2d({
        name: conv,
        inputShape: [12, 12, 3],
        filters: 4,
        kernelSize: 3,
        activation: 'relu',
        kernelInitializer: initializer(1) as never,
      }),
      layers.maxPooling2d({ name: pool, poolSize: 2 }),
      layers.flatten({ name: 'flat' }),
      layers.dense({ name: dense, units: 5, kernelInitializer: initializer(2) as never }),
    ],
  });
  const folder = await mkdtemp(join(tmpdir(), 'neuroid-layers-model-'));
  await model.save({
    save: async ({ modelTopology, weightSpecs, weightData }) => {
      const bytes = new Uint8Array(weightData as ArrayBuffer);
      const half = Math.floor(bytes.length / 2);
      await writeFile(join(folder, 'shard1.bin'), bytes.subarray(0, half));
      await writeFile(join(folder, 'shard2.bin'), bytes.subarray(half));
      const manifest = [{ paths: ['shard1.bin', 'shard2.bin'], weights: weightSpecs }];
      const content = { format: 'layers-model', modelTopology, weightsManifest: manifest };
      await writeFile(join(folder, 'model.json'), JSON.stringify(content));
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    },
  });
  model.dispose();
  return folder;
}
