import type { ArrayFile } from '../array-files/array-file.ts';
import { selectColumns, selectRows } from '../assembly/matrix.ts';
import { strings, type Table } from '../assembly/table.ts';
import type { Matrix } from '../contracts/linear-algebra.ts';
import { InputError } from '../errors/errors.ts';
import { transposed } from './transpose.ts';

/** The units of one layer, a row per stimulus in the order of the responses. */
export interface FeatureSet {
  readonly name: string;
  /** `[stimuli, units]`, finite. */
  readonly values: Matrix;
}

/**
 * Features of a file; one set per layer where its units have a coordinate `layer` with several values. Rows are joined by
 * `stimulus_id` where both sides have it, else they correspond one to one.
 * Throws InputError when rows do not match those of the responses, or values are not finite.
 */
export function featureSets(array: ArrayFile, file: string, name: string, stimuli: Table): FeatureSet[] {
  if (array.shape.length < 2)
    throw new InputError(
      `${file}: features are stimuli x units; this has the shape ${array.shape.join(' x ')}.`,
    );
  const [rowDimension] = array.dimensions.includes('presentation') ? ['presentation'] : array.dimensions;
  const unitDimensions = array.dimensions.filter((dimension) => dimension !== rowDimension);
  const rows = array.shape[array.dimensions.indexOf(rowDimension)];
  const all = transposed(array, [rowDimension, ...unitDimensions]);
  const columns = all.length / rows;
  const values = orderRows({ rows, columns, data: all }, array, stimuli, file);
  requireFinite(values, file);
  const layers = array.coordinates.layer;
  if (!layers || unitDimensions.length !== 1 || layers.dimension !== unitDimensions[0])
    return [{ name, values }];
  return splitByLayer(values, Array.from(layers.values, String), name);
}

function orderRows(matrix: Matrix, array: ArrayFile, stimuli: Table, file: string): Matrix {
  const ids = array.coordinates.stimulus_id?.values;
  if (ids && stimuli.columns.stimulus_id) {
    const places = new Map(Array.from(ids, String).map((id, row) => [id, row]));
    if (places.size < matrix.rows) throw new InputError(`${file}: shows a stimulus_id more than once.`);
    const wanted = strings(stimuli, 'stimulus_id');
    const missing = wanted.filter((id) => !places.has(id));
    if (missing.length > 0)
      throw new InputError(
        `${file}: lacks ${missing.length} of the ${wanted.length} stimuli of the responses, for instance "${missing[0]}".`,
      );
    return selectRows(
      matrix,
      wanted.map((id) => places.get(id) ?? 0),
    );
  }
  if (matrix.rows === stimuli.length) return matrix;
  throw new InputError(
    `${file}: has ${matrix.rows} rows, the responses have ${stimuli.length} stimuli; rows of both must correspond.`,
  );
}

function splitByLayer(values: Matrix, layers: readonly string[], name: string): FeatureSet[] {
  const names = [...new Set(layers)];
  if (names.length === 1) return [{ name, values }];
  return names.map((layer) => {
    const units = layers.flatMap((other, unit) => (other === layer ? [unit] : []));
    return { name: `${name}/${layer}`, values: selectColumns(values, units) };
  });
}

function requireFinite({ columns, data }: Matrix, file: string): void {
  const at = data.findIndex((value) => !Number.isFinite(value));
  if (at < 0) return;
  const count = data.reduce((sum, value) => sum + (Number.isFinite(value) ? 0 : 1), 0);
  throw new InputError(
    `${file}: ${count} value${count === 1 ? ' is' : 's are'} NaN or infinite, the first in row ${Math.floor(at / columns) + 1}, ` +
      `unit ${(at % columns) + 1}; features must be finite.`,
  );
}
