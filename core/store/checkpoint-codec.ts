import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checkpoint } from '../contracts/training.ts';
import type { Codec } from './codec.ts';
import { readTensors, writeTensors } from './tensors-codec.ts';

interface Index extends Omit<Checkpoint, 'weights'> {
  readonly weights: readonly string[];
}

/** Weights as a Zarr group, and `checkpoint.json` with the rest. */
export function checkpointCodec(): Codec<Checkpoint> {
  return {
    format: 'checkpoint-zarr-2',
    async write(folder, { step, epoch, metrics, outputNames, weights }) {
      const index: Index = { step, epoch, metrics, outputNames, weights: weights.map(({ name }) => name) };
      await writeTensors(join(folder, 'weights'), weights);
      await writeFile(join(folder, 'checkpoint.json'), JSON.stringify(index));
    },
    async read(folder) {
      const index = JSON.parse(await readFile(join(folder, 'checkpoint.json'), 'utf8')) as Index;
      return { ...index, weights: await readTensors(join(folder, 'weights'), index.weights) };
    },
  };
}
