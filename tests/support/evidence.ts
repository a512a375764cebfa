import type { Evidence, PerformanceEvidence, ScoreEvidence } from '../../core/contracts/hypothesis.ts';
import type { Interval } from '../../core/contracts/interval.ts';
import type { RandomStream } from '../../core/contracts/random.ts';
import { createRandomStreams } from '../../core/random/streams.ts';

/** What is true of a backbone, before noise. */
export interface BackboneTruth {
  readonly id: string;
  readonly family: string;
  readonly accuracy: number;
  /** Explained variance per region, one value per layer from input to output. */
  readonly profiles: Readonly<Record<string, readonly number[]>>;
}

export interface EvidenceOptions {
  readonly seed?: string;
  readonly draws?: number;
  /** Standard deviation of every draw around the truth. */
  readonly noise?: number;
  readonly protocols?: readonly string[];
}

const readout = 'pls, 25 components, nipals';

/** Evidence whose truth is known: scores equal the truth, draws scatter around it, paired as the contract says. */
export function constructEvidence(
  backbones: readonly BackboneTruth[],
  options: EvidenceOptions = {},
): Evidence {
  const { seed = 'evidence', draws = 200, noise = 0.02, protocols = ['across-objects'] } = options;
  const random = createRandomStreams(seed);
  const regions = [...new Set(backbones.flatMap(({ profiles }) => Object.keys(profiles)))];
  const shared = deviates(random.stream('stimuli'), draws, noise / 2);
  const scatter = (name: string, truth: number) => {
    const own = deviates(random.stream(name), draws, noise);
    return own.map((deviate, draw) => truth + deviate + shared[draw]);
  };
  const layers = protocols.flatMap((protocol) =>
    backbones.flatMap((backbone) =>
      regions.flatMap((region) =>
        backbone.profiles[region].map((truth, layer) =>
          score(
            backbone,
            region,
            protocol,
            layer,
            truth,
            scatter(`${backbone.id} ${region} ${layer} ${protocol}`, truth),
          ),
        ),
      ),
    ),
  );
  return {
    layers,
    backbones: protocols.flatMap((protocol) =>
      backbones.flatMap(({ id }) => regions.map((region) => wholeBackbone(layers, id, region, protocol))),
    ),
    performance: backbones.map((backbone) => performance(backbone, scatter(backbone.id, backbone.accuracy))),
    regions,
    depth: new Map(backbones.map((backbone) => [backbone.id, layerNames(backbone)])),
    plan: {
      presented: 'test',
      tables: new Map(),
      backbones: backbones.map((backbone) => ({
        id: backbone.id,
        plugin: backbone.family,
        family: backbone.family,
        layers: layerNames(backbone).map((name) => ({ name, shape: [4] })),
      })),
      populations: regions.map((region) => ({
        id: region,
        plugin: 'simulated',
        simulated: true,
        regions: [region],
      })),
      protocols,
      task: 'category',
    },
    models: [],
    sets: new Map(),
    responses: async () => [],
    responsesAnew: async () => [],
    remember: (_inputs, compute) => compute(),
  };
}

function score(
  { id, family }: BackboneTruth,
  region: string,
  protocol: string,
  layer: number,
  ceiled: number,
  draws: Float64Array,
): ScoreEvidence {
  const ceiling = region === 'V1' ? 0.91 : 0.84;
  const root = (value: number) => Math.sign(value) * Math.sqrt(Math.abs(value) * ceiling);
  const interval = middle(draws);
  return {
    backbone: id,
    family,
    layer: `layer-${layer + 1}`,
    units: 4096 >> layer,
    population: region,
    region,
    simulated: true,
    readout,
    protocol,
    raw: root(ceiled),
    ceiling,
    correction: 'explained-variance',
    ceiled,
    interval,
    rawInterval: { ...interval, low: root(interval.low), high: root(interval.high) },
    error: 0.008,
    n: { neuroids: 168, stimuli: 1280, folds: 5, bootstrap: draws.length },
    control: 0.004 * Math.sin(layer + id.length),
    draws,
  };
}

/** The best layer's score, as if it were chosen inside the training splits. */
function wholeBackbone(
  layers: readonly ScoreEvidence[],
  backbone: string,
  region: string,
  protocol: string,
): ScoreEvidence {
  const best = layers
    .filter((layer) => layer.backbone === backbone && layer.region === region && layer.protocol === protocol)
    .reduce((a, b) => (b.ceiled > a.ceiled ? b : a));
  return { ...best, layer: null, layersChosen: { [String(best.layer)]: 5 }, units: null };
}

function performance(backbone: BackboneTruth, draws: Float64Array): PerformanceEvidence {
  const { id, family, accuracy } = backbone;
  return {
    backbone: id,
    family,
    layer: layerNames(backbone).at(-1) ?? '',
    task: 'category',
    readout: 'linear-svm',
    accuracy,
    chance: 0.125,
    interval: middle(draws),
    byVariation: {
      V0: { accuracy: Math.min(1, accuracy + 0.15), interval: middle(draws), stimuli: 160 },
      V3: { accuracy, interval: middle(draws), stimuli: 560 },
      V6: { accuracy: Math.max(0.125, accuracy - 0.2), interval: middle(draws), stimuli: 560 },
    },
    n: { stimuli: 1280, classes: 8, bootstrap: draws.length },
    control: 0.126,
    draws,
  };
}

function layerNames({ profiles }: BackboneTruth): readonly string[] {
  return Object.values(profiles)[0].map((_, layer) => `layer-${layer + 1}`);
}

function deviates(stream: RandomStream, count: number, deviation: number): Float64Array {
  return Float64Array.from({ length: count }, () => stream.normal(0, deviation));
}

function middle(draws: Float64Array): Interval {
  const sorted = draws.toSorted();
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))];
  return { low: at(0.025), high: at(0.975), level: 0.95 };
}
