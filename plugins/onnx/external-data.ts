import { besideModel, readModelFile } from '../../core/backbones/pretrained/model-file.ts';
import type { GraphMessage, TensorMessage } from './model-message.ts';

/** Files of weights that a model keeps beside it, by the name it gives them. */
export type ExternalData = ReadonlyMap<string, Uint8Array>;

/** Throws InputError where a file is missing or outside of the model's folder. */
export async function readExternalData({ initializer }: GraphMessage, model: string): Promise<ExternalData> {
  const names = new Set(initializer.flatMap((tensor) => externalEntry(tensor, 'location') ?? []));
  const files = new Map<string, Uint8Array>();
  for (const name of names)
    files.set(name, await readModelFile(besideModel(model, name), `${model} names it for its weights`));
  return files;
}

export function externalEntry({ externalData }: TensorMessage, key: string): string | undefined {
  return externalData.find((entry) => entry.key === key)?.value;
}
