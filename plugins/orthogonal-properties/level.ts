import { selectColumns, selectRows, stackRows } from '../../core/assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import { resampleCounts } from '../../core/statistics/bootstrap.ts';
import { fitRidgeFolds, predictHeldOut, type TargetGroup } from '../../core/statistics/held-out-ridge.ts';
import { type Fold, kFold, stratifiedKFold } from '../../core/statistics/splits.ts';
import { identity, type Properties } from './properties.ts';
import { classReading, quantityReading, type Reading } from './readings.ts';

/** Properties that are read out of the same images, and so share their fits. */
interface Session {
  /** Places among the images of the level. */
  readonly images: readonly number[];
  readonly folds: readonly Fold[];
  readonly groups: readonly TargetGroup[];
  /** What is made of the predictions of each group. */
  readonly readings: readonly (readonly Reading[])[];
}

/** One variation level, ready to be read out from any units. */
export interface Level {
  readonly name: string;
  /** Of the stimulus set. */
  readonly rows: readonly number[];
  readonly properties: readonly string[];
  /**
   * Scores of every property, in their order, from 0 (nothing) to 1 (all), when images count as often as each draw says.
   * The first draw has every image once; the others are the same for all units.
   * @param units `[images, units]`
   */
  decode(units: Matrix): Promise<readonly Float64Array[]>;
}

/** Lays out what varies at a level: all quantities and the category from all images, identity within every category. */
export function layOutLevel(
  { name, rows }: { readonly name: string; readonly rows: readonly number[] },
  all: Properties,
  options: { readonly folds: number; readonly draws: number },
  random: RandomStreams,
  algebra: LinearAlgebra,
): Level {
  const streams = random.scope(`levels/${name}`);
  const categories = rows.map((row) => all.categories[row]);
  const objects = rows.map((row) => all.objects[row]);
  const deal = (labels: readonly string[], what: string) =>
    dealFolds(labels, options.folds, streams.scope(`folds/${what}`));
  const quantities = quantityReading(all.quantities, rows, algebra);
  const named = classReading('category', categories);
  const sessions: Session[] = [
    {
      images: Array.from(rows.keys()),
      folds: deal(objects, 'all'),
      groups: [quantities.group, named.group],
      readings: [quantities.readings, [named.reading]],
    },
  ];
  for (const category of new Set(categories)) {
    const images = Array.from(rows.keys()).filter((image) => categories[image] === category);
    const labels = images.map((image) => objects[image]);
    if (new Set(labels).size < 2 || images.length < 2 * options.folds) continue;
    const { group, reading } = classReading(identity, labels);
    sessions.push({ images, folds: deal(labels, category), groups: [group], readings: [[reading]] });
  }
  const once = { rows: 1, columns: rows.length, data: new Float64Array(rows.length).fill(1) };
  const counts = stackRows([once, resampleCounts(streams.stream('images'), options.draws, rows.length)]);
  const properties = [
    ...new Set(sessions.flatMap(({ readings }) => readings.flat().map((own) => own.property))),
  ];

  return {
    name,
    rows,
    properties,
    decode: async (units) => {
      const scores: { readonly property: string; readonly values: Float64Array }[] = [];
      for (const { images, folds, groups, readings } of sessions) {
        const shown = selectRows(units, images);
        const predicted = predictHeldOut(shown, await fitRidgeFolds(shown, folds, groups, algebra), algebra);
        const own = selectColumns(counts, images);
        for (const [group, ofGroup] of readings.entries())
          for (const { property, score } of ofGroup)
            scores.push({ property, values: score(predicted[group], own) });
      }
      return properties.map((property) =>
        meanOf(scores.filter((own) => own.property === property).map(({ values }) => values)),
      );
    },
  };
}

/** Folds with every label in proportion, where it has images enough. */
function dealFolds(labels: readonly string[], folds: number, random: RandomStreams): Fold[] {
  const counts = [...new Set(labels)].map((label) => labels.filter((own) => own === label).length);
  const stream = random.stream('images');
  return Math.min(...counts) < folds
    ? kFold(labels.length, folds, stream)
    : stratifiedKFold(labels, folds, stream);
}

function meanOf(arrays: readonly Float64Array[]): Float64Array {
  return arrays[0].map((_, index) => arrays.reduce((sum, values) => sum + values[index], 0) / arrays.length);
}
