import { selectRows } from '../../../core/assembly/matrix.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { fitRidgeFolds, predictHeldOut } from '../../../core/statistics/held-out-ridge.ts';
import { kFold } from '../../../core/statistics/splits.ts';
import { createPlainAlgebra } from '../../../plugins/plain-algebra/plain-algebra.ts';
import { createRidge } from '../../../plugins/ridge/ridge.ts';
import { featuresOf, largestDifference, normalMatrix } from '../../support/matrices.ts';

const algebra = createPlainAlgebra();
const random = createRandomStreams('held-out ridge').stream('data');
const rows = 30;
const folds = kFold(rows, 3, createRandomStreams('held-out ridge').stream('folds'));
const first = normalMatrix(random, rows, 3);
const second = normalMatrix(random, rows, 2);

/** The signal of the first units in all targets, so that the penalties chosen are not the largest. */
function withSignal(units: number) {
  const values = normalMatrix(random, rows, units);
  const add = (target: typeof first) => ({
    ...target,
    data: target.data.map(
      (value, index) => value / 2 + values.data[Math.floor(index / target.columns) * units],
    ),
  });
  return { units: values, groups: [add(first), add(second)] };
}

describe('held-out ridge', () => {
  test.each([4, 50])(
    'predicts what the ridge readout predicts for every group, %i units for 20 training rows',
    async (count) => {
      const { units, groups } = withSignal(count);
      const fitted = await fitRidgeFolds(
        units,
        folds,
        [
          { targets: groups[0], perTarget: true },
          { targets: groups[1], perTarget: false },
        ],
        algebra,
      );
      const predicted = predictHeldOut(units, fitted, algebra);
      const readouts = (['leave-one-out-per-target', 'leave-one-out'] as const).map((penalty) =>
        createRidge({ penalty }, algebra),
      );
      for (const { train, test: held } of folds)
        for (const [group, readout] of readouts.entries()) {
          const single = await readout.fit(
            { ...featuresOf(units, algebra), values: async () => units },
            train,
            selectRows(groups[group], train),
          );
          const expected = single.predict(held).data;
          expect(largestDifference(selectRows(predicted[group], held).data, expected)).toBeLessThan(1e-8);
        }
    },
  );

  test('predicts from units that were changed after the fit', async () => {
    const { units, groups } = withSignal(4);
    const fitted = await fitRidgeFolds(units, folds, [{ targets: groups[1], perTarget: false }], algebra);
    const silenced = { ...units, data: new Float64Array(units.data.length) };
    const [predicted] = predictHeldOut(silenced, fitted, algebra);
    const [{ fold, fits }] = fitted;
    expect(predicted.data[fold.test[0] * 2]).toBeCloseTo(fits[0].intercepts[0], 12);
    expect(largestDifference(predicted.data, predictHeldOut(units, fitted, algebra)[0].data)).toBeGreaterThan(
      0.1,
    );
  });
});
