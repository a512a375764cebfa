import type { ArrayFile } from '../array-files/array-file.ts';

/** Row-major float64 values of an array with its dimensions in the given order; dimensions it lacks have length 1. */
export function transposed({ dimensions, shape, data }: ArrayFile, order: readonly string[]): Float64Array {
  const axes = order.map((name) => dimensions.indexOf(name)).filter((axis) => axis >= 0);
  if (axes.every((axis, position) => axis === position)) return Float64Array.from(data);
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((size, length) => size * length, 1));
  const lengths = axes.map((axis) => shape[axis]);
  const steps = axes.map((axis) => strides[axis]);
  const values = new Float64Array(data.length);
  const index = lengths.map(() => 0);
  let source = 0;
  for (let target = 0; target < values.length; target++) {
    values[target] = data[source];
    for (let axis = lengths.length - 1; axis >= 0; axis--) {
      source += steps[axis];
      if (++index[axis] < lengths[axis]) break;
      source -= steps[axis] * lengths[axis];
      index[axis] = 0;
    }
  }
  return values;
}
