import { readFileSync } from 'node:fs';
import { rankSum } from '../../../core/statistics/rank-sum.ts';
import { studentQuantile, studentShareAbove } from '../../../core/statistics/student-t.ts';
import { momentsOf, sensitivityIndex, welchTest } from '../../../core/statistics/two-samples.ts';

interface Oracle {
  readonly compared: readonly {
    first: number[];
    second: number[];
    u: number;
    rankP: number;
    t: number;
    degreesOfFreedom: number;
    welchP: number;
    sensitivity: number;
  }[];
  readonly student: readonly {
    degreesOfFreedom: number;
    t: number[];
    above: number[];
    shares: number[];
    quantiles: number[];
  }[];
}

/** What `tests/oracles/two-samples.py` computed with SciPy. */
const oracle: Oracle = JSON.parse(
  readFileSync(new URL('../../oracles/two-samples.json', import.meta.url), 'utf8'),
);

function expectClose(value: number, expected: number): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-10 * Math.abs(expected) + 1e-14);
}

describe('two samples', () => {
  test.each(oracle.compared.map((pair, index) => [index, pair] as const))(
    'rank-sum, Welch and d-prime are those of SciPy, ties included: pair %i',
    (_, { first, second, u, rankP, t, degreesOfFreedom, welchP, sensitivity }) => {
      const ranked = rankSum(first, second);
      expect(ranked.u).toBe(u);
      expectClose(ranked.p, rankP);
      expect(Math.sign(ranked.z)).toBe(Math.sign(u - (first.length * second.length) / 2));
      const welch = welchTest(momentsOf(first), momentsOf(second));
      expectClose(welch.t, t);
      expectClose(welch.degreesOfFreedom, degreesOfFreedom);
      expectClose(welch.p, welchP);
      expectClose(sensitivityIndex(momentsOf(first), momentsOf(second)), sensitivity);
    },
  );

  test('exchanging the samples turns the signs and nothing else', () => {
    const { first, second } = oracle.compared[1];
    const [a, b] = [rankSum(first, second), rankSum(second, first)];
    expect(b.z).toBeCloseTo(-a.z, 12);
    expect(b.p).toBeCloseTo(a.p, 12);
    expect(a.u + b.u).toBe(first.length * second.length);
  });

  test('nothing can be said of samples that do not vary', () => {
    const constant = [2, 2, 2];
    expect(rankSum(constant, constant).p).toBeNaN();
    expect(welchTest(momentsOf(constant), momentsOf(constant)).p).toBeNaN();
    expect(sensitivityIndex(momentsOf(constant), momentsOf(constant))).toBeNaN();
  });
});

describe("Student's t", () => {
  test.each(oracle.student)(
    'tails and quantiles of SciPy, $degreesOfFreedom degrees of freedom',
    (student) => {
      const { degreesOfFreedom, t, above, shares, quantiles } = student;
      t.forEach((value, index) => {
        expectClose(studentShareAbove(value, degreesOfFreedom), above[index]);
      });
      shares.forEach((share, index) => {
        expectClose(studentQuantile(share, degreesOfFreedom), quantiles[index]);
      });
    },
  );

  test('with ever more degrees of freedom it is normal', () => {
    expect(studentShareAbove(1.96, Number.POSITIVE_INFINITY)).toBeCloseTo(0.0249979, 7);
  });
});
