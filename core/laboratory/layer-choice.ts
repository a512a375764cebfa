import { stackRows } from '../assembly/matrix.ts';
import type { Matrix } from '../contracts/linear-algebra.ts';
import type { Protocol } from './protocols.ts';
import { rowRange } from './test-groups.ts';

/**
 * In every fold the layer that does best inside the training rows.
 * @param inner per layer and fold, how well it did there.
 * @returns the layer's index, fold by fold.
 */
export function chooseLayers(inner: readonly (readonly number[])[], { folds }: Protocol): readonly number[] {
  return folds.map((_, fold) => bestOf(inner.map((scores) => scores[fold])));
}

/**
 * The predictions of the chosen layers, fold after fold.
 * @param layers `[test rows of all folds, neuroids]` of every layer.
 */
export function joinChosen(
  layers: readonly Matrix[],
  chosen: readonly number[],
  { folds }: Protocol,
): Matrix {
  let start = 0;
  return stackRows(
    folds.map(({ test }, fold) => {
      const part = rowRange(layers[chosen[fold]], start, test.length);
      start += test.length;
      return part;
    }),
  );
}

function bestOf(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > values[best] ? index : best), 0);
}
