import { stackColumns } from '../../../core/assembly/matrix.ts';
import type { RegionResponses } from '../../../core/contracts/evidence.ts';
import type { LinearAlgebra, Matrix, SingleMatrix } from '../../../core/contracts/linear-algebra.ts';
import type { RandomStream } from '../../../core/contracts/random.ts';
import { pearson } from '../../../core/statistics/correlation.ts';
import { fitRidgeFolds, predictHeldOut } from '../../../core/statistics/held-out-ridge.ts';
import { mean } from '../../../core/statistics/summaries.ts';
import type { Options } from '../options.ts';
import { type ClassImages, selectiveByRank } from './unit-selectivity.ts';

/** Sites of the region that are selective for the category, and those that a backbone's units say are. */
export interface Sites {
  readonly measured: readonly boolean[];
  readonly predicted: readonly boolean[];
  /** Pearson's r of held-out responses and predictions, mean over sites. */
  readonly fit: number;
}

/** Rows that sites are fitted to, and those on which selectivity is counted. */
export interface MappingSplit {
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/** Draws the images of the mapping: so many of the category, the others evenly over the other classes. */
export function splitForMapping(
  classes: readonly ClassImages[],
  { category, mapping: { images, ofCategory } }: Pick<Options, 'category' | 'mapping'>,
  random: RandomStream,
): MappingSplit {
  const others = classes.filter(({ name }) => name !== category);
  const shuffle = (rows: readonly number[]) => random.permutation(rows.length).map((place) => rows[place]);
  const train = [
    ...classes
      .filter(({ name }) => name === category)
      .flatMap(({ rows }) => shuffle(rows).slice(0, ofCategory)),
    ...dealt(others.map(({ rows }) => shuffle(rows))).slice(0, images - ofCategory),
  ].toSorted((a, b) => a - b);
  const taken = new Set(train);
  return { train, test: classes.flatMap(({ rows }) => rows.filter((row) => !taken.has(row))) };
}

/** One of each list in turn. */
function dealt(lists: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) =>
    lists.flatMap((list) => list.slice(turn, turn + 1)),
  ).flat();
}

/** Fits every site to the units, and counts on the other images which sites are selective, measured and predicted. */
export async function predictSites(
  units: Matrix | SingleMatrix,
  responses: Matrix,
  split: MappingSplit,
  classes: readonly ClassImages[],
  options: Options,
  algebra: LinearAlgebra,
): Promise<Sites> {
  const values = { ...units, data: Float64Array.from(units.data) };
  const fold = { name: 'mapping', ...split };
  const fitted = await fitRidgeFolds(values, [fold], [{ targets: responses, perTarget: true }], algebra);
  const [predictions] = predictHeldOut(values, fitted, algebra);
  const inTest = new Set(split.test);
  const tested = classes.map(({ name, rows }) => ({ name, rows: rows.filter((row) => inTest.has(row)) }));
  const place = classes.findIndex(({ name }) => name === options.category);
  const selective = (matrix: Matrix) =>
    Array.from(selectiveByRank(matrix, tested, options.rankSum), (best) => best === place);
  const column = ({ columns, data }: Matrix, site: number) =>
    split.test.map((row) => data[row * columns + site]);
  return {
    measured: selective(responses),
    predicted: selective(predictions),
    fit: mean(
      Array.from({ length: responses.columns }, (_, site) => {
        const r = pearson(column(responses, site), column(predictions, site));
        return Number.isNaN(r) ? 0 : r;
      }),
    ),
  };
}

/** Mean responses of all sites of the region, whatever their population. */
export function responsesOf(all: readonly RegionResponses[], region: string): Matrix {
  return stackColumns(all.filter((responses) => responses.region === region).map(({ means }) => means));
}
