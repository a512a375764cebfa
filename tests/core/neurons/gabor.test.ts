import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gaborPatch } from '../../../core/neurons/gabor.ts';

test('a patch has no mean and absolute weights that add up to one', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: Math.PI, noNaN: true }),
      fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
      fc.double({ min: 0.05, max: 0.4, noNaN: true }),
      (orientation, phase, frequency) => {
        const patch = gaborPatch(15, 13, { x: 7, y: 6, frequency, orientation, phase, along: 3, across: 2 });
        expect(patch.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
        expect(patch.reduce((sum, value) => sum + Math.abs(value), 0)).toBeCloseTo(1, 12);
      },
    ),
  );
});

test('the carrier varies in the direction of the orientation', () => {
  const shape = { x: 8, y: 8, frequency: 0.25, phase: 0, along: 3, across: 3 };
  const rightwards = gaborPatch(17, 17, { ...shape, orientation: 0 });
  const downwards = gaborPatch(17, 17, { ...shape, orientation: Math.PI / 2 });
  for (let row = 0; row < 17; row++)
    for (let column = 0; column < 17; column++)
      expect(downwards[column * 17 + row]).toBeCloseTo(rightwards[row * 17 + column], 12);
  expect(rightwards[8 * 17 + 10]).toBeLessThan(0);
  expect(rightwards[10 * 17 + 8]).toBeGreaterThan(0);
});
