import { z } from 'zod';
import type { LinearAlgebra, Matrix, SingleMatrix } from '../contracts/linear-algebra.ts';
import type { Features, FittedReadout, Readout } from '../contracts/readout.ts';
import { unitBlocks } from './unit-blocks.ts';

/** Option of readouts: what is divided by its standard deviation over the training stimuli. */
export const standardise = z
  .enum(['nothing', 'units', 'targets', 'both'])
  .default('nothing')
  .describe(
    'What is z-scored over the training stimuli: units, targets or both; their means are taken away anyhow.',
  );

/** The same of classifiers, whose targets are signs. */
export const standardiseUnits = z
  .enum(['nothing', 'units'])
  .default('nothing')
  .describe('Whether units are z-scored over the training stimuli.');

export type Standardise = z.infer<typeof standardise>;

/**
 * A readout of units or targets that were divided by their standard deviations over the training rows (ddof 0); what is
 * constant there keeps its scale. Predictions and weights are those of the values as they came. Scaled units have a Gram
 * matrix of their own in every fit.
 */
export function standardisedReadout(readout: Readout, what: Standardise, algebra: LinearAlgebra): Readout {
  if (what === 'nothing') return readout;
  const [ofUnits, ofTargets] = [what !== 'targets', what !== 'units'];
  return {
    description: `${readout.description}, z-scored ${what === 'both' ? 'units and targets' : what}`,
    needsValues: ofUnits || readout.needsValues === true,
    fit: async (features, rows, targets) => {
      const unitScales = ofUnits ? await unitDeviations(features, rows) : undefined;
      const targetScales = ofTargets ? deviations(targets) : undefined;
      const fitted = await readout.fit(
        unitScales ? await scaledFeatures(features, unitScales, algebra) : features,
        rows,
        targetScales ? scaleColumns(targets, targetScales, -1) : targets,
      );
      return unscaled(fitted, unitScales, targetScales);
    },
  };
}

function unscaled(
  fitted: FittedReadout,
  unitScales: Float64Array | undefined,
  targetScales: Float64Array | undefined,
): FittedReadout {
  const ofTargets = (matrix: Matrix) => (targetScales ? scaleColumns(matrix, targetScales, 1) : matrix);
  const { weights } = fitted;
  return {
    ...fitted,
    predict: (rows) => ofTargets(fitted.predict(rows)),
    ...(weights && {
      weights: async () => {
        const { coefficients, intercepts } = await weights();
        const { data, columns } = ofTargets(coefficients);
        return {
          coefficients: {
            ...coefficients,
            data: unitScales
              ? data.map((value, index) => value / unitScales[Math.floor(index / columns)])
              : data,
          },
          intercepts: targetScales
            ? intercepts.map((value, target) => value * targetScales[target])
            : intercepts,
        };
      },
    }),
  };
}

async function scaledFeatures(
  features: Features,
  scales: Float64Array,
  algebra: LinearAlgebra,
): Promise<Features> {
  const everyRow = Array.from({ length: features.count }, (_, row) => row);
  const gram = { rows: features.count, columns: features.count, data: new Float64Array(features.count ** 2) };
  for (const block of scaledBlocks(await features.values(), everyRow, scales)) {
    const part = algebra.gram(block);
    for (let index = 0; index < gram.data.length; index++) gram.data[index] += part.data[index];
  }
  return {
    count: features.count,
    units: features.units,
    gram: () => gram,
    values: async () => scaleColumns(await features.values(), scales, -1),
  };
}

function* scaledBlocks(values: Matrix | SingleMatrix, rows: readonly number[], scales: Float64Array) {
  for (const { start, values: block } of unitBlocks(values, rows))
    yield scaleColumns(block, scales.subarray(start, start + block.columns), -1);
}

async function unitDeviations(features: Features, rows: readonly number[]): Promise<Float64Array> {
  const result = new Float64Array(features.units);
  for (const { start, values } of unitBlocks(await features.values(), rows))
    result.set(deviations(values), start);
  return result;
}

/** Standard deviations of columns (ddof 0); 1 where a column does not vary but for rounding. */
function deviations({ rows, columns, data }: Matrix): Float64Array {
  const means = new Float64Array(columns);
  const squares = new Float64Array(columns);
  for (let row = 0, index = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, index++) means[column] += data[index] / rows;
  for (let row = 0, index = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, index++)
      squares[column] += (data[index] - means[column]) ** 2 / rows;
  return squares.map((square, column) => (square > 1e-24 * means[column] ** 2 ? Math.sqrt(square) : 1));
}

/** Columns times (1) or over (-1) their scales, in double precision. */
function scaleColumns(
  { rows, columns, data }: Matrix | SingleMatrix,
  scales: Float64Array,
  power: 1 | -1,
): Matrix {
  const factors = scales.map((scale) => scale ** power);
  const result = new Float64Array(data.length);
  for (let row = 0, index = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, index++) result[index] = data[index] * factors[column];
  return { rows, columns, data: result };
}
