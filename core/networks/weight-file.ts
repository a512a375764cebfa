import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { NamedTensor } from '../contracts/training.ts';
import { InputError } from '../errors/errors.ts';
import { digest } from '../store/key.ts';

/**
 * Weights in a file: the safetensors format (a JSON index after its length in 8 bytes, then the values), float32 only. It
 * holds data and nothing that runs.
 */

const HeaderSchema = z.looseObject({ __metadata__: z.record(z.string(), z.string()).default({}) }).catchall(
  z.strictObject({
    dtype: z.string(),
    shape: z.array(z.int().min(0)),
    data_offsets: z.tuple([z.int().min(0), z.int().min(0)]),
  }),
);

export interface WeightFile {
  readonly tensors: readonly NamedTensor[];
  /** What the writer says of them, for instance the command that made them. */
  readonly notes: Readonly<Record<string, string>>;
  /** SHA-256 of the file, hexadecimal. */
  readonly digest: string;
}

const lengthBytes = 8;

export function encodeWeights({ tensors, notes }: Omit<WeightFile, 'digest'>): Uint8Array {
  let end = 0;
  const index = tensors.map(({ name, shape, data }) => {
    const start = end;
    end += data.byteLength;
    return [name, { dtype: 'F32', shape, data_offsets: [start, end] }] as const;
  });
  const text = JSON.stringify({ __metadata__: notes, ...Object.fromEntries(index) });
  const header = Buffer.from(text.padEnd(Math.ceil(text.length / 8) * 8), 'utf8');
  const length = Buffer.alloc(lengthBytes);
  length.writeBigUInt64LE(BigInt(header.length));
  const values = tensors.map(({ data }) => Buffer.from(data.buffer, data.byteOffset, data.byteLength));
  return Buffer.concat([length, header, ...values]);
}

/** Throws InputError when the file is missing, cut short, or holds anything but float32 tensors. */
export async function readWeights(file: string): Promise<WeightFile> {
  const bytes = await readFile(file).catch((cause) => {
    throw new InputError(`the weights cannot be read (${cause.code}).`, { file }, { cause });
  });
  return decodeWeights(bytes, file);
}

export function decodeWeights(bytes: Buffer, file: string): WeightFile {
  const refuse = (reason: string) =>
    new InputError(`not a whole safetensors file: ${reason}; write it anew with \`neuroid train\`.`, {
      file,
    });
  if (bytes.length < lengthBytes) throw refuse(`${bytes.length} bytes`);
  const length = bytes.readBigUInt64LE();
  const start = lengthBytes + Number(length);
  if (start > bytes.length) throw refuse(`its index should take ${length} bytes`);
  const { __metadata__: notes, ...index } = parseHeader(bytes.toString('utf8', lengthBytes, start), refuse);
  const tensors = Object.entries(index).map(
    ([
      name,
      {
        dtype,
        shape,
        data_offsets: [from, to],
      },
    ]) => {
      const size = shape.reduce((product, side) => product * side, 1);
      if (dtype !== 'F32') throw refuse(`"${name}" is ${dtype}, only F32 is read`);
      if (to - from !== size * Float32Array.BYTES_PER_ELEMENT || start + to > bytes.length)
        throw refuse(
          `"${name}" (${shape.join(' x ')}) lies at ${from} to ${to} of ${bytes.length - start} bytes`,
        );
      const data = new Float32Array(new Uint8Array(bytes.subarray(start + from, start + to)).buffer);
      if (!data.every(Number.isFinite)) throw refuse(`"${name}" has values that are not finite`);
      return { name, shape, data };
    },
  );
  return { tensors, notes, digest: digest(bytes) };
}

function parseHeader(text: string, refuse: (reason: string) => InputError) {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw refuse('its index is no JSON');
  }
  const { data, error } = HeaderSchema.safeParse(content);
  if (data) return data;
  const [{ path, message }] = error.issues;
  throw refuse(`${path.join('.') || 'its index'}: ${message}`);
}
