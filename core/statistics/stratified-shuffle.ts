import { InputError } from '../errors/errors.ts';
import { createLegacyRandom, type LegacyRandom } from './mersenne-twister.ts';

/** Splits in the very order in which scikit-learn's StratifiedShuffleSplit gives them. */
export function stratifiedShuffles(
  labels: readonly string[],
  {
    splits,
    trainShare,
    seed,
  }: { readonly splits: number; readonly trainShare: number; readonly seed: number },
): { readonly train: readonly number[]; readonly test: readonly number[] }[] {
  const names = [...new Set(labels)].toSorted((a, b) => (a < b ? -1 : 1));
  const rows = names.map((name) => labels.flatMap((label, row) => (label === name ? [row] : [])));
  const counts = rows.map(({ length }) => length);
  const trainCount = Math.floor(trainShare * labels.length);
  const testCount = labels.length - trainCount;
  const single = names.find((_, index) => counts[index] < 2);
  if (single !== undefined)
    throw new InputError(`a stratified split needs two stimuli of every label; "${single}" has one.`);
  if (Math.min(trainCount, testCount) < names.length)
    throw new InputError(
      `a stratified split of ${labels.length} stimuli into ${trainCount} and ${testCount} cannot hold ${names.length} ` +
        'labels on either side; choose another share or a coarser label.',
    );
  const random = createLegacyRandom(seed);
  return Array.from({ length: splits }, () => {
    const trainCounts = approximateMode(counts, trainCount, random);
    const remaining = counts.map((count, index) => count - trainCounts[index]);
    const testCounts = approximateMode(remaining, testCount, random);
    const train: number[] = [];
    const test: number[] = [];
    rows.forEach((own, index) => {
      const order = random.permutation(own.length).map((position) => own[position]);
      train.push(...order.slice(0, trainCounts[index]));
      test.push(...order.slice(trainCounts[index], trainCounts[index] + testCounts[index]));
    });
    return { train: random.shuffled(train), test: random.shuffled(test) };
  });
}

/** The most probable counts of a draw without replacement; ties of remainders are broken at random. */
function approximateMode(counts: readonly number[], draws: number, random: LegacyRandom): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const exact = counts.map((count) => (count / total) * draws);
  const result = exact.map(Math.floor);
  const remainders = exact.map((value, index) => value - result[index]);
  let missing = draws - result.reduce((sum, count) => sum + count, 0);
  for (const remainder of [...new Set(remainders)].toSorted((a, b) => b - a)) {
    if (missing <= 0) break;
    const tied = remainders.flatMap((value, index) => (value === remainder ? [index] : []));
    const added = random.shuffled(tied).slice(0, Math.min(tied.length, missing));
    for (const index of added) result[index]++;
    missing -= added.length;
  }
  return result;
}
