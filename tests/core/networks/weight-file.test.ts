import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { NamedTensor } from '../../../core/contracts/training.ts';
import { decodeWeights, encodeWeights, readWeights } from '../../../core/networks/weight-file.ts';

const tensors: NamedTensor[] = [
  { name: 'stem/kernel', shape: [2, 3], data: Float32Array.of(1, -2, 3.5, 0, 1e-30, 6) },
  { name: 'head/bias', shape: [1], data: Float32Array.of(0.25) },
];
const whole = () => Buffer.from(encodeWeights({ tensors, notes: { seed: '7' } }));
const refusalOf = (bytes: Buffer) => {
  try {
    decodeWeights(bytes, 'net.safetensors');
  } catch (error) {
    return (error as Error).message;
  }
  return undefined;
};

/** The same file with another index. */
function withIndex(change: (index: Record<string, Record<string, unknown>>) => void): Buffer {
  const bytes = whole();
  const end = 8 + Number(bytes.readBigUInt64LE());
  const index = JSON.parse(bytes.toString('utf8', 8, end));
  change(index);
  const text = Buffer.from(JSON.stringify(index));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text, bytes.subarray(end)]);
}

describe('weight files', () => {
  test('give back what was written, with its notes', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'neuroid-weights-')), 'net.safetensors');
    await writeFile(file, whole());
    const read = await readWeights(file);
    expect(read).toMatchObject({ tensors, notes: { seed: '7' } });
    expect(read.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('lie where safetensors has them: length, index, values', () => {
    const bytes = whole();
    const end = 8 + Number(bytes.readBigUInt64LE());
    expect(JSON.parse(bytes.toString('utf8', 8, end))).toMatchObject({
      'stem/kernel': { dtype: 'F32', shape: [2, 3], data_offsets: [0, 24] },
      'head/bias': { dtype: 'F32', shape: [1], data_offsets: [24, 28] },
    });
    expect(bytes.readFloatLE(end + 8)).toBe(3.5);
  });

  test('are refused in one sentence where they are cut short or hostile', async () => {
    expect(refusalOf(whole().subarray(0, -1))).toMatch(
      /not a whole safetensors file: "head\/bias" \(1\) lies/,
    );
    expect(refusalOf(whole().subarray(0, 5))).toMatch(/5 bytes/);
    const endless = whole();
    endless.writeBigUInt64LE(2n ** 60n);
    expect(refusalOf(endless)).toMatch(/its index should take 1152921504606846976 bytes/);
    expect(refusalOf(Buffer.concat([whole().subarray(0, 8), Buffer.alloc(400, 'x')]))).toMatch(/no JSON/);
    expect(refusalOf(withIndex((index) => Object.assign(index['head/bias'], { dtype: 'F16' })))).toMatch(
      /"head\/bias" is F16/,
    );
    expect(refusalOf(withIndex((index) => Object.assign(index['head/bias'], { shape: [1e9] })))).toMatch(
      /lies at/,
    );
    expect(
      refusalOf(withIndex((index) => Object.assign(index['head/bias'], { data_offsets: [-4, 0] }))),
    ).toMatch(/head\/bias\.data_offsets/);
    const infinite = whole();
    infinite.writeFloatLE(Number.POSITIVE_INFINITY, infinite.length - 4);
    expect(refusalOf(infinite)).toMatch(/not finite/);
    await expect(readWeights('/nowhere/net.safetensors')).rejects.toThrow(/cannot be read \(ENOENT\)/);
  });
});
