import { createRandomStreams } from '../../core/random/streams.ts';
import { mean, standardDeviation } from '../../core/statistics/summaries.ts';
import openblas from '../../plugins/openblas/index.ts';
import { type Ceiled, ceiledTruth, ceilingBias, teacherRecovery } from '../support/instrument-checks.ts';

/** Prints the tables of `core/neurons/README.md`: `node --import tsx` and this file. */

const populations = Array.from({ length: 16 }, (_, index) => `population ${index}`);
const at = { id: 'algebra', random: createRandomStreams('algebra'), resolvePath: (path: string) => path };
const algebra = await openblas.create(openblas.options.parse({}), {}, at);
const estimate = (values: readonly number[], digits: number) =>
  `${mean(values).toFixed(digits)} ± ${(standardDeviation(values, 1) / Math.sqrt(values.length)).toFixed(digits)}`;
const interval = ({ value, low, high }: Ceiled) =>
  `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;

for (const gainVariance of [0.05, 0.2, 0.5])
  for (const repetitions of [4, 10, 20, 50]) {
    const noise = { gainVariance, repetitions };
    const measured = populations.map((seed) => ceilingBias(noise, seed));
    const { truth, shuffled } = ceiledTruth(noise, 'ceiled', algebra);
    console.log(
      `| ${gainVariance} | ${repetitions} | ${mean(measured.map(({ actual }) => actual)).toFixed(3)} | ` +
        `${estimate(
          measured.map(({ bias }) => bias),
          4,
        )} | ${interval(truth)} | ${interval(shuffled)} |`,
    );
  }
for (const repetitions of [1, 2, 4, 8, 20, 50]) {
  const found = await Promise.all(populations.map((seed) => teacherRecovery(repetitions, seed, algebra)));
  console.log(`| ${repetitions} | ${estimate(found, 3)} |`);
}
