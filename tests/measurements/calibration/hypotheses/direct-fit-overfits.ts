import type { RandomStreams } from '../../../../core/contracts/random.ts';
import { DirectFitOverfits } from '../../../../plugins/direct-fit-overfits/direct-fit-overfits.ts';
import { optionsSchema } from '../../../../plugins/direct-fit-overfits/options.ts';
import { createPlainAlgebra } from '../../../../plugins/plain-algebra/plain-algebra.ts';
import { evenly, fittedNetworks, takenAsTheyAre } from '../../../support/fitted-networks.ts';
import type { Calibration, World } from '../calibrate.ts';

const options = optionsSchema.parse({ draws: 100 });
const algebra = createPlainAlgebra();

/** Both predict with errors alike in kind: of objects, of pictures and of neuroids. */
function world(region: string, direct: number, taskTrained: number): World['study'] {
  return async (random: RandomStreams) => {
    const quality = { ...evenly(0.6), 'new-categories': direct };
    const evidence = fittedNetworks(
      { region, direct: { fitted: { quality } }, taskTrained: { trained: evenly(taskTrained) } },
      random,
      algebra,
    );
    const hypothesis = new DirectFitOverfits(options, { readout: takenAsTheyAre, algebra });
    return (await hypothesis.test(evidence, random.scope('test')))[0].verdict;
  };
}

const calibration: Calibration = {
  hypothesis: 'direct-fit-overfits',
  worlds: [
    { is: 'IT, both explain .3 of new categories', holds: false, study: world('IT', 0.3, 0.3) },
    { is: 'IT, neither explains anything of them', holds: false, study: world('IT', 0, 0) },
    { is: 'V1, the direct fit explains .55, the readout .6', holds: false, study: world('V1', 0.55, 0.6) },
    { is: 'IT, the direct fit explains .15, the readout .3', holds: true, study: world('IT', 0.15, 0.3) },
    { is: 'V1, the direct fit explains .65, the readout .6', holds: true, study: world('V1', 0.65, 0.6) },
  ],
};

export default calibration;
