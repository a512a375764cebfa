import { describe, expect, test } from '@jest/globals';
import { assembly } from '../../../core/assembly/assembly.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { correct, correctBothSides } from '../../../core/statistics/corrections.ts';
import { explainableVarianceExplained, trialMoments } from '../../../core/statistics/explainable-variance.ts';
import { spearmanBrownProphecy } from '../../../core/statistics/reliability.ts';
import { createPlainAlgebra } from '../../../plugins/plain-algebra/plain-algebra.ts';

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
    expect(spearmanBrownProphecy(0.5, 3)).toBeCloseTo(0.75, 12);
    expect(spearmanBrownProphecy(0.5, 2)).toBeCloseTo(2 / 3, 12);
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
  const algebra = createPlainAlgebra();
  const column = (data: Float64Array) => ({ rows: presentations, columns: 1, data });
  const once = { rows: 1, columns: presentations, data: new Float64Array(presentations).fill(1) };
  const of = (predicted: Float64Array, weights = once) =>
    explainableVarianceExplained(trialMoments(trials), column(predicted), weights, algebra).data[0];

  test('is 1 for the truth and 0 for the mean, whatever the noise and the holes', () => {
    expect(Math.abs(of(truth) - 1)).toBeLessThan(0.08);
    expect(Math.abs(of(new Float64Array(presentations)))).toBeLessThan(0.02);
  });

  test('is 3/4 when half of the signal is missed, and negative when it is turned round', () => {
    expect(Math.abs(of(truth.map((value) => value / 2)) - 0.75)).toBeLessThan(0.08);
    expect(of(truth.map((value) => -value))).toBeLessThan(-2);
  });

  test('is 1 - (MSE - noise) / (total - noise) over single trials', () => {
    const [predicted, first, second] = [
      [1, 2, 4],
      [0, 3, 5],
      [2, 1, 6],
    ];
    const all = [...first, ...second];
    const centre = all.reduce((sum, value) => sum + value, 0) / 6;
    const total = all.reduce((sum, value) => sum + (value - centre) ** 2, 0) / 6;
    const error = all.reduce((sum, value, index) => sum + (value - predicted[index % 3]) ** 2, 0) / 6;
    const noise = first.reduce((sum, value, row) => sum + (value - second[row]) ** 2 / 2, 0) / 3;
    const small = { ...trials, shape: [2, 3, 1], data: Float64Array.from(all) };
    const found = explainableVarianceExplained(
      trialMoments(small),
      { rows: 3, columns: 1, data: Float64Array.from(predicted) },
      { rows: 2, columns: 3, data: Float64Array.of(1, 1, 1, 2, 2, 2) },
      algebra,
    ).data;
    const expected = 1 - (error - noise) / (total - noise);
    expect(found[0]).toBeCloseTo(expected, 12);
    expect(found[1]).toBeCloseTo(expected, 12);
  });

  test('is not stated where nothing is repeated', () => {
    const single = { ...trials, shape: [1, presentations, 1], data: trials.data.slice(0, presentations) };
    expect(
      explainableVarianceExplained(trialMoments(single), column(truth), once, algebra).data[0],
    ).toBeNaN();
  });
});
