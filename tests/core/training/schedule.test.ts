import { describe, expect, test } from '@jest/globals';
import type { Schedule } from '../../../core/contracts/training.ts';
import { learningRateAt } from '../../../core/training/schedule.ts';
import { plainTraining } from '../../support/training.ts';

const rates = (schedule: Schedule, at: number[]) =>
  at.map((progress) => learningRateAt(progress, { ...plainTraining, learningRate: 2, schedule }));

describe('learning rate', () => {
  test('cosine: rises, then falls to half at half of the rest and to 0 at the end', () => {
    const [start, half, top, middle, end] = rates({ kind: 'cosine', warmUp: 0.2 }, [0, 0.1, 0.2, 0.6, 1]);
    expect(start).toBeGreaterThan(0);
    expect(start).toBeLessThan(0.02);
    expect(half).toBeCloseTo(1, 1);
    expect([top, middle, end]).toEqual([2, expect.closeTo(1, 10), expect.closeTo(0, 10)]);
  });

  test('constant: stays', () => {
    expect(rates({ kind: 'constant', warmUp: 0 }, [0, 0.5, 0.99])).toEqual([2, 2, 2]);
  });

  test('steps: falls at each of its shares', () => {
    const schedule: Schedule = { kind: 'steps', warmUp: 0, at: [0.5, 0.75], factor: 0.1 };
    const expected = [2, 2, 0.2, 0.2, 0.02].map((rate) => expect.closeTo(rate, 10));
    expect(rates(schedule, [0, 0.49, 0.5, 0.74, 0.75])).toEqual(expected);
  });
});
