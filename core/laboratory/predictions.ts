import { selectRows, stackRows } from '../assembly/matrix.ts';
import type { Matrix } from '../contracts/linear-algebra.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { Features, Readout } from '../contracts/readout.ts';
import { InputError } from '../errors/errors.ts';
import { columnCorrelations } from '../statistics/correlation.ts';
import type { Fold } from '../statistics/splits.ts';
import { median } from '../statistics/summaries.ts';
import { type Artifact, artifact } from '../store/artifact.ts';
import { bundleCodec } from '../store/bundle-codec.ts';
import { jsonCodec } from '../store/json-codec.ts';
import type { Key } from '../store/key.ts';
import { matrixCodec } from '../store/matrix-codec.ts';
import type { Store } from '../store/store.ts';
import type { Built } from './builder.ts';
import type { Protocol } from './protocols.ts';
import type { Recording } from './recorded-region.ts';

/** What one layer predicts of one region under one protocol. */
export interface Predictions {
  /** Responses predicted for the test rows, fold after fold: `[test rows of all folds, neuroids]`. */
  readonly heldOut: Matrix;
  /** The same after the training responses were shuffled over stimuli. */
  readonly control: Matrix;
  /** Per fold, the median correlation on the inner fold's test rows, by which layers are chosen. */
  readonly inner: readonly number[];
}

const codec = bundleCodec<Predictions>({
  heldOut: matrixCodec('held_out_presentation', 'neuroid'),
  control: matrixCodec('held_out_presentation', 'neuroid'),
  inner: jsonCodec<readonly number[]>(),
});

/** What predictions depend on, known before any response. */
export interface PredictionPlan {
  readonly featuresKey: Key;
  readonly recording: Pick<Recording, 'population' | 'region' | 'key'>;
  readonly protocol: Protocol;
  readonly readout: Built<Readout>;
  readonly random: RandomStreams;
}

export interface PredictionTask extends PredictionPlan {
  readonly features: () => Promise<Features>;
  readonly recording: Recording;
  /** Told after every fold that was fitted. */
  readonly onFold: () => void;
}

/** Fits every neuroid of a region in every fold. Nothing is fitted on rows it is tested on. */
export function predict(store: Store, given: PredictionTask): Artifact<Predictions> {
  const { recording, protocol, readout } = given;
  const random = controlStreams(given);
  return artifact(store, {
    ...predictionStep(given),
    compute: async () => {
      const features = await given.features();
      const heldOut: Matrix[] = [];
      const control: Matrix[] = [];
      const inner: number[] = [];
      for (const [index, fold] of protocol.folds.entries()) {
        const targets = selectRows(recording.means, fold.train);
        const shuffled = selectRows(targets, random.stream(`fold-${index}`).permutation(fold.train.length));
        heldOut.push(await fitAndPredict(readout.part, features, fold, targets));
        control.push(await fitAndPredict(readout.part, features, fold, shuffled));
        inner.push(await innerScore(readout.part, features, fold.inner, recording.means));
        given.onFold();
      }
      return { heldOut: stackRows(heldOut), control: stackRows(control), inner };
    },
  });
}

/** Whether nothing need be fitted any more. */
export function arePredicted(store: Store, plan: PredictionPlan): Promise<boolean> {
  return store.has(predictionStep(plan));
}

function predictionStep(plan: PredictionPlan) {
  return { kind: 'predictions', key: { ...keyOf(plan), random: controlStreams(plan).name }, codec };
}

function controlStreams({ random, recording, protocol }: PredictionPlan): RandomStreams {
  return random.scope(`control/${recording.population}/${recording.region}/${protocol.id}`);
}

/**
 * What is predicted after fitting to equal parts of the repetitions of the training stimuli, part after part.
 * Throws InputError where a stimulus has fewer repetitions than there are parts.
 */
export function predictParts(store: Store, given: PredictionTask, count: number): Artifact<Matrix> {
  const { recording, protocol, readout } = given;
  return artifact(store, {
    kind: 'part-predictions',
    key: { ...keyOf(given), parts: count, halves: recording.halvesKey },
    codec: matrixCodec('held_out_presentation_by_part', 'neuroid'),
    compute: async () => {
      const features = await given.features();
      const predicted: Matrix[] = [];
      for (const part of recording.parts(count)) {
        requireComplete(part, count, recording);
        for (const fold of protocol.folds)
          predicted.push(await fitAndPredict(readout.part, features, fold, selectRows(part, fold.train)));
      }
      return stackRows(predicted);
    },
  });
}

function requireComplete({ data }: Matrix, parts: number, { population, region }: Recording): void {
  if (data.every(Number.isFinite)) return;
  throw new InputError(
    `the correction needs ${parts} repetitions of every stimulus, as it fits to equal parts of them; some stimuli of ` +
      `${population} (${region}) have fewer; use correction: explained-variance or feve.`,
  );
}

function keyOf({ featuresKey, recording, protocol, readout }: PredictionPlan) {
  return {
    features: featuresKey,
    responses: recording.key,
    region: recording.region,
    folds: protocol.folds.map(({ name, train, test, inner }) => ({ name, train, test, inner: inner.test })),
    readout: readout.key,
  };
}

async function fitAndPredict(readout: Readout, features: Features, { train, test }: Fold, targets: Matrix) {
  return (await readout.fit(features, train, targets)).predict(test);
}

async function innerScore(readout: Readout, features: Features, fold: Fold, means: Matrix): Promise<number> {
  const predicted = await fitAndPredict(readout, features, fold, selectRows(means, fold.train));
  return median(definedCorrelations(columnCorrelations(predicted, selectRows(means, fold.test))));
}

/** What does not vary on the test stimuli, response or prediction, correlates with nothing: 0. */
export function definedCorrelations(correlations: Float64Array): Float64Array {
  return correlations.map((value) => (Number.isNaN(value) ? 0 : value));
}
