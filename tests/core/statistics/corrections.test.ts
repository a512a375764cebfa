import { describe, expect, test } from '@jest/globals';
import { assembly } from '../../../core/assembly/assembly.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import {
  correct,
  correctBothSides,
  explainableVarianceExplained,
  spearmanBrownOfThree,
} from '../../../core/statistics/corrections.ts';

describe('corrections of a correlation', () => {
  test.each([
    ['explained-variance', 0.6, 0.9, 0.4],
    ['explained-variance', -0.6, 0.9, -0.4],
    ['squared-ratio', 0.6, 0.9, 4 / 9],
    ['ratio', 0.6, 0.81, 2 / 3],
    ['explained-variance', 1, 0.5, 2],
  ] as const)('%s of %f under %f', (name, r, ceiling, expected) => {
    expect(correct(name, r, ceiling)).toBeCloseTo(expected, 12);
  });

  test('nothing is stated without a ceiling', () => {
    for (const ceiling of [0, -0.1, Number.NaN]) expect(correct('ratio', 0.5, ceiling)).toBeNaN();
    expect(correctBothSides(0.5, 0.5, 0)).toBeNaN();
    expect(correctBothSides(0.5, -0.5, -0.5)).toBeNaN();
  });

  test('both sides', () => {
    expect(correctBothSides(0.3, 0.5, 0.72)).toBeCloseTo(0.5, 12);
    expect(spearmanBrownOfThree(0.5)).toBeCloseTo(0.75, 12);
    expect(spearmanBrownOfThree(-0.5)).toBe(0);
  });
});

describe('explainable variance explained', () => {
  const [repetitions, presentations] = [6, 400];
  const random = createRandomStreams('feve').stream('trials');
  const truth = Float64Array.from({ length: presentations }, () => random.normal());
  const trials = assembly({
    dimensions: ['repetition', 'presentation', 'neuroid'],
    shape: [repetitions, presentations, 1],
    data: Float64Array.from({ length: repetitions * presentations }, (_, index) =>
      index % 7 === 3 ? Number.NaN : truth[index % presentations] + random.normal(0, 2),
    ),
  });
  const of = (predicted: Float64Array) =>
    explainableVarianceExplained(trials, { rows: presentations, columns: 1, data: predicted })[0];

  test('is 1 for the truth and 0 for the mean, whatever the noise and the holes', () => {
    expect(Math.abs(of(truth) - 1)).toBeLessThan(0.08);
    expect(Math.abs(of(new Float64Array(presentations)))).toBeLessThan(0.02);
  });

  test('is 3/4 when half of the signal is missed, and negative when it is turned round', () => {
    expect(Math.abs(of(truth.map((value) => value / 2)) - 0.75)).toBeLessThan(0.08);
    expect(of(truth.map((value) => -value))).toBeLessThan(-2);
  });

  test('is not stated where nothing is repeated', () => {
    const single = { ...trials, shape: [1, presentations, 1], data: trials.data.slice(0, presentations) };
    expect(
      explainableVarianceExplained(single, { rows: presentations, columns: 1, data: truth })[0],
    ).toBeNaN();
  });
});
