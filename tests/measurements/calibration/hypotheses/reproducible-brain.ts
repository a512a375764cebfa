import { assembly } from '../../../../core/assembly/assembly.ts';
import type { RegionResponses } from '../../../../core/contracts/evidence.ts';
import type { RandomStreams } from '../../../../core/contracts/random.ts';
import { splitHalves } from '../../../../core/statistics/reliability.ts';
import { meanOver } from '../../../../core/statistics/repetition-means.ts';
import { optionsSchema } from '../../../../plugins/reproducible-brain/options.ts';
import { ReproducibleBrain } from '../../../../plugins/reproducible-brain/reproducible-brain.ts';
import { constructEvidence } from '../../../support/evidence.ts';
import type { Calibration } from '../calibrate.ts';

const [repetitions, stimuli, neuroids] = [8, 64, 16];
const hypothesis = new ReproducibleBrain(optionsSchema.parse({}));
const scores = constructEvidence([
  { id: 'cnn', family: 'cnn', accuracy: 0.8, profiles: { IT: [0.1, 0.3, 0.5] } },
]);

interface Neurons {
  /** Standard deviation over stimuli of the expected response. */
  readonly signal: number;
  /** Of the noise of single trials that neuroids share, and of each alone. */
  readonly sharedNoise: number;
  readonly ownNoise: number;
}

/** Trials with noise that is partly shared between neuroids, as recordings have it. */
export function simulateRegion(
  { signal, sharedNoise, ownNoise }: Neurons,
  random: RandomStreams,
): RegionResponses {
  const tuning = random.stream('tuning');
  const noise = random.stream('noise');
  const truth = Float64Array.from({ length: stimuli * neuroids }, () => tuning.normal(0, signal));
  const data = new Float64Array(repetitions * stimuli * neuroids);
  for (let trial = 0; trial < repetitions * stimuli; trial++) {
    const shared = noise.normal(0, sharedNoise);
    for (let neuroid = 0; neuroid < neuroids; neuroid++)
      data[trial * neuroids + neuroid] =
        truth[(trial % stimuli) * neuroids + neuroid] + shared + noise.normal(0, ownNoise);
  }
  const trials = assembly({
    dimensions: ['repetition', 'presentation', 'neuroid'],
    shape: [repetitions, stimuli, neuroids],
    data,
  });
  const all = Array.from({ length: repetitions }, (_, repetition) => repetition);
  return {
    population: 'IT',
    region: 'IT',
    simulated: true,
    neuroidIds: Array.from({ length: neuroids }, (_, index) => `site-${index}`),
    means: meanOver(trials, all),
    truth: { rows: stimuli, columns: neuroids, data: truth },
    reliabilities: [],
    halves: () => splitHalves(trials, random.stream('halves'), 10),
  };
}

async function verdict(region: RegionResponses, random: RandomStreams) {
  const responses = async () => [region];
  const [finding] = await hypothesis.test({ ...scores, responses, responsesAnew: responses }, random);
  return finding.verdict;
}

/** Without the truth, which would show at once that there is no signal. */
const recorded = (region: RegionResponses): RegionResponses => ({
  ...region,
  truth: undefined,
  simulated: false,
});

const calibration: Calibration = {
  hypothesis: 'reproducible-brain',
  worlds: [
    {
      is: 'neuroids answer with noise alone, every neuroid with its own',
      holds: false,
      study: (random) =>
        verdict(recorded(simulateRegion({ signal: 0, sharedNoise: 0, ownNoise: 1 }, random)), random),
    },
    {
      is: 'neuroids answer with noise alone, most of it shared',
      holds: false,
      study: (random) =>
        verdict(recorded(simulateRegion({ signal: 0, sharedNoise: 0.8, ownNoise: 0.6 }, random)), random),
    },
    {
      is: 'the truth is that of other neurons',
      holds: false,
      study: (random) => {
        const neurons = { signal: 0.6, sharedNoise: 0.3, ownNoise: 1 };
        const { truth } = simulateRegion(neurons, random.scope('others'));
        return verdict({ ...simulateRegion(neurons, random), truth }, random);
      },
    },
    {
      is: 'a ceiling of about .74, noise partly shared',
      holds: true,
      study: (random) =>
        verdict(simulateRegion({ signal: 0.6, sharedNoise: 0.3, ownNoise: 0.95 }, random), random),
    },
    {
      is: 'a recorded region with a ceiling of about .24',
      holds: true,
      study: (random) =>
        verdict(recorded(simulateRegion({ signal: 0.2, sharedNoise: 0.3, ownNoise: 0.95 }, random)), random),
    },
  ],
};

export default calibration;
