import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checkpoint, NamedTensor } from '../contracts/training.ts';
import type { Codec } from './codec.ts';
import { readTensors, writeTensors } from './tensors-codec.ts';

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
