import { assembly } from '../assembly/assembly.ts';
import type { Matrix } from '../contracts/linear-algebra.ts';
import { assemblyCodec } from './assembly-codec.ts';
import type { Codec } from './codec.ts';

/** A matrix as an assembly of two dimensions. */
export function matrixCodec(rows: string, columns: string): Codec<Matrix> {
  const stored = assemblyCodec<Float64Array>();
  return {
    format: `matrix-1(${stored.format},${rows},${columns})`,
    write: (folder, matrix) =>
      stored.write(
        folder,
        assembly({ dimensions: [rows, columns], shape: [matrix.rows, matrix.columns], data: matrix.data }),
      ),
    read: async (folder) => {
      const { shape, data } = await stored.read(folder);
      return { rows: shape[0], columns: shape[1], data };
    },
  };
}
