import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError } from '../../core/errors/errors.ts';
import { bytesOf, type Manifest, parseManifest, type WeightGroup } from './manifest.ts';

export interface ModelFiles {
  readonly manifest: Manifest;
  /** All weights, in the order of the manifest. */
  readonly weights: Uint8Array<ArrayBuffer>;
  /** SHA-256 of all files, in hexadecimal digits. */
  readonly digest: string;
}

/** Reads `model.json` and its weights. Throws InputError where a file is missing, damaged or something else. */
export async function readModelFiles(file: string): Promise<ModelFiles> {
  const text = await read(file, 'it is the model.json of the backbone');
  const manifest = parseManifest(text.toString('utf8'), file);
  const groups = await Promise.all(
    manifest.weightsManifest.map((group) => readGroup(group, dirname(file), file)),
  );
  const weights = new Uint8Array(Buffer.concat(groups));
  const digest = createHash('sha256').update(text).update(weights).digest('hex');
  return { manifest, weights, digest };
}

async function readGroup(group: WeightGroup, folder: string, model: string): Promise<Buffer> {
  const shards = await Promise.all(
    group.paths.map((path) => read(join(folder, path), `${model} names it for its weights`)),
  );
  const bytes = Buffer.concat(shards);
  const expected = bytesOf(group);
  if (bytes.length !== expected)
    throw new InputError(
      `${bytes.length} bytes of weights, but ${model} describes ${expected}: the file is damaged or of another model.`,
      { file: group.paths.map((path) => join(folder, path)).join(', ') },
    );
  return bytes;
}

async function read(file: string, why: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such file' : `the file cannot be read (${code})`;
    throw new InputError(`${reason}; ${why}.`, { file }, { cause: error });
  }
}
