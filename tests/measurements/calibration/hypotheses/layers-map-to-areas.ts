import type { RandomStreams } from '../../../../core/contracts/random.ts';
import { LayersMapToAreas } from '../../../../plugins/layers-map-to-areas/layers-map-to-areas.ts';
import { optionsSchema } from '../../../../plugins/layers-map-to-areas/options.ts';
import type { Calibration } from '../calibrate.ts';
import { simulateStudy } from '../simulated-models.ts';

const hypothesis = new LayersMapToAreas(optionsSchema.parse({}));

/** Of six layers. */
const early = [0.6, 0.55, 0.45, 0.3, 0.2, 0.15];
const middle = [0.2, 0.35, 0.5, 0.5, 0.4, 0.3];
const late = [0.1, 0.2, 0.3, 0.4, 0.5, 0.5];
const between = middle.map((value, layer) => (value + late[layer]) / 2);

async function verdict(profiles: Readonly<Record<string, readonly number[]>>, random: RandomStreams) {
  const cnn = { id: 'cnn', family: 'cnn', accuracy: 0.8, profiles };
  const [finding] = await hypothesis.test(simulateStudy([cnn], random.scope('study')), random.scope('test'));
  return finding.verdict;
}

const calibration: Calibration = {
  hypothesis: 'layers-map-to-areas',
  worlds: [
    {
      is: 'V4 and IT simulated from the same layers, V1 from earlier ones',
      holds: false,
      study: (random) => verdict({ V1: early, V4: late, IT: late }, random),
    },
    {
      is: 'all regions simulated from the same layers',
      holds: false,
      study: (random) => verdict({ V1: middle, V4: middle, IT: middle }, random),
    },
    {
      is: 'V4 from later layers than IT',
      holds: false,
      study: (random) => verdict({ V1: early, V4: late, IT: middle }, random),
    },
    {
      is: 'V1 < V4 < IT, steps of .18 and .12 of the depth',
      holds: true,
      study: (random) => verdict({ V1: early, V4: middle, IT: late }, random),
    },
    {
      is: 'V1 < V4 < IT, the step to IT .06 of the depth',
      holds: true,
      study: (random) => verdict({ V1: early, V4: between, IT: late }, random),
    },
  ],
};

export default calibration;
