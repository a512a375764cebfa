import type { Column } from '../assembly/table.ts';
import type { RandomStream } from '../contracts/random.ts';

/** One whole number from 0 to `levels - 1` per row. */
export interface Coded {
  readonly codes: Int32Array;
  readonly levels: number;
}

/** Each different label, or each different number, a level of its own. */
export function codedLabels(column: Column): Coded {
  const levels = new Map<string | number, number>();
  const codes = Int32Array.from({ length: column.length }, (_, row) => {
    const known = levels.get(column[row]) ?? levels.size;
    levels.set(column[row], known);
    return known;
  });
  return { codes, levels: levels.size };
}

/** Numbers by the bin they fall in; bins hold about equal counts, and equal numbers share one. */
export function codedBins(values: ArrayLike<number>, bins: number): Coded {
  const sorted = Float64Array.from(values).sort();
  const edges = Array.from(
    { length: bins - 1 },
    (_, bin) => sorted[Math.floor(((bin + 1) * sorted.length) / bins) - 1],
  );
  return codedLabels(Float64Array.from(values, (value) => edges.filter((edge) => edge < value).length));
}

/**
 * Plug-in estimate of the mutual information of two columns, in nats: what scikit-learn's `mutual_info_score` gives. It
 * is biased upwards: of n independent rows by about (levels - 1) (levels - 1) / 2n (Miller 1955), so that a value says
 * little without its null.
 */
export function mutualInformation(x: Coded, y: Coded): number {
  const tally = tallyOf(x, y);
  const rows = x.codes.length;
  return (sumOfCells(tally, x.codes, y.codes) - marginal(x) - marginal(y)) / rows + Math.log(rows);
}

export interface DependenceTest {
  /** In nats. */
  readonly mutualInformation: number;
  /** Mean over permutations: the bias. */
  readonly nullMean: number;
  /** Share of permutations with at least as much information, the given order counted in. */
  readonly p: number;
}

/**
 * Whether each of `xs` tells anything of each of `ys`: `[x][y]`. The null permutes the rows of all `xs` together, which
 * keeps what they have in common, and the same permutations serve all pairs. The smallest p is 1 / (permutations + 1).
 */
export function testDependence(
  xs: readonly Coded[],
  ys: readonly Coded[],
  permutations: number,
  random: RandomStream,
): DependenceTest[][] {
  const rows = ys[0]?.codes.length ?? 0;
  const pairs = xs.map((x) => ys.map((y) => ({ x, y, tally: tallyOf(x, y), above: 1, sum: 0 })));
  const given = pairs.map((row) => row.map(({ x, y, tally }) => sumOfCells(tally, x.codes, y.codes)));
  const shuffled = xs.map(({ codes }) => codes.slice());
  for (let permutation = 0; permutation < permutations; permutation++) {
    const order = random.permutation(rows);
    xs.forEach(({ codes }, index) => {
      for (let row = 0; row < rows; row++) shuffled[index][row] = codes[order[row]];
      pairs[index].forEach((pair, other) => {
        const sum = sumOfCells(pair.tally, shuffled[index], pair.y.codes);
        pair.sum += sum;
        if (sum >= given[index][other] * (1 - tiny)) pair.above++;
      });
    });
  }
  return pairs.map((row, index) =>
    row.map(({ x, y, above, sum }, other) => {
      const inNats = (cells: number) => (cells - marginal(x) - marginal(y)) / rows + Math.log(rows);
      return {
        mutualInformation: inNats(given[index][other]),
        nullMean: inNats(sum / permutations),
        p: above / (permutations + 1),
      };
    }),
  );
}

/** Sums that differ by less are equal but for rounding. */
const tiny = 1e-12;

/** Room for counting pairs of codes, and n ln n of every count. */
interface Tally {
  readonly width: number;
  readonly counts: Int32Array;
  readonly logs: Float64Array;
}

function tallyOf(x: Coded, y: Coded): Tally {
  if (x.codes.length !== y.codes.length)
    throw new RangeError(`columns of ${x.codes.length} and ${y.codes.length} rows cannot be compared`);
  const logs = Float64Array.from({ length: x.codes.length + 1 }, (_, count) =>
    count === 0 ? 0 : count * Math.log(count),
  );
  return { width: y.levels, counts: new Int32Array(x.levels * y.levels), logs };
}

/** Sum of n ln n over the cells of the contingency table. */
function sumOfCells({ width, counts, logs }: Tally, x: Int32Array, y: Int32Array): number {
  counts.fill(0);
  for (let row = 0; row < x.length; row++) counts[x[row] * width + y[row]]++;
  let sum = 0;
  for (let cell = 0; cell < counts.length; cell++) sum += logs[counts[cell]];
  return sum;
}

/** Sum of n ln n over the levels of one column. */
function marginal({ codes, levels }: Coded): number {
  const counts = new Int32Array(levels);
  for (const code of codes) counts[code]++;
  return counts.reduce((sum, count) => sum + (count === 0 ? 0 : count * Math.log(count)), 0);
}
