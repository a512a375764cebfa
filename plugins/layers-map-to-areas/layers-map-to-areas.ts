import type { Evidence, Hypothesis, ScoreEvidence } from '../../core/contracts/hypothesis.ts';
import type { RandomStream, RandomStreams } from '../../core/contracts/random.ts';
import type { Finding, Interval } from '../../core/contracts/results.ts';
import { percentileInterval } from '../../core/statistics/bootstrap.ts';
import { chooseBackbone, fewestLayers } from './choose-backbone.ts';
import { centreOfMass, type DepthProfile, smallestStep } from './depth-profile.ts';
import { layerMap } from './layer-map.ts';
import type { Options } from './options.ts';

const permutations = 999;

/**
 * Early layers explain early regions, late layers late ones (Yamins et al. 2014): the depth at which a region is
 * explained rises along `order`. Depth is the centre of mass of explained variance over a backbone's layers; the
 * statistic is its smallest step from one region to the next, so that it is above 0 only when the whole order holds.
 */
export class LayersMapToAreas implements Hypothesis {
  readonly prediction: string;
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
    this.prediction = `The layers that explain a region lie the deeper the later the region: ${options.order.join(' < ')}.`;
  }

  async test(evidence: Evidence, random: RandomStreams): Promise<readonly Finding[]> {
    const backbone = chooseBackbone(evidence, this.#options.backbone);
    if (backbone === undefined) return [];
    return protocols(evidence.layers).flatMap(({ identity, name, scores }) => {
      const profiles = this.#profiles(evidence, scores, backbone);
      if (profiles.length < 2) return [];
      const figures = [layerMap(`Layers and regions: ${name}`, evidence, scores)];
      return [{ ...this.#finding(`${backbone} · ${name}`, profiles, random.scope(identity)), figures }];
    });
  }

  /** The regions of the order that the backbone has scores for; all populations of a region count together. */
  #profiles(evidence: Evidence, scores: readonly ScoreEvidence[], backbone: string): readonly DepthProfile[] {
    const layers = evidence.depth.get(backbone) ?? [];
    const points = scores
      .filter((score) => score.backbone === backbone)
      .map((score) => ({ score, layer: layers.indexOf(score.layer ?? '') }))
      .map(({ score, layer }) => ({ score, layer, depth: layer / (layers.length - 1) }));
    return this.#options.order
      .map((region) => ({ region, points: points.filter(({ score }) => score.region === region) }))
      .filter((profile) => profile.points.length >= fewestLayers);
  }

  #finding(subject: string, profiles: readonly DepthProfile[], random: RandomStreams): Finding {
    const depths = depthsOf(profiles, (score) => score.ceiled);
    const value = smallestStep(depths);
    const { level } = profiles[0].points[0].score.interval;
    const draws = depthDraws(profiles);
    const interval =
      draws.length > 0 ? percentileInterval(draws.map(smallestStep), level) : { low: -1, high: 1, level };
    const chance = permutedSteps(profiles, random.stream('layers'));
    const obstacle = obstacleTo(depths, draws.length, profiles);
    return {
      hypothesis: 'layers-map-to-areas',
      prediction: this.prediction,
      subject,
      statistic: 'smallest step in depth from one region to the next',
      value: Number.isFinite(value) ? value : 0,
      interval,
      n: new Set(profiles.flatMap(({ points }) => points.map(({ layer }) => layer))).size,
      control: chance.reduce((total, step) => total + step, 0) / Math.max(1, chance.length),
      verdict: obstacle ? 'inconclusive' : this.#verdict(interval),
      simulated: profiles.some(({ points }) => points.some(({ score }) => score.simulated)),
      explanation: obstacle ?? `${depthWords(profiles, depths, draws, level)} ${chanceWords(value, chance)}`,
    };
  }

  #verdict({ low, high }: Interval): Finding['verdict'] {
    if (low > 0) return 'supported';
    return high < this.#options.negligible ? 'not supported' : 'inconclusive';
  }
}

/** Scores by protocol and readout; the name tells the readout only where there are several. */
function protocols(layers: readonly ScoreEvidence[]) {
  const identityOf = ({ protocol, readout }: ScoreEvidence) => `${protocol} · ${readout}`;
  const severalReadouts = layers.some(({ readout }) => readout !== layers[0].readout);
  return [...new Set(layers.map(identityOf))].map((identity) => {
    const scores = layers.filter((score) => identityOf(score) === identity);
    return { identity, name: severalReadouts ? identity : scores[0].protocol, scores };
  });
}

function depthsOf(
  profiles: readonly DepthProfile[],
  weightOf: (score: ScoreEvidence) => number,
): readonly number[] {
  return profiles.map((profile) => centreOfMass(profile, ({ depth }) => depth, weightOf));
}

/** The regions' depths draw by draw; draws in which a region has none are left out. */
function depthDraws(profiles: readonly DepthProfile[]): readonly (readonly number[])[] {
  return Array.from({ length: drawCount(profiles) }, (_, draw) =>
    depthsOf(profiles, (score) => score.draws[draw]),
  ).filter((depths) => depths.every(Number.isFinite));
}

function drawCount(profiles: readonly DepthProfile[]): number {
  return Math.min(...profiles.flatMap(({ points }) => points.map(({ score }) => score.draws.length)));
}

/** The statistic with the layers' places in the backbone permuted, alike for all regions. */
function permutedSteps(profiles: readonly DepthProfile[], random: RandomStream): readonly number[] {
  const depths = new Map(
    profiles.flatMap(({ points }) => points.map(({ layer, depth }) => [layer, depth] as const)),
  );
  const layers = [...depths.keys()];
  return Array.from({ length: permutations }, () => {
    const order = random.permutation(layers.length);
    const permuted = new Map(layers.map((layer, index) => [layer, depths.get(layers[order[index]]) ?? 0]));
    return smallestStep(
      profiles.map((profile) =>
        centreOfMass(
          profile,
          ({ layer }) => permuted.get(layer) ?? 0,
          (score) => score.ceiled,
        ),
      ),
    );
  }).filter(Number.isFinite);
}

function obstacleTo(
  depths: readonly number[],
  definedDraws: number,
  profiles: readonly DepthProfile[],
): string | undefined {
  const unexplained = profiles.filter((_, index) => !Number.isFinite(depths[index]));
  if (unexplained.length > 0)
    return `No layer explains anything of ${unexplained.map(({ region }) => region).join(', ')}, so it has no depth; 0 stands for the step.`;
  if (2 * definedDraws < drawCount(profiles) || definedDraws === 0)
    return `The depths are defined in only ${definedDraws} of ${drawCount(profiles)} resamples.`;
  return undefined;
}

function depthWords(
  profiles: readonly DepthProfile[],
  depths: readonly number[],
  draws: readonly (readonly number[])[],
  level: number,
): string {
  const regions = profiles.map(({ region }, index) => {
    const interval = percentileInterval(
      draws.map((draw) => draw[index]),
      level,
    );
    return `${region} ${depths[index].toFixed(2)} (${interval.low.toFixed(2)} – ${interval.high.toFixed(2)})`;
  });
  return `Depth at which each region is explained, 0 first layer … 1 last layer: ${regions.join(', ')}.`;
}

function chanceWords(value: number, chance: readonly number[]): string {
  const asHigh = chance.filter((step) => step >= value).length;
  const probability = (1 + asHigh) / (1 + chance.length);
  return `Control: the mean step when the layers' places are permuted; one as large comes with p = ${probability.toFixed(3)} (one-sided, ${permutations} permutations).`;
}
