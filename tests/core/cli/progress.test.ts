import { describe, expect, test } from '@jest/globals';
import { describeDuration, describeRate } from '../../../core/cli/progress.ts';

describe('progress', () => {
  test.each([
    [0.2, '1 s'],
    [59, '59 s'],
    [59.4, '1 min 00 s'],
    [119.7, '2 min 00 s'],
    [3725, '62 min 05 s'],
  ])('%d seconds are %s', (seconds, words) => {
    expect(describeDuration(seconds)).toBe(words);
  });

  test('says how fast a step is and how long it still takes', () => {
    expect(describeRate({ done: 50, seconds: 25 }, 200, 'fits')).toBe('2.0 fits/s, 1 min 15 s left');
    expect(describeRate({ done: 500, seconds: 2 }, 400, 'pictures')).toBe('250 pictures/s, 0 s left');
    expect(describeRate({ done: 0, seconds: 0 }, 400, 'pictures')).toBe('');
  });
});
