import type { RandomStream, RandomStreams } from '../../../../core/contracts/random.ts';
import { optionsSchema } from '../../../../plugins/performance-predicts-predictivity/options.ts';
import { PerformancePredictsPredictivity } from '../../../../plugins/performance-predicts-predictivity/performance-predicts-predictivity.ts';
import type { Calibration } from '../calibrate.ts';
import { type SimulatedModel, simulateStudy } from '../simulated-models.ts';

const hypothesis = new PerformancePredictsPredictivity(optionsSchema.parse({}));

/** How backbones differ, in standard deviations of performance and of predictivity. */
interface Spread {
  /** Between entries of the scene, and between the backbones of one entry. */
  readonly between: number;
  readonly within: number;
  /** Correlation of performance and predictivity in each. */
  readonly correlation: number;
}

/** 9 single backbones, a sample of 16 and 3 trainings with 4 checkpoints each: 13 groups of 37 backbones. */
function asInAScene(spread: Spread, random: RandomStreams): readonly SimulatedModel[] {
  const stream = random.stream('models');
  const entries = [
    ...Array.from({ length: 9 }, (_, index) => ({ name: `single-${index}`, size: 1 })),
    { name: 'sample', size: 16 },
    ...Array.from({ length: 3 }, (_, index) => ({ name: `training-${index}`, size: 4 })),
  ];
  return entries.flatMap(({ name, size }) => {
    const entry = pair(stream, spread.between, spread.correlation);
    return Array.from({ length: size }, (_, index) => {
      const own = pair(stream, spread.within, spread.correlation);
      return {
        ...modelOf(size === 1 ? name : `${name}-${index}`, entry[0] + own[0], entry[1] + own[1]),
        ...(name === 'sample' && { memberOf: name }),
        ...(name.startsWith('training') && { checkpointOf: name }),
      };
    });
  });
}

function alone(
  count: number,
  spread: Omit<Spread, 'between'>,
  random: RandomStreams,
): readonly SimulatedModel[] {
  const stream = random.stream('models');
  return Array.from({ length: count }, (_, index) =>
    modelOf(`single-${index}`, ...pair(stream, spread.within, spread.correlation)),
  );
}

/** Performance about .5, explained variance about .3. */
function modelOf(id: string, performance: number, predictivity: number): SimulatedModel {
  const accuracy = Math.min(0.95, Math.max(0.15, 0.5 + performance));
  return { id, family: 'simulated', accuracy, profiles: { IT: [0.3 + predictivity / 2] } };
}

function pair(stream: RandomStream, deviation: number, correlation: number): [number, number] {
  const [a, b] = [stream.normal(), stream.normal()];
  return [deviation * a, deviation * (correlation * a + Math.sqrt(1 - correlation ** 2) * b)];
}

async function verdict(models: readonly SimulatedModel[], random: RandomStreams) {
  const [finding] = await hypothesis.test(simulateStudy(models, random.scope('study')), random.scope('test'));
  return finding.verdict;
}

const calibration: Calibration = {
  hypothesis: 'performance-predicts-predictivity',
  worlds: [
    {
      is: 'unrelated, groups far apart (37 backbones in 13 groups)',
      holds: false,
      study: (random) => verdict(asInAScene({ between: 0.15, within: 0.05, correlation: 0 }, random), random),
    },
    {
      is: 'unrelated, groups alike (37 backbones in 13 groups)',
      holds: false,
      study: (random) => verdict(asInAScene({ between: 0, within: 0.12, correlation: 0 }, random), random),
    },
    {
      is: 'unrelated, 8 backbones',
      holds: false,
      study: (random) => verdict(alone(8, { within: 0.15, correlation: 0 }, random), random),
    },
    {
      is: 'responses shuffled: nothing is predicted, only noise differs (20 backbones)',
      holds: false,
      study: (random) => {
        const models = alone(20, { within: 0.15, correlation: 0 }, random);
        return verdict(
          models.map((model) => ({ ...model, profiles: { IT: [0] } })),
          random,
        );
      },
    },
    {
      is: 'r = .8 between and within groups (37 backbones in 13 groups)',
      holds: true,
      study: (random) =>
        verdict(asInAScene({ between: 0.15, within: 0.05, correlation: 0.8 }, random), random),
    },
    {
      is: 'r = .5 between and within groups (37 backbones in 13 groups)',
      holds: true,
      study: (random) =>
        verdict(asInAScene({ between: 0.15, within: 0.05, correlation: 0.5 }, random), random),
    },
    {
      is: 'r = .6, 40 backbones',
      holds: true,
      study: (random) => verdict(alone(40, { within: 0.15, correlation: 0.6 }, random), random),
    },
  ],
};

export default calibration;
