import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NamedTensor } from '../contracts/training.ts';
import type { Codec } from './codec.ts';
import { readArray, writeArray, writeGroup } from './zarr.ts';

/** Named float32 tensors as one Zarr group, and `tensors.json` with their names in order. */
export function tensorsCodec(): Codec<readonly NamedTensor[]> {
  return {
    format: 'tensors-zarr-1',
    async write(folder, tensors) {
      await writeTensors(join(folder, 'tensors'), tensors);
      await writeFile(join(folder, 'tensors.json'), JSON.stringify(tensors.map(({ name }) => name)));
    },
    async read(folder) {
      const names = JSON.parse(await readFile(join(folder, 'tensors.json'), 'utf8')) as readonly string[];
      return readTensors(join(folder, 'tensors'), names);
    },
  };
}

export async function writeTensors(folder: string, tensors: readonly NamedTensor[]): Promise<void> {
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

export function readTensors(folder: string, names: readonly string[]): Promise<NamedTensor[]> {
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
