import type { SingleMatrix } from '../contracts/linear-algebra.ts';
import type { Codec } from './codec.ts';
import { readArray, writeArray, writeGroup } from './zarr.ts';

/** A float32 matrix as the array `data` of a Zarr group; not compressed, which would save little and take longest. */
export function singleMatrixCodec(rows: string, columns: string): Codec<SingleMatrix> {
  return {
    format: `single-matrix-zarr-1(${rows},${columns})`,
    async write(folder, matrix) {
      await writeGroup(folder, {});
      const shape = [matrix.rows, matrix.columns];
      const array = { shape, dimensions: [rows, columns], data: matrix.data, attributes: {} };
      await writeArray(folder, 'data', array, { compressed: false });
    },
    async read(folder) {
      const { shape, data } = await readArray(folder, 'data');
      if (!(data instanceof Float32Array)) throw new TypeError(`${folder} holds no float32 matrix`);
      return { rows: shape[0], columns: shape[1], data };
    },
  };
}
