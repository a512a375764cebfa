import type { ScoreEvidence } from '../contracts/hypothesis.ts';
import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { Readout } from '../contracts/readout.ts';
import type { Score } from '../contracts/results.ts';
import type { CeilingCorrection } from '../statistics/corrections.ts';
import { type Artifact, artifact } from '../store/artifact.ts';
import { jsonCodec } from '../store/json-codec.ts';
import type { Store } from '../store/store.ts';
import type { Built } from './builder.ts';
import { ceilings } from './ceilings.ts';
import { chooseLayers, joinChosen } from './layer-choice.ts';
import type { LayerFeatures } from './layer-features.ts';
import { type Measurement, measure } from './measurement.ts';
import { partsFor } from './neuroid-corrections.ts';
import { type Predictions, predict, predictParts } from './predictions.ts';
import type { Protocol } from './protocols.ts';
import { neuroidsOf, type Recording } from './recorded-region.ts';
import type { Resampling } from './resampling.ts';
import { foldsOf, rowRange, stimuliOf } from './test-groups.ts';

export interface ScoreContext {
  readonly store: Store;
  readonly algebra: LinearAlgebra;
  readonly resampling: Resampling;
  readonly random: RandomStreams;
  readonly readout: Built<Readout>;
  readonly recording: Recording;
  readonly protocol: Protocol;
  readonly correction: CeilingCorrection;
  readonly onFold: () => void;
}

/** A score with the bootstrap draws of `ceiled`, NaN without a ceiling. */
export type DrawnScore = Score & { readonly draws: Float64Array };

interface ChosenMeasurement {
  readonly measurement: Measurement;
  readonly chosen: readonly number[];
}

/** Scores of each layer of a backbone for one region and protocol, and of the backbone as a whole. */
export async function scoreBackbone(
  layers: readonly LayerFeatures[],
  context: ScoreContext,
): Promise<{ readonly layers: DrawnScore[]; readonly backbone: DrawnScore }> {
  const { store, algebra, resampling, recording, protocol, correction } = context;
  const ceiling = ceilings(store, recording, protocol, resampling, algebra);
  const partCount = recording.halves ? partsFor(correction) : 0;
  const tasks = layers.map((layer) => ({
    ...context,
    features: () => layer.features(),
    featuresKey: layer.key,
  }));
  const predictions = tasks.map((task) => predict(store, task));
  const parts = partCount > 0 ? tasks.map((task) => predictParts(store, task, partCount)) : [];
  const basis = {
    ceilings: ceiling.key,
    resampling: resampling.key,
    correlate: protocol.correlate,
    protocol: protocol.id,
    correction,
  };
  const measureNow = async (predicted: Pick<Predictions, 'heldOut' | 'control'>, ofParts: Matrix[]) =>
    measure({ ...predicted, parts: ofParts }, { ...context, ceilings: await ceiling.read() });

  const single = predictions.map((stored, index) =>
    artifact<Measurement>(store, {
      kind: 'scores',
      key: { ...basis, predictions: stored.key },
      codec: jsonCodec(),
      compute: async () => measureNow(await stored.read(), await readParts(parts.at(index), partCount)),
    }),
  );
  const whole = artifact<ChosenMeasurement>(store, {
    kind: 'backbone-scores',
    key: { ...basis, predictions: predictions.map(({ key }) => key) },
    codec: jsonCodec(),
    compute: async () => {
      const all = await readAll(predictions);
      const chosen = chooseLayers(
        all.map(({ inner }) => inner),
        protocol,
      );
      const join = (matrices: readonly Matrix[]) => joinChosen(matrices, chosen, protocol);
      const ofLayers: Matrix[][] = [];
      for (const stored of parts) ofLayers.push(await readParts(stored, partCount));
      const predicted = {
        heldOut: join(all.map(({ heldOut }) => heldOut)),
        control: join(all.map(({ control }) => control)),
      };
      const joined = Array.from({ length: partCount }, (_, part) => join(ofLayers.map((own) => own[part])));
      return { measurement: await measureNow(predicted, joined), chosen };
    },
  });

  const layerScores: DrawnScore[] = [];
  for (const [index, { layer, units, unitsRead }] of layers.entries()) {
    const scored = { layer: layer.name, units, ...(unitsRead && { unitsRead }) };
    layerScores.push(scoreOf(await single[index].read(), scored, layers[0], context));
  }
  const { measurement, chosen } = await whole.read();
  const layersChosen = countNames(chosen.map((index) => layers[index].layer.name));
  return {
    layers: layerScores,
    backbone: scoreOf(measurement, { layer: null, units: null, layersChosen }, layers[0], context),
  };
}

/** Scores that hypotheses can be tested on. */
export function withCeiling(scores: readonly DrawnScore[]): ScoreEvidence[] {
  return scores.flatMap((score) => {
    const { ceiling, ceiled, interval } = score;
    return ceiling === null || ceiled === null || interval === null
      ? []
      : [{ ...score, ceiling, ceiled, interval }];
  });
}

function scoreOf(
  { rawResampled, ceiledResampled, uncorrected, ...measured }: Measurement,
  layer: Pick<Score, 'layer' | 'units' | 'unitsRead' | 'layersChosen'>,
  { backbone }: LayerFeatures,
  { recording, protocol, readout, resampling, correction }: ScoreContext,
): DrawnScore {
  const drawn = [stimuliOf(recording.means), neuroidsOf(recording), foldsOf(protocol)];
  const ceiled = Float64Array.from(ceiledResampled, (value) => value ?? Number.NaN);
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
    correction,
    interval: measured.ceiled === null ? null : resampling.interval(measured.ceiled, ceiled, ...drawn),
    rawInterval: resampling.interval(measured.raw, rawResampled, ...drawn),
    n: {
      neuroids: recording.means.columns,
      ...(recording.animals && { animals: new Set(recording.animals).size }),
      stimuli: new Set(protocol.folds.flatMap(({ test }) => test)).size,
      folds: protocol.folds.length,
      bootstrap: resampling.draws,
    },
    ...(uncorrected.length > 0 && { uncorrected: [...uncorrected] }),
    draws: ceiled.subarray(0, resampling.draws),
  };
}

async function readParts(stored: Artifact<Matrix> | undefined, count: number): Promise<Matrix[]> {
  if (!stored) return [];
  const all = await stored.read();
  const rows = all.rows / count;
  return Array.from({ length: count }, (_, part) => rowRange(all, part * rows, rows));
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
