import type { Matrix, SingleMatrix } from '../../../core/contracts/linear-algebra.ts';
import { benjaminiHochberg } from '../../../core/statistics/multiple-comparisons.ts';
import { rankSumOfSorted } from '../../../core/statistics/rank-sum.ts';
import { studentShareAbove } from '../../../core/statistics/student-t.ts';
import { mean } from '../../../core/statistics/summaries.ts';
import { momentsOf, sensitivityIndex, welchTest } from '../../../core/statistics/two-samples.ts';
import type { Options } from '../options.ts';

/** Images of one class. */
export interface ClassImages {
  readonly name: string;
  readonly rows: readonly number[];
}

export const criteria = ['rank-sum', 'index', 'sensitivity', 'Welch t'] as const;
export type Criterion = (typeof criteria)[number];

export type Thresholds = Pick<Options, 'rankSum' | 'index' | 'sensitivity' | 'falseDiscoveries'>;

/** The class for which each unit is selective, by its place among the classes; -1 for none. */
export type Selective = Int16Array;

/** Images of every class of a column, classes in the order in which they first appear. */
export function classesOf(labels: readonly string[]): readonly ClassImages[] {
  return [...new Set(labels)].map((name) => ({
    name,
    rows: labels.flatMap((label, row) => (label === name ? [row] : [])),
  }));
}

/**
 * Units selective by rank-sum: the class of largest mean response differs from each other class by itself (Baek et al. 2021).
 * @param values `[images, units]`
 */
export function selectiveByRank(
  values: Matrix | SingleMatrix,
  classes: readonly ClassImages[],
  largestP: number,
): Selective {
  return Int16Array.from({ length: values.columns }, (_, unit) => {
    const samples = samplesOf(values, unit, classes);
    const best = bestOf(samples);
    const own = samples[best].sort();
    const all = samples.every(
      (other, index) => index === best || differs(rankSumOfSorted(own, other.sort()), largestP),
    );
    return all ? best : -1;
  });
}

/** Two-sided, and the first is the larger. */
function differs({ z, p }: { readonly z: number; readonly p: number }, largestP: number): boolean {
  return z > 0 && p < largestP;
}

/** Units selective by each criterion; every unit counts for its best class alone. */
export function selectiveUnits(
  values: Matrix | SingleMatrix,
  classes: readonly ClassImages[],
  thresholds: Thresholds,
): Readonly<Record<Criterion, Selective>> {
  const units = measureUnits(values, classes);
  const probabilities = benjaminiHochberg(units.map(({ p }) => p));
  const where = (holds: (unit: (typeof units)[number], index: number) => boolean) =>
    Int16Array.from(units, (unit, index) => (holds(unit, index) ? unit.best : -1));
  return {
    'rank-sum': selectiveByRank(values, classes, thresholds.rankSum),
    index: where(({ index }) => index >= thresholds.index),
    sensitivity: where(({ sensitivity }) => sensitivity >= thresholds.sensitivity),
    'Welch t': where((_, index) => probabilities[index] <= thresholds.falseDiscoveries),
  };
}

interface UnitMeasures {
  readonly best: number;
  /** Best against second best class. */
  readonly index: number;
  /** d' of the best class against all other images. */
  readonly sensitivity: number;
  /** One-sided, Welch's t of the best class against all other images, times the classes that it was chosen from. */
  readonly p: number;
}

function measureUnits(values: Matrix | SingleMatrix, classes: readonly ClassImages[]): UnitMeasures[] {
  return Array.from({ length: values.columns }, (_, unit) => {
    const samples = samplesOf(values, unit, classes);
    const best = bestOf(samples);
    const others = samples.filter((_sample, index) => index !== best);
    const [own, rest] = [momentsOf(samples[best]), momentsOf(joined(others))];
    const { t, degreesOfFreedom } = welchTest(own, rest);
    const above = Number.isNaN(t) ? 1 : studentShareAbove(t, degreesOfFreedom);
    return {
      best,
      index: sensitivityIndex(own, momentsOf(others[bestOf(others)])),
      sensitivity: sensitivityIndex(own, rest),
      p: Math.min(1, classes.length * above),
    };
  });
}

/** Selectivity index of every unit for one class: its images against those of the best other class. NaN where nothing varies. */
export function selectivityIndices(
  values: Matrix | SingleMatrix,
  classes: readonly ClassImages[],
  name: string,
): Float64Array {
  const place = classes.findIndex((own) => own.name === name);
  return Float64Array.from({ length: values.columns }, (_, unit) => {
    const samples = samplesOf(values, unit, classes);
    const others = samples.filter((_sample, index) => index !== place);
    return sensitivityIndex(momentsOf(samples[place]), momentsOf(others[bestOf(others)]));
  });
}

/** The class of largest mean response, unit by unit. */
export function preferredClasses(values: Matrix | SingleMatrix, classes: readonly ClassImages[]): Selective {
  return Int16Array.from({ length: values.columns }, (_, unit) => bestOf(samplesOf(values, unit, classes)));
}

/** What a unit answers to the images of every class. */
function samplesOf(
  { columns, data }: Matrix | SingleMatrix,
  unit: number,
  classes: readonly ClassImages[],
): Float64Array[] {
  return classes.map(({ rows }) => {
    const sample = new Float64Array(rows.length);
    for (let place = 0; place < rows.length; place++) sample[place] = data[rows[place] * columns + unit];
    return sample;
  });
}

function bestOf(samples: readonly Float64Array[]): number {
  const means = samples.map(mean);
  return means.indexOf(Math.max(...means));
}

function joined(samples: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(samples.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const sample of samples) {
    all.set(sample, start);
    start += sample.length;
  }
  return all;
}
