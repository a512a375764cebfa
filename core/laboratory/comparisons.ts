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
import type { LayerFeatures } from './layer-features.ts';
import type { Recording } from './recorded-region.ts';
import type { Resampling } from './resampling.ts';

type Measured = Pick<ComparisonScore, 'value' | 'interval' | 'ceiling' | 'control' | 'p'> & {
  readonly conditions: number;
};

/** Compares one region with the layers of backbones without a fit. */
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
): (layers: readonly LayerFeatures[]) => Promise<ComparisonScore[]> {
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
  return async (layers) => {
    const stored = artifact<readonly Measured[]>(store, {
      kind: 'comparisons',
      key: {
        layers: layers.map((layer) => layer.key),
        responses: recording.key,
        region: recording.region,
        halves: recording.halvesKey,
        comparison: key,
        random: random.name,
        draws: resampling.draws,
        level: resampling.level,
      },
      codec: jsonCodec(),
      compute: async () => {
        const geometries: Geometry[] = [];
        for (const layer of layers)
          geometries.push(averageConditions(await layer.geometry(), prepared().conditions));
        const measured = measureLayers(comparison, prepared(), geometries, resampling.level);
        requireDefined(measured, layers, comparison);
        return measured;
      },
    });
    return (await stored.read()).map(({ conditions, ...measured }, index): ComparisonScore => {
      const { backbone, layer, units, unitsRead } = layers[index];
      return {
        comparison: id,
        description: comparison.description,
        backbone: backbone.id,
        family: backbone.built.part.family,
        layer: layer.name,
        units,
        ...(unitsRead && { unitsRead }),
        population: recording.population,
        region: recording.region,
        simulated: recording.simulated,
        ...measured,
        n: { conditions, neuroids: recording.means.columns, draws: resampling.draws },
      };
    });
  };
}

/** All layers together, so that what a draw makes of the region is computed once and not kept. */
export function measureLayers(
  comparison: Comparison,
  region: ComparedRegion,
  geometries: readonly Geometry[],
  level: number,
): Measured[] {
  const layers = geometries.map((geometry) => {
    const whole = comparison.ofLayer(geometry);
    const draws: TwoFactorDraws = { both: [], conditions: [], neuroids: [] };
    return { geometry, whole, draws, shuffled: [] as number[] };
  });
  for (const { rows, neuroids } of region.halves) {
    const both = region.half(rows, neuroids);
    const conditionsAlone = region.half(rows);
    const neuroidsAlone = region.half(undefined, neuroids);
    for (const { geometry, whole, draws } of layers) {
      const half = comparison.ofLayer(selectConditions(geometry, rows));
      draws.both.push(comparison.between(half, both));
      draws.conditions.push(comparison.between(half, conditionsAlone));
      draws.neuroids.push(comparison.between(whole, neuroidsAlone));
    }
  }
  for (const order of region.shuffles)
    for (const { geometry, shuffled } of layers)
      shuffled.push(comparison.between(comparison.ofLayer(selectConditions(geometry, order)), region.whole));
  return layers.map(({ whole, draws, shuffled }) => {
    const value = comparison.between(whole, region.whole);
    return {
      value,
      interval: twoFactorInterval(value, draws, level),
      ceiling: region.ceilingOf(whole),
      control: mean(shuffled),
      p: permutationP(value, shuffled),
      conditions: region.conditions.length,
    };
  });
}

function requireDefined(
  measured: readonly Measured[],
  layers: readonly LayerFeatures[],
  { description }: Comparison,
): void {
  const at = measured.findIndex(({ value }) => Number.isNaN(value));
  if (at < 0) return;
  const { layer, backbone } = layers[at];
  throw new InputError(
    `${description}: undefined for layer "${layer.name}" of "${backbone.id}", as a pattern of it or of the region does ` +
      'not vary; choose another dissimilarity, or average over fewer conditions.',
  );
}
