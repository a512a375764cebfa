import type { Assembly } from '../assembly/assembly.ts';
import { zeroMatrix } from '../assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';

/**
 * Covariance of the noise of neuroids `[neuroids, neuroids]`: of what repetitions differ from their mean, shrunk towards its
 * diagonal by the share that is best for the sample (Schäfer & Strimmer 2005, as rsatoolbox has it). Missing repetitions
 * are passed over pair by pair.
 * @param trials `[repetition, presentation, neuroid]`, NaN where a repetition is missing.
 */
export function noiseCovariance(trials: Assembly<Float64Array>, algebra: LinearAlgebra): Matrix {
  const { products, squares, rows, freedom } = residualMoments(trials, algebra);
  const { rows: neuroids } = products;
  const covariance = products.data.map((value, pair) => value / freedom.data[pair]);
  const variance = (neuroid: number) => covariance[neuroid * (neuroids + 1)];
  let [uncertainty, correlation] = [0, 0];
  for (let a = 0; a < neuroids; a++)
    for (let b = 0; b < neuroids; b++) {
      if (a === b) continue;
      const pair = a * neuroids + b;
      const count = rows.data[pair];
      const scale = variance(a) * variance(b);
      const centre = products.data[pair] / Math.sqrt(scale) / (count - 1);
      const spread = squares.data[pair] / scale / (count - 1) - centre ** 2;
      uncertainty += (count / freedom.data[pair] ** 2) * spread;
      correlation += centre ** 2;
    }
  const shrinkage = correlation > 0 ? Math.min(1, Math.max(0, uncertainty / correlation)) : 1;
  const data = covariance.map((value, pair) =>
    pair % (neuroids + 1) === 0 ? value : (1 - shrinkage) * value,
  );
  return { rows: neuroids, columns: neuroids, data };
}

/** Sums of products of residuals and of their squares, how many there were, and how many of these were free. */
function residualMoments(
  { shape: [repetitions, presentations, neuroids], data }: Assembly<Float64Array>,
  algebra: LinearAlgebra,
) {
  const means = presentationMeans(repetitions, presentations * neuroids, data);
  const seen = new Float64Array(presentations * neuroids);
  const products = zeroMatrix(neuroids, neuroids);
  const squares = zeroMatrix(neuroids, neuroids);
  const rows = zeroMatrix(neuroids, neuroids);
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const residuals = means.map((mean, index) => {
      const value = data[repetition * means.length + index] - mean;
      return Number.isNaN(value) ? 0 : value;
    });
    const present = means.map((_, index) => (Number.isNaN(data[repetition * means.length + index]) ? 0 : 1));
    present.forEach((value, index) => {
      seen[index] = Math.max(seen[index], value);
    });
    addProducts(products, residuals, presentations, algebra);
    addProducts(
      squares,
      residuals.map((value) => value ** 2),
      presentations,
      algebra,
    );
    addProducts(rows, present, presentations, algebra);
  }
  const freedom = { ...rows, data: rows.data.slice() };
  const shown = zeroMatrix(neuroids, neuroids);
  addProducts(shown, seen, presentations, algebra);
  shown.data.forEach((value, pair) => {
    freedom.data[pair] -= value;
  });
  return { products, squares, rows, freedom };
}

function presentationMeans(repetitions: number, size: number, data: Float64Array): Float64Array {
  return Float64Array.from({ length: size }, (_, index) => {
    let [sum, count] = [0, 0];
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const value = data[repetition * size + index];
      if (Number.isNaN(value)) continue;
      sum += value;
      count++;
    }
    return sum / count;
  });
}

function addProducts(to: Matrix, values: Float64Array, rows: number, algebra: LinearAlgebra): void {
  const matrix = { rows, columns: to.columns, data: values };
  algebra.multiply(matrix, matrix, { a: true }).data.forEach((value, pair) => {
    to.data[pair] += value;
  });
}
