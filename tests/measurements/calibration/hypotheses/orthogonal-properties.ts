import type { RandomStreams } from '../../../../core/contracts/random.ts';
import { optionsSchema } from '../../../../plugins/orthogonal-properties/options.ts';
import { OrthogonalProperties } from '../../../../plugins/orthogonal-properties/orthogonal-properties.ts';
import { createPlainAlgebra } from '../../../../plugins/plain-algebra/plain-algebra.ts';
import { type DecodableTruth, decodableScene } from '../../../support/decodable-scene.ts';
import type { Calibration, World } from '../calibrate.ts';

const algebra = createPlainAlgebra();
const options = optionsSchema.parse({ samples: 4, draws: 60, folds: 3 });
const images = { categories: 2, images: 10, levels: { 6: 1 } };
const regions = (...signals: readonly number[]) =>
  Object.fromEntries(
    ['V1', 'V4', 'IT'].map((region, index) => [region, { signal: signals[index], units: 24 }]),
  );
const layers = (...signals: readonly number[]) => ({
  cnn: { layers: signals.map((signal) => ({ signal, units: 24 })) },
});

function world(is: string, holds: boolean, truth: DecodableTruth, order = options.order): World {
  return {
    is,
    holds,
    study: async (random: RandomStreams) => {
      const evidence = decodableScene({ ...images, ...truth }, random.scope('scene'), algebra);
      const [rise] = await new OrthogonalProperties({ ...options, order }, algebra).test(
        evidence,
        random.scope('test'),
      );
      return rise.verdict;
    },
  };
}

/** Units mix the properties of 40 images linearly; what is so is the share of their variance that is properties. */
const calibration: Calibration = {
  hypothesis: 'orthogonal-properties',
  worlds: [
    world('V1 .1, V4 and IT .5: the second step is not there', false, { regions: regions(0.1, 0.5, 0.5) }),
    world('V1, V4 and IT .3: no step is there', false, { regions: regions(0.3, 0.3, 0.3) }),
    world('four layers of .3: no rise', false, { regions: {}, backbones: layers(0.3, 0.3, 0.3, 0.3) }, []),
    world('V1 .05, V4 .25, IT .7', true, { regions: regions(0.05, 0.25, 0.7) }),
    world('layers of .1, .2, .3, .5', true, { regions: {}, backbones: layers(0.1, 0.2, 0.3, 0.5) }, []),
  ],
};

export default calibration;
