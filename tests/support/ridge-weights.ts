import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';

/** Weights `[feature, target]` of a ridge regression with intercept; the penalty counts in the features' own unit. */
export function ridgeWeights(
  features: Matrix,
  targets: Matrix,
  penalty: number,
  algebra: LinearAlgebra,
): Matrix {
  const centred = centre(features);
  const products = algebra.multiply(centred, centred, { a: true });
  for (let feature = 0; feature < products.rows; feature++)
    products.data[feature * products.columns + feature] += penalty;
  return algebra.solvePositive(products, algebra.multiply(centred, centre(targets), { a: true }));
}

function centre({ rows, columns, data }: Matrix): Matrix {
  const means = new Float64Array(columns);
  data.forEach((value, index) => {
    means[index % columns] += value / rows;
  });
  return { rows, columns, data: data.map((value, index) => value - means[index % columns]) };
}
