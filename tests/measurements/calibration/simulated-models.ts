import type { Evidence, PerformanceEvidence, ScoreEvidence } from '../../../core/contracts/evidence.ts';
import type { Matrix } from '../../../core/contracts/linear-algebra.ts';
import type { RandomStreams } from '../../../core/contracts/random.ts';
import { percentileInterval, resampleCounts } from '../../../core/statistics/bootstrap.ts';
import { constructEvidence } from '../../support/evidence.ts';

/** What is true of a simulated backbone. */
export interface SimulatedModel {
  readonly id: string;
  readonly family: string;
  /** Chance of recognising a stimulus of mean difficulty. */
  readonly accuracy: number;
  /** Explained variance of every region, over all stimuli and neuroids there could be: one value per layer. */
  readonly profiles: Readonly<Record<string, readonly number[]>>;
  readonly memberOf?: string;
  /** The training that it is a checkpoint of. */
  readonly checkpointOf?: string;
}

const stimuli = 128;
const neuroids = 48;
const draws = 200;
/** Standard deviations over stimuli of how well one is predicted, and over neuroids: common to all models, and of each. */
const noise = { stimuli: 0.5, ownStimuli: 0.4, neuroids: 0.15, ownNeuroids: 0.08 };
const difficulty = 0.2;

/**
 * Scores and performances as a study would measure them: means over a sample of stimuli and neuroids, the same for all models,
 * with draws that take both anew.
 */
export function simulateStudy(models: readonly SimulatedModel[], random: RandomStreams): Evidence {
  const counts = {
    stimuli: resampleCounts(random.stream('stimulus counts'), draws, stimuli),
    neuroids: resampleCounts(random.stream('neuroid counts'), draws, neuroids),
  };
  const deviates = (name: string, count: number, deviation: number) => {
    const stream = random.stream(name);
    return Float64Array.from({ length: count }, () => stream.normal(0, deviation));
  };
  const hardness = deviates('hardness', stimuli, difficulty);
  const common = (region: string) => ({
    stimuli: deviates(`${region}: stimuli`, stimuli, noise.stimuli),
    neuroids: deviates(`${region}: neuroids`, neuroids, noise.neuroids),
  });
  const shared = new Map(Object.keys(models[0].profiles).map((region) => [region, common(region)]));

  function scored(score: ScoreEvidence, truth: number): ScoreEvidence {
    const name = `${score.backbone} ${score.layer} ${score.region}`;
    const own = shared.get(score.region);
    const add = (values: Float64Array | undefined, more: Float64Array) =>
      more.map((value, index) => value + (values?.[index] ?? 0));
    const perStimulus = add(own?.stimuli, deviates(`${name}: stimuli`, stimuli, noise.ownStimuli));
    const perNeuroid = add(own?.neuroids, deviates(`${name}: neuroids`, neuroids, noise.ownNeuroids));
    const drawn = sumOf(
      weightedMeans(perStimulus, counts.stimuli),
      weightedMeans(perNeuroid, counts.neuroids),
      truth,
    );
    const ceiled = truth + meanOf(perStimulus) + meanOf(perNeuroid);
    return { ...score, ceiled, draws: drawn, interval: percentileInterval(drawn, 0.95) };
  }

  function performed(performance: PerformanceEvidence, accuracy: number): PerformanceEvidence {
    const stream = random.stream(`${performance.backbone}: answers`);
    const right = hardness.map((hard) => (stream.uniform() < accuracy - hard ? 1 : 0));
    const drawn = weightedMeans(right, counts.stimuli);
    return {
      ...performance,
      accuracy: meanOf(right),
      draws: drawn,
      interval: percentileInterval(drawn, 0.95),
    };
  }

  const skeleton = constructEvidence(models, { draws: 1, seed: random.name });
  const truthOf = (id: string) => {
    const found = models.find((model) => model.id === id);
    if (!found) throw new RangeError(id);
    return found;
  };
  const layers = skeleton.layers.map((score) => {
    const index = skeleton.depth.get(score.backbone)?.indexOf(score.layer ?? '') ?? 0;
    return scored(score, truthOf(score.backbone).profiles[score.region][index]);
  });
  return {
    ...skeleton,
    layers,
    backbones: skeleton.backbones.map((whole) => {
      const [chosen] = Object.keys(whole.layersChosen ?? {});
      const layer = layers.find(
        ({ backbone, region, layer: name }) =>
          backbone === whole.backbone && region === whole.region && name === chosen,
      );
      if (!layer) throw new RangeError(`no layer of ${whole.backbone}`);
      return { ...layer, layer: null, units: null, layersChosen: whole.layersChosen };
    }),
    performance: skeleton.performance.map((own) => performed(own, truthOf(own.backbone).accuracy)),
    plan: {
      ...skeleton.plan,
      backbones: skeleton.plan.backbones.map((plan) => {
        const { memberOf, checkpointOf } = truthOf(plan.id);
        const training = {
          objective: 'category-objective',
          options: {},
          on: 'screening',
          stimuli: 1000,
          excluded: [],
        };
        return {
          ...plan,
          ...(memberOf && { memberOf }),
          ...(checkpointOf && { training: { ...training, rows: [], checkpoint: 1, of: checkpointOf } }),
        };
      }),
    },
  };
}

/** Mean under the counts of every draw. */
function weightedMeans(values: ArrayLike<number>, { rows, columns, data }: Matrix): Float64Array {
  return Float64Array.from({ length: rows }, (_, draw) => {
    let sum = 0;
    for (let item = 0; item < columns; item++) sum += data[draw * columns + item] * values[item];
    return sum / columns;
  });
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sumOf(a: Float64Array, b: Float64Array, offset: number): Float64Array {
  return a.map((value, index) => value + b[index] + offset);
}
