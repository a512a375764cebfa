import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checkpoint, NamedTensor } from '../contracts/training.ts';
import type { Codec } from './codec.ts';
import { readArray, writeArray, writeGroup } from './zarr.ts';

interface Index {
  readonly epoch: number;
  readonly metrics: Readonly<Record<string, number>>;
  readonly weights: readonly string[];
  readonly optimiser: readonly string[];
}

/** Weights and optimiser state as one Zarr group each, and `checkpoint.json` with the rest. */
export function checkpointCodec(): Codec<Checkpoint> {
  return {
    format: 'checkpoint-zarr-1',
    async write(folder, { epoch, metrics, weights, optimiser }) {
      const names = (tensors: readonly NamedTensor[]) => tensors.map(({ name }) => name);
      const index: Index = { epoch, metrics, weights: names(weights), optimiser: names(optimiser) };
      await writeTensors(join(folder, 'weights'), weights);
      await writeTensors(join(folder, 'optimiser'), optimiser);
      await writeFile(join(folder, 'checkpoint.json'), JSON.stringify(index));
    },
    async read(folder) {
      const index = JSON.parse(await readFile(join(folder, 'checkpoint.json'), 'utf8')) as Index;
      return {
        epoch: index.epoch,
        metrics: index.metrics,
        weights: await readTensors(join(folder, 'weights'), index.weights),
        optimiser: await readTensors(join(folder, 'optimiser'), index.optimiser),
      };
    },
  };
}

async function writeTensors(folder: string, tensors: readonly NamedTensor[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeGroup(folder, {});
  for (const { name, shape, data } of tensors)
    await writeArray(folder, fileName(name), {
      shape,
      dimensions: shape.map((_, axis) => `${fileName(name)}_${axis}`),
      data,
      attributes: {},
    });
}

function readTensors(folder: string, names: readonly string[]): Promise<NamedTensor[]> {
  return Promise.all(
    names.map(async (name) => {
      const { shape, data } = await readArray(folder, fileName(name));
      if (!(data instanceof Float32Array)) throw new TypeError(`${name} is not a float32 tensor`);
      return { name, shape, data };
    }),
  );
}

function fileName(name: string): string {
  return name.replaceAll('/', '.');
}
