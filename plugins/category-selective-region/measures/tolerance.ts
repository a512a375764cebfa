import { numbers, type Table } from '../../../core/assembly/table.ts';
import type { Matrix, SingleMatrix } from '../../../core/contracts/linear-algebra.ts';
import { quantile } from '../../../core/statistics/summaries.ts';
import { withoutGroups } from './image-groups.ts';
import { type ClassImages, preferredClasses, selectiveByRank } from './unit-selectivity.ts';

/** What becomes of selective units on other objects in other views. */
export interface Tolerance {
  /** Share of them whose best class is the category there, too; null where there are no selective units. */
  readonly kept: number | null;
  /** The same share of all units: what it is by chance. */
  readonly byChance: number;
  /** `kept - byChance` without each group of images. */
  readonly withoutImages: readonly number[];
  /** Share of them that are selective there by rank-sum, too. */
  readonly selectiveAgain: number | null;
  readonly bins: readonly Bin[];
}

/** Images alike in one respect. */
export interface Bin {
  /** `distance from the centre`, `size`, `turned away`. */
  readonly by: string;
  /** 1, 2 or 3, from small to large values. */
  readonly third: number;
  /** Mean of what the images are alike in. */
  readonly mean: number;
  readonly kept: number | null;
}

export function measureTolerance(
  values: Matrix | SingleMatrix,
  selective: readonly number[],
  classes: readonly ClassImages[],
  table: Table,
  options: { readonly category: string; readonly rankSum: number },
): Tolerance {
  const place = classes.findIndex(({ name }) => name === options.category);
  const shareKept = (best: Int16Array) =>
    selective.length > 0 ? selective.filter((unit) => best[unit] === place).length / selective.length : null;
  const shareOfAll = (best: Int16Array) => best.filter((own) => own === place).length / best.length;
  const best = preferredClasses(values, classes);
  return {
    kept: shareKept(best),
    byChance: shareOfAll(best),
    withoutImages: withoutGroups(classes).map((images) => {
      const without = preferredClasses(values, images);
      return (shareKept(without) ?? 0) - shareOfAll(without);
    }),
    selectiveAgain: shareKept(selectiveByRank(values, classes, options.rankSum)),
    bins: viewsOf(table).flatMap(({ by, view }) =>
      thirdsOf(view).flatMap((rows, index) => {
        const images = classes.map(({ name, rows: own }) => ({
          name,
          rows: own.filter((row) => rows.has(row)),
        }));
        if (images.some((own) => own.rows.length < 3)) return [];
        const mean = [...rows].reduce((sum, row) => sum + view[row] / rows.size, 0);
        return [{ by, third: index + 1, mean, kept: shareKept(preferredClasses(values, images)) }];
      }),
    ),
  };
}

/** In what views differ, as far as the set knows it. */
function viewsOf(table: Table): readonly { readonly by: string; readonly view: Float64Array }[] {
  const has = (...names: readonly string[]) =>
    names.every((name) => table.columns[name] instanceof Float64Array);
  return [
    ...(has('ty', 'tz')
      ? [
          {
            by: 'distance from the centre',
            view: numbers(table, 'ty').map((x, row) => Math.hypot(x, numbers(table, 'tz')[row])),
          },
        ]
      : []),
    ...(has('s') ? [{ by: 'size', view: numbers(table, 's') }] : []),
    ...(has('rxy') ? [{ by: 'turned away', view: numbers(table, 'rxy').map(Math.abs) }] : []),
  ];
}

/** Rows of the lowest, middle and highest values. */
function thirdsOf(view: Float64Array): readonly ReadonlySet<number>[] {
  const sorted = view.filter(Number.isFinite).sort();
  const bounds = [
    Number.NEGATIVE_INFINITY,
    quantile(sorted, 1 / 3),
    quantile(sorted, 2 / 3),
    Number.POSITIVE_INFINITY,
  ];
  return [0, 1, 2].map(
    (third) =>
      new Set(
        Array.from(view.keys()).filter((row) => view[row] > bounds[third] && view[row] <= bounds[third + 1]),
      ),
  );
}
