import type { Comparison } from '../contracts/comparison.ts';
import type { LinearAlgebra } from '../contracts/linear-algebra.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { ComparisonScore } from '../contracts/results.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import { InputError } from '../errors/errors.ts';
import { averageConditions, type Geometry, selectConditions } from '../statistics/geometry.ts';
import { permutationP } from '../statistics/permutation.ts';
import { mean } from '../statistics/summaries.ts';
import { type TwoFactorDraws, twoFactorInterval } from '../statistics/two-factor-interval.ts';
import { artifact } from '../store/artifact.ts';
import { jsonCodec } from '../store/json-codec.ts';
import type { Store } from '../store/store.ts';
import type { Built } from './builder.ts';
import { type ComparedRegion, compareRegion } from './compared-region.ts';
import { selectPatterns } from './conditions.ts';
import type { LayerFeatures } from './layer-features.ts';
import type { Recording } from './recorded-region.ts';
import type { Resampling } from './resampling.ts';

type Measured = Pick<ComparisonScore, 'value' | 'interval' | 'ceiling' | 'control' | 'p'> & {
  readonly conditions: number;
};

/** Compares one region with layers without a fit; what the region gives to it is computed once. */
export function createComparison(
  { id, part: comparison, key }: Built<Comparison>,
  recording: Recording,
  stimuli: StimulusSet,
  given: {
    readonly store: Store;
    readonly algebra: LinearAlgebra;
    readonly random: RandomStreams;
    readonly resampling: Resampling;
  },
): (layer: LayerFeatures) => Promise<ComparisonScore> {
  const { store, algebra, resampling } = given;
  const random = given.random.scope(`comparisons/${id}`);
  let region: ComparedRegion | undefined;
  const prepared = () => {
    region ??= compareRegion(comparison, recording, stimuli.table, {
      algebra,
      random,
      draws: resampling.draws,
    });
    return region;
  };
  return async (layer) => {
    const stored = artifact<Measured>(store, {
      kind: 'comparisons',
      key: {
        layer: layer.key,
        responses: recording.key,
        region: recording.region,
        halves: recording.halvesKey,
        comparison: key,
        random: random.name,
        draws: resampling.draws,
        level: resampling.level,
      },
      codec: jsonCodec(),
      compute: async () => measure(comparison, prepared(), await layer.geometry(), resampling.level, layer),
    });
    const { conditions, ...measured } = await stored.read();
    return {
      comparison: id,
      description: comparison.description,
      backbone: layer.backbone.id,
      family: layer.backbone.built.part.family,
      layer: layer.layer.name,
      units: layer.units,
      population: recording.population,
      region: recording.region,
      simulated: recording.simulated,
      ...measured,
      n: { conditions, neuroids: recording.means.columns, draws: resampling.draws },
    };
  };
}

function measure(
  comparison: Comparison,
  region: ComparedRegion,
  perStimulus: Geometry,
  level: number,
  { backbone, layer }: LayerFeatures,
): Measured {
  const geometry = averageConditions(perStimulus, region.conditions);
  const whole = comparison.ofLayer(geometry);
  const value = comparison.between(whole, region.whole);
  if (Number.isNaN(value))
    throw new InputError(
      `${comparison.description}: undefined for layer "${layer.name}" of "${backbone.id}", as a pattern of it or of the ` +
        'region does not vary; choose another dissimilarity, or average over fewer conditions.',
    );
  const of = (rows: readonly number[]) => comparison.ofLayer(selectConditions(geometry, rows));
  const shuffled = region.shuffles.map((order) => comparison.between(of(order), region.whole));
  return {
    value,
    interval: twoFactorInterval(value, drawHalves(comparison, region, geometry, whole), level),
    ceiling: region.ceilingOf(whole),
    control: mean(shuffled),
    p: permutationP(value, shuffled),
    conditions: region.conditions.length,
  };
}

/** The similarity on halves of the conditions and the neuroids; what a half gives is not kept, as it may be large. */
export function drawHalves(
  comparison: Comparison,
  { patterns, halves }: Pick<ComparedRegion, 'patterns' | 'halves'>,
  geometry: Geometry,
  whole: Float64Array,
): TwoFactorDraws {
  const everyRow = Array.from({ length: patterns.means.rows }, (_, row) => row);
  const everyNeuroid = Array.from({ length: patterns.means.columns }, (_, neuroid) => neuroid);
  const drawn = halves.map(({ rows, neuroids }) => {
    const layer = comparison.ofLayer(selectConditions(geometry, rows));
    const region = (ofRows: readonly number[], ofNeuroids: readonly number[]) =>
      comparison.ofRegion(selectPatterns(patterns, ofRows, ofNeuroids));
    return {
      both: comparison.between(layer, region(rows, neuroids)),
      conditions: comparison.between(layer, region(rows, everyNeuroid)),
      neuroids: comparison.between(whole, region(everyRow, neuroids)),
    };
  });
  return {
    both: drawn.map(({ both }) => both),
    conditions: drawn.map(({ conditions }) => conditions),
    neuroids: drawn.map(({ neuroids }) => neuroids),
  };
}
