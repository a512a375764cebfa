import type { Matrix, SingleMatrix } from '../contracts/linear-algebra.ts';

/** Values in double precision at a time: 32 MB of them. */
const blockValues = 4_194_304;

/** Some units of features, in double precision. */
export interface UnitBlock {
  /** Index of the first unit. */
  readonly start: number;
  /** `[rows, units of the block]`. */
  readonly values: Matrix;
}

/** The units of features over the given rows, some at a time, so that wide layers are never held in double precision. */
export function* unitBlocks(
  { columns, data }: Matrix | SingleMatrix,
  rows: readonly number[],
): Generator<UnitBlock> {
  const width = Math.max(1, Math.floor(blockValues / Math.max(1, rows.length)));
  for (let start = 0; start < columns; start += width) {
    const end = Math.min(columns, start + width);
    const block = new Float64Array(rows.length * (end - start));
    rows.forEach((row, place) => {
      block.set(data.subarray(row * columns + start, row * columns + end), place * (end - start));
    });
    yield { start, values: { rows: rows.length, columns: end - start, data: block } };
  }
}
