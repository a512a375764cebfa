import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import type { FeatureBlocks } from './shape-features.ts';

/** Principal axes of the shapes of one stimulus set. */
export interface ShapeSpace {
  /** Per kind of feature, what its values are multiplied with before they are joined. */
  readonly scales: readonly number[];
  readonly mean: Float64Array;
  /** `[axis, feature]`, unit length, by falling variance. */
  readonly axes: Matrix;
  /** Standard deviation along every axis. */
  readonly deviations: Float64Array;
}

/** Axes with less than this share of the largest variance carry nothing but rounding. */
const negligibleVariance = 1e-9;

/**
 * Principal component analysis of shapes, every kind of feature brought to the same variance first: at most `limit`
 * axes. Throws RangeError when all shapes are equal.
 */
export function createShapeSpace(blocks: FeatureBlocks, limit: number, algebra: LinearAlgebra): ShapeSpace {
  const scales = blocks.map((block) => 1 / Math.max(1e-6, Math.sqrt(totalVariance(block))));
  const shapes = join(blocks, scales);
  const mean = columnMeans(shapes);
  const centred = subtract(shapes, mean);
  const { values, vectors } =
    shapes.rows < shapes.columns
      ? principalFromRows(centred, algebra)
      : principalFromColumns(centred, algebra);
  const largest = values[values.length - 1];
  if (!(largest > 1e-9)) throw new RangeError('all shapes are equal');
  const falling = Array.from(values.keys()).reverse();
  const kept = falling.filter((index) => values[index] > negligibleVariance * largest).slice(0, limit);
  const data = new Float64Array(kept.length * shapes.columns);
  kept.forEach((index, axis) => {
    data.set(
      unit(vectors.data.subarray(index * shapes.columns, (index + 1) * shapes.columns)),
      axis * shapes.columns,
    );
  });
  return {
    scales,
    mean,
    axes: { rows: kept.length, columns: shapes.columns, data },
    deviations: Float64Array.from(kept, (index) => Math.sqrt(values[index] / shapes.rows)),
  };
}

/** Places of shapes in the space, `[stimulus, axis]`, in standard deviations of each axis. */
export function project(blocks: FeatureBlocks, space: ShapeSpace, algebra: LinearAlgebra): Matrix {
  const centred = subtract(join(blocks, space.scales), space.mean);
  const places = algebra.multiply(centred, space.axes, { b: true });
  const data = places.data.map((value, index) => value / space.deviations[index % places.columns]);
  return { ...places, data };
}

interface Principal {
  readonly values: Float64Array;
  /** `[component, feature]`, of any length. */
  readonly vectors: Matrix;
}

function principalFromRows(centred: Matrix, algebra: LinearAlgebra): Principal {
  const { values, vectors } = algebra.symmetricEigen(algebra.gram(centred));
  return { values, vectors: algebra.multiply(vectors, centred) };
}

function principalFromColumns(centred: Matrix, algebra: LinearAlgebra): Principal {
  return algebra.symmetricEigen(algebra.multiply(centred, centred, { a: true }));
}

/** Unit length, the largest component positive. */
function unit(vector: Float64Array): Float64Array {
  let largest = 0;
  let squares = 0;
  for (const value of vector) {
    if (Math.abs(value) > Math.abs(largest)) largest = value;
    squares += value * value;
  }
  const length = Math.sqrt(squares) * (largest < 0 ? -1 : 1);
  return vector.map((value) => value / length);
}

/** Kinds of features side by side. */
function join(blocks: FeatureBlocks, scales: readonly number[]): Matrix {
  const rows = blocks[0].rows;
  const columns = blocks.reduce((sum, block) => sum + block.columns, 0);
  const data = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    let offset = row * columns;
    blocks.forEach((block, kind) => {
      const values = block.data.subarray(row * block.columns, (row + 1) * block.columns);
      data.set(
        values.map((value) => value * scales[kind]),
        offset,
      );
      offset += block.columns;
    });
  }
  return { rows, columns, data };
}

function totalVariance(block: Matrix): number {
  const centred = subtract(block, columnMeans(block)).data;
  return centred.reduce((sum, value) => sum + value * value, 0) / block.rows;
}

function columnMeans({ rows, columns, data }: Matrix): Float64Array {
  const means = new Float64Array(columns);
  for (let index = 0; index < data.length; index++) means[index % columns] += data[index] / rows;
  return means;
}

function subtract(from: Matrix, row: Float64Array): Matrix {
  return { ...from, data: from.data.map((value, index) => value - row[index % from.columns]) };
}
