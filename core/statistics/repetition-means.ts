import type { Assembly } from '../assembly/assembly.ts';
import type { Matrix } from '../contracts/linear-algebra.ts';

/** Mean responses `[presentation, neuroid]` over the given repetitions; NaN where none of them is there. */
export function meanOver(
  { shape: [, rows, columns], data }: Assembly<Float64Array>,
  repetitions: readonly number[],
): Matrix {
  const size = rows * columns;
  const means = new Float64Array(size);
  for (let index = 0; index < size; index++) {
    let [sum, present] = [0, 0];
    for (const repetition of repetitions) {
      const value = data[repetition * size + index];
      if (Number.isNaN(value)) continue;
      sum += value;
      present++;
    }
    means[index] = sum / present;
  }
  return { rows, columns, data: means };
}
