import type { BackboneEvidence } from '../../../core/contracts/evidence.ts';
import type { LinearAlgebra, Matrix, SingleMatrix } from '../../../core/contracts/linear-algebra.ts';
import type { RandomStreams } from '../../../core/contracts/random.ts';
import { oneVsRest, predictedClasses } from '../../../core/statistics/classification.ts';
import { fitRidgeFolds, predictHeldOut } from '../../../core/statistics/held-out-ridge.ts';
import { stratifiedKFold } from '../../../core/statistics/splits.ts';
import type { Options } from '../options.ts';
import { withoutGroups } from './image-groups.ts';
import { valuesOf } from './selectivity.ts';
import { type ClassImages, selectivityIndices } from './unit-selectivity.ts';

/** How well the category, and on average the other classes, are told from the rest. */
export interface Accuracy {
  readonly category: number;
  readonly others: number;
}

/** What is left of performance when units are silenced. */
export interface Lesions {
  /** How many units are silenced each time. */
  readonly units: number;
  readonly intact: Accuracy;
  readonly selective: Accuracy;
  /** Mean over sets of random units. */
  readonly random: Accuracy;
  /** Units selective for the other class. */
  readonly other: Accuracy;
  /** `specificEffect` without each group of images. */
  readonly withoutImages: readonly number[];
}

/**
 * How much more the category suffers than the other classes when its units are silenced, and how much more so than when as
 * many random units are.
 */
export function specificEffect({ selective, random }: Pick<Lesions, 'selective' | 'random'>): number {
  return selective.others - selective.category - (random.others - random.category);
}

/** Units silenced in comparison: other units that respond to the localizer. */
export interface Controls {
  readonly random: readonly (readonly number[])[];
  readonly other: readonly number[];
}

/** As many other units at random, and those most selective for the other class. */
export function chooseControls(
  localizer: Matrix | SingleMatrix,
  classes: readonly ClassImages[],
  selective: readonly number[],
  options: Pick<Options, 'other' | 'randomLesions'>,
  random: RandomStreams,
): Controls {
  const own = new Set(selective);
  const indices = selectivityIndices(localizer, classes, options.other);
  const candidates = Array.from(indices.keys()).filter(
    (unit) => !own.has(unit) && !Number.isNaN(indices[unit]),
  );
  return {
    random: Array.from({ length: options.randomLesions }, (_, set) =>
      random
        .stream(`${set}`)
        .permutation(candidates.length)
        .slice(0, selective.length)
        .map((place) => candidates[place])
        .toSorted((a, b) => a - b),
    ),
    other: candidates
      .toSorted((a, b) => indices[b] - indices[a])
      .slice(0, selective.length)
      .toSorted((a, b) => a - b),
  };
}

/**
 * Silences units of one layer and reads the last one with the readout of the intact backbone: a ridge classifier, every image
 * held out once.
 */
export async function measureLesions({
  backbone,
  layer,
  silenced,
  id,
  classes,
  options,
  random,
  algebra,
}: {
  readonly backbone: BackboneEvidence;
  readonly layer: string;
  readonly silenced: Controls & { readonly selective: readonly number[] };
  /** Of the stimulus set shown. */
  readonly id: string;
  readonly classes: readonly ClassImages[];
  readonly options: Pick<Options, 'category' | 'folds'>;
  readonly random: RandomStreams;
  readonly algebra: LinearAlgebra;
}): Promise<Lesions> {
  const last = backbone.layers[backbone.layers.length - 1].name;
  const read = async (of: BackboneEvidence): Promise<Matrix> => {
    const values = await valuesOf(of, last, id);
    return { ...values, data: Float64Array.from(values.data) };
  };
  const intact = await read(backbone);
  const labels = Array<string>(intact.rows).fill('');
  for (const { name, rows } of classes) for (const row of rows) labels[row] = name;
  const names = classes.map(({ name }) => name);
  const folds = stratifiedKFold(labels, options.folds, random.stream('folds'));
  const targets = oneVsRest(labels, names);
  const fitted = await fitRidgeFolds(intact, folds, [{ targets, perTarget: false }], algebra);
  const said = (units: Matrix) => predictedClasses(predictHeldOut(units, fitted, algebra)[0]);
  const afterLesion = async (units: readonly number[]) => said(await read(backbone.lesioned(layer, units)));
  const place = names.indexOf(options.category);

  const [whole, selective, other] = [
    said(intact),
    await afterLesion(silenced.selective),
    await afterLesion(silenced.other),
  ];
  const atRandom: number[][] = [];
  for (const units of silenced.random) atRandom.push(await afterLesion(units));
  const accuraciesOn = (images: readonly ClassImages[]) => ({
    selective: accuracy(selective, images, place),
    random: meanAccuracy(atRandom.map((answers) => accuracy(answers, images, place))),
  });
  return {
    units: silenced.selective.length,
    intact: accuracy(whole, classes, place),
    ...accuraciesOn(classes),
    other: accuracy(other, classes, place),
    withoutImages: withoutGroups(classes).map((images) => specificEffect(accuraciesOn(images))),
  };
}

/** Mean of hit rate and correct rejections, for one class and on average for the others. */
function accuracy(answers: readonly number[], classes: readonly ClassImages[], place: number): Accuracy {
  const rate = (rows: readonly number[], right: (answer: number) => boolean) =>
    rows.filter((row) => right(answers[row])).length / rows.length;
  const own = classes.map(({ rows }, index) => {
    const others = classes.flatMap((other, elsewhere) => (elsewhere === index ? [] : other.rows));
    return (rate(rows, (answer) => answer === index) + rate(others, (answer) => answer !== index)) / 2;
  });
  const others = own.filter((_, index) => index !== place);
  return { category: own[place], others: others.reduce((sum, value) => sum + value, 0) / others.length };
}

function meanAccuracy(all: readonly Accuracy[]): Accuracy {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    category: mean(all.map(({ category }) => category)),
    others: mean(all.map(({ others }) => others)),
  };
}
