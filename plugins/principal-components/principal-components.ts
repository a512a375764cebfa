import { selectRows } from '../../core/assembly/matrix.ts';
import type { LinearAlgebra } from '../../core/contracts/linear-algebra.ts';
import type { Readout } from '../../core/contracts/readout.ts';
import { InputError } from '../../core/errors/errors.ts';
import { centreKernel } from '../../core/statistics/centred-kernel.ts';
import { centreTargets } from '../../core/statistics/centred-targets.ts';
import { checkedReadout } from '../../core/statistics/checked-readout.ts';
import { fittedInDual } from '../../core/statistics/dual-readout.ts';
import { spectrumOfFeatures } from '../../core/statistics/spectrum.ts';

/** Least squares on principal components, in the dual: their scores are scaled singular vectors of the features. */
export function createPrincipalComponents(components: number, algebra: LinearAlgebra): Readout {
  return checkedReadout(`principal-components, ${components} components`, async (features, rows, targets) => {
    const kernel = centreKernel(features.gram(), rows, algebra);
    const { means, centred } = centreTargets(targets);
    const { values, vectors } = await spectrumOfFeatures(features, rows, algebra);
    const rank = values.length;
    if (components > rank && rank > 0)
      throw new InputError(
        `principal-components: ${components} components are asked for, but ${rows.length} training stimuli and ` +
          `${features.units} units span ${rank}; choose at most ${rank}.`,
      );
    const found = Math.min(components, rank);
    const places = Array.from({ length: found }, (_, index) => rank - found + index);
    const kept = selectRows(vectors, places);
    const along = algebra.multiply(kept, centred);
    const weights = along.data.map(
      (value, index) => value / values[places[Math.floor(index / along.columns)]],
    );
    const dual = algebra.multiply(kept, { ...along, data: weights }, { a: true });
    const sum = (of: readonly number[]) => of.reduce((total, place) => total + values[place], 0);
    const explainedVariance = found === 0 ? 0 : sum(places) / sum(Array.from(values.keys()));
    return fittedInDual(
      {
        kernel,
        dual: kernel.spread(dual),
        means,
        chosen: { components: found, explainedVariance },
        degreesOfFreedom: () => new Float64Array(targets.columns).fill(found),
      },
      features,
      algebra,
    );
  });
}
