import { beforeAll, describe, expect, test } from '@jest/globals';
import type { LinearAlgebra } from '../../../core/contracts/linear-algebra.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { mean } from '../../../core/statistics/summaries.ts';
import plainAlgebra from '../../../plugins/plain-algebra/index.ts';
import { ceiledTruth, ceilingBias, teacherRecovery } from '../../support/instrument-checks.ts';

/** What `tests/measurements/instruments.ts` measures with more populations stands in `core/neurons/README.md`. */

let algebra: LinearAlgebra;
beforeAll(async () => {
  const at = { id: 'algebra', random: createRandomStreams('algebra'), resolvePath: (path: string) => path };
  algebra = await plainAlgebra.create(plainAlgebra.options.parse({}), {}, at);
});

const noises = [0.05, 0.2, 0.5].flatMap((gainVariance) =>
  [4, 10, 20, 50].map((repetitions) => ({ gainVariance, repetitions })),
);

test.each(noises)('the split-half ceiling meets the true reliability: %o', (noise) => {
  const populations = ['a', 'b'].map((seed) => ceilingBias(noise, seed));
  expect(Math.abs(mean(populations.map(({ bias }) => bias)))).toBeLessThan(0.015);
});

describe.each([noises[0], noises[6], noises[11]])('with %o', (noise) => {
  test('the truth explains all, other stimuli’s truth nothing', () => {
    const { truth, shuffled } = ceiledTruth(noise, 'ceiled', algebra);
    expect(truth.low).toBeLessThan(1);
    expect(truth.high).toBeGreaterThan(1);
    expect(truth.high - truth.low).toBeLessThan(0.15);
    expect(Math.abs(shuffled.value)).toBeLessThan(0.02);
    expect(shuffled.low).toBeLessThan(0);
    expect(shuffled.high).toBeGreaterThan(0);
  });
});

test('readout weights come nearer to those of a teacher the more trials there are', async () => {
  const [few, more, many] = await Promise.all(
    [2, 8, 50].map((repetitions) => teacherRecovery(repetitions, 'teacher', algebra)),
  );
  expect(more).toBeGreaterThan(few + 0.05);
  expect(many).toBeGreaterThan(more + 0.02);
  expect(many).toBeGreaterThan(0.9);
});
