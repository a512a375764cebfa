import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawRates, expectedCount, meanRates } from '../../../core/neurons/rates.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';

const rates = { mean: 20, spontaneous: 4 };

describe('expectedCount', () => {
  test('is spontaneous without drive and the mean at the reference, in a window of 100 ms', () => {
    expect(expectedCount(0, 3, rates)).toBeCloseTo(0.4, 12);
    expect(expectedCount(3, 3, rates)).toBeCloseTo(2, 12);
  });

  test('rises with the drive and stays below five times the mean', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        (drive, step) => {
          const low = expectedCount(drive, 1, rates);
          expect(expectedCount(drive + step, 1, rates)).toBeGreaterThanOrEqual(low);
          expect(low).toBeLessThanOrEqual(0.1 * (4 + 5 * 16));
        },
      ),
    );
  });
});

test.each(['V4', 'IT'] as const)('%s neuroids have rates in the range of recordings', (region) => {
  const stream = createRandomStreams('rates').stream(region);
  const [low, high] = meanRates[region];
  for (let neuroid = 0; neuroid < 100; neuroid++) {
    const { mean, spontaneous } = drawRates(region, stream);
    expect(mean).toBeGreaterThanOrEqual(low);
    expect(mean).toBeLessThanOrEqual(high);
    expect(spontaneous).toBeGreaterThan(0);
    expect(spontaneous).toBeLessThan(mean / 2);
  }
});
