import type { ArrayFile, ArrayValues } from './array-file.ts';

/** What is known of an array before its values: names, shape, labels, and the type of its numbers. */
export interface ArrayHeader extends Omit<ArrayFile, 'data'> {
  readonly type: 'float64' | 'float32';
}

/** An array that is written block by block along its first dimension, in order. */
export interface ArraySink {
  /** @param from row of the first dimension at which the block starts. */
  write(from: number, block: ArrayValues): Promise<void>;
  /** Without it the file is not whole. */
  close(): Promise<void>;
}
