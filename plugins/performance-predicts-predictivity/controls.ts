import type { Evidence } from '../../core/contracts/evidence.ts';
import type { FindingTable } from '../../core/contracts/findings.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import { effectiveDimensionality } from '../../core/statistics/kernel-alignment.ts';
import { estimateCorrelation } from './correlation-test.ts';
import { partialCorrelationOn, plainCorrelation } from './correlations.ts';
import { cloudOf, independentClusters, type Model } from './models.ts';
import type { Options } from './options.ts';

/** What else of a backbone might explain its scores: a number per model. */
interface Control {
  readonly name: string;
  readonly values: readonly (readonly number[])[];
}

/**
 * Correlations once other properties are taken away: effective dimensionality and number of units of the layer that was
 * used, and the cloud. Only clouds remain where the backbones cannot be shown anything.
 */
export async function controlTable(
  evidence: Evidence,
  models: readonly Model[],
  kind: Options['correlation'],
  random: RandomStreams,
): Promise<FindingTable> {
  const controls = await measureControls(evidence, models);
  const rows = models.map((_, row) => row);
  const correlate = plainCorrelation(kind);
  const scores = models.map(({ score }) => score.ceiled);
  return {
    title: 'What remains of the correlation once other properties of the backbones are taken away',
    columns: ['taken away', 'correlation of it with predictivity', 'partial correlation', 'low', 'high'],
    rows: controls.map(({ name, values }) => {
      const { value, interval } = estimateCorrelation(
        models,
        independentClusters(models),
        partialCorrelationOn(values, kind),
        random.scope(name),
      );
      const own = values.length === 1 ? correlate(values[0], scores, rows) : Number.NaN;
      return [name, orNull(own), orNull(value), interval.low, interval.high];
    }),
  };
}

async function measureControls(evidence: Evidence, models: readonly Model[]): Promise<readonly Control[]> {
  const clouds = [...new Set(models.map(({ plan }) => cloudOf(plan)))];
  const ofCloud = clouds.slice(1).map((cloud) => models.map(({ plan }) => (cloudOf(plan) === cloud ? 1 : 0)));
  const cloud = ofCloud.length > 0 ? [{ name: 'cloud', values: ofCloud }] : [];
  const layers = models.map((model) => usedLayer(evidence, model));
  const units = layers.map((layer) => Math.log10(layer?.units ?? Number.NaN));
  if (!units.every(Number.isFinite) || evidence.models.length === 0) return cloud;
  const dimensions: number[] = [];
  for (const [index, { plan }] of models.entries())
    dimensions.push(Math.log10(await dimensionality(evidence, plan.id, layers[index]?.layer ?? '')));
  return [
    { name: 'effective dimensionality (log10)', values: [dimensions] },
    { name: 'units (log10)', values: [units] },
    { name: 'both', values: [dimensions, units] },
    ...cloud,
  ];
}

/** The layer that most splits chose. */
function usedLayer({ layers }: Evidence, { score }: Model) {
  const [chosen] = Object.entries(score.layersChosen ?? {}).toSorted(([, a], [, b]) => b - a);
  return layers.find(({ backbone, layer }) => backbone === score.backbone && layer === chosen?.[0]);
}

/** Effective dimensionality of a layer's responses to the presented stimuli (Elmoznino & Bonner 2024). */
function dimensionality(evidence: Evidence, backbone: string, layer: string): Promise<number> {
  const { presented } = evidence.plan;
  return evidence.remember(
    { what: ['effective dimensionality', layer], backbones: [backbone], sets: [presented] },
    async () => {
      const model = evidence.models.find(({ id }) => id === backbone);
      if (!model) throw new RangeError(`no backbone ${backbone}`);
      return effectiveDimensionality((await model.features(layer, presented)).gram());
    },
  );
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
