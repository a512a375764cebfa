import { createHash } from 'node:crypto';
import { InputError } from '../../errors/errors.ts';
import { besideModel, readModelFile } from './model-file.ts';
import {
  bytesOf,
  type ModelFormat,
  parseManifest,
  type TensorflowManifest,
  type WeightGroup,
} from './tensorflow-manifest.ts';

export interface TensorflowFiles {
  readonly manifest: TensorflowManifest;
  /** All weights, in the order of the manifest. */
  readonly weights: Uint8Array<ArrayBuffer>;
  /** SHA-256 of all files, in hexadecimal digits. */
  readonly digest: string;
}

/**
 * Reads `model.json` and its weights from a path or an http(s) address. Throws InputError where a file is missing,
 * damaged or something else, EnvironmentError where the network fails.
 */
export async function readTensorflowFiles(model: string, format: ModelFormat): Promise<TensorflowFiles> {
  const text = await readModelFile(model, 'it is the model.json of the backbone');
  const manifest = parseManifest(text.toString('utf8'), format, model);
  const groups = await Promise.all(manifest.weightsManifest.map((group) => readGroup(group, model)));
  const weights = new Uint8Array(Buffer.concat(groups));
  const digest = createHash('sha256').update(text).update(weights).digest('hex');
  return { manifest, weights, digest };
}

async function readGroup(group: WeightGroup, model: string): Promise<Buffer> {
  const places = group.paths.map((path) => besideModel(model, path));
  const shards = await Promise.all(
    places.map((place) => readModelFile(place, `${model} names it for its weights`)),
  );
  const bytes = Buffer.concat(shards);
  const expected = bytesOf(group);
  if (bytes.length !== expected)
    throw new InputError(
      `${bytes.length} bytes of weights, but ${model} describes ${expected}: the file is damaged or of another model.`,
      { file: places.join(', ') },
    );
  return bytes;
}
