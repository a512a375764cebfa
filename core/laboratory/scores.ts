import type { ScoreEvidence } from '../contracts/hypothesis.ts';
import type { LinearAlgebra } from '../contracts/linear-algebra.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { Readout } from '../contracts/readout.ts';
import { percentileInterval } from '../statistics/bootstrap.ts';
import { type Artifact, artifact } from '../store/artifact.ts';
import { jsonCodec } from '../store/json-codec.ts';
import type { Store } from '../store/store.ts';
import type { Built } from './builder.ts';
import { ceilings } from './ceilings.ts';
import { chooseLayers } from './layer-choice.ts';
import type { LayerFeatures } from './layer-features.ts';
import { type Measurement, measure } from './measurement.ts';
import { type Predictions, predict } from './predictions.ts';
import type { Protocol } from './protocols.ts';
import type { Recording } from './recordings.ts';
import type { Resampling } from './resampling.ts';

interface ScoreContext {
  readonly store: Store;
  readonly algebra: LinearAlgebra;
  readonly resampling: Resampling;
  readonly random: RandomStreams;
  readonly readout: Built<Readout>;
  readonly recording: Recording;
  readonly protocol: Protocol;
  readonly onFold: () => void;
}

interface ChosenMeasurement {
  readonly measurement: Measurement;
  readonly chosen: readonly number[];
}

/** Scores of each layer of a backbone for one region and protocol, and of the backbone as a whole. */
export async function scoreBackbone(
  layers: readonly LayerFeatures[],
  context: ScoreContext,
): Promise<{ readonly layers: ScoreEvidence[]; readonly backbone: ScoreEvidence }> {
  const { store, algebra, resampling, recording, protocol } = context;
  const ceiling = ceilings(store, recording, protocol, resampling, algebra);
  const predictions = layers.map((layer) =>
    predict(store, { ...context, features: () => layer.features(), featuresKey: layer.key }),
  );
  const basis = {
    ceilings: ceiling.key,
    resampling: resampling.key,
    correlate: protocol.correlate,
    protocol: protocol.id,
  };
  const measureNow = async (predicted: Pick<Predictions, 'heldOut' | 'control'>) =>
    measure(predicted, { ...context, ceilings: await ceiling.read() });

  const single = predictions.map((stored) =>
    artifact<Measurement>(store, {
      kind: 'scores',
      key: { ...basis, predictions: stored.key },
      codec: jsonCodec(),
      compute: async () => measureNow(await stored.read()),
    }),
  );
  const whole = artifact<ChosenMeasurement>(store, {
    kind: 'backbone-scores',
    key: { ...basis, predictions: predictions.map(({ key }) => key) },
    codec: jsonCodec(),
    compute: async () => {
      const choice = chooseLayers(await readAll(predictions), protocol);
      return { measurement: await measureNow(choice.predictions), chosen: choice.chosen };
    },
  });

  const layerScores: ScoreEvidence[] = [];
  for (const [index, { layer, units }] of layers.entries())
    layerScores.push(evidence(await single[index].read(), { layer: layer.name, units }, layers[0], context));
  const { measurement, chosen } = await whole.read();
  const layersChosen = countNames(chosen.map((index) => layers[index].layer.name));
  return {
    layers: layerScores,
    backbone: evidence(measurement, { layer: null, units: null, layersChosen }, layers[0], context),
  };
}

function evidence(
  { rawDraws, ceiledDraws, ...measured }: Measurement,
  layer: Pick<ScoreEvidence, 'layer' | 'units' | 'layersChosen'>,
  { backbone }: LayerFeatures,
  { recording, protocol, readout, resampling }: ScoreContext,
): ScoreEvidence {
  const draws = Float64Array.from(ceiledDraws, (value) => value ?? Number.NaN);
  return {
    backbone: backbone.id,
    family: backbone.built.part.family,
    ...layer,
    population: recording.population,
    region: recording.region,
    simulated: recording.simulated,
    readout: readout.part.description,
    protocol: protocol.id,
    ...measured,
    interval: percentileInterval(draws, resampling.level),
    rawInterval: percentileInterval(rawDraws, resampling.level),
    n: {
      neuroids: recording.means.columns,
      stimuli: new Set(protocol.folds.flatMap(({ test }) => test)).size,
      folds: protocol.folds.length,
      bootstrap: resampling.draws,
    },
    draws,
  };
}

async function readAll<Value>(artifacts: readonly Artifact<Value>[]): Promise<Value[]> {
  const values: Value[] = [];
  for (const stored of artifacts) values.push(await stored.read());
  return values;
}

function countNames(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
