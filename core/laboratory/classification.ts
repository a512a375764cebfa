import { selectRows } from '../assembly/matrix.ts';
import { strings } from '../assembly/table.ts';
import type { Matrix } from '../contracts/linear-algebra.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { Features, Readout } from '../contracts/readout.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import { InputError } from '../errors/errors.ts';
import {
  balancedAccuracy,
  balancedAccuracyUnderWeights,
  confusionCounts,
  oneVsRest,
  predictedClasses,
  sensitivities,
} from '../statistics/classification.ts';
import { type Fold, stratifiedKFold } from '../statistics/splits.ts';
import { type Artifact, artifact } from '../store/artifact.ts';
import { jsonCodec } from '../store/json-codec.ts';
import type { Store } from '../store/store.ts';
import type { Built } from './builder.ts';
import type { LayerFeatures } from './layer-features.ts';
import { labelsOf } from './protocols.ts';
import type { Dimension, Resampling } from './resampling.ts';

/** What a backbone is asked to tell apart, and by which readout of its last layer. */
export interface Task {
  readonly label: string;
  readonly readout: Built<Readout>;
  readonly folds: number;
}

/** Balanced accuracy on the stimuli of one level of variation. */
export interface Level {
  readonly accuracy: number;
  readonly stimuli: number;
  /** null where a draw has no stimulus of the level. */
  readonly resampled: readonly (number | null)[];
}

/** What came of a task. Everything `resampled` is balanced accuracy under the bootstrap's counts. */
export interface Classification {
  readonly accuracy: number;
  readonly correct: number;
  readonly sensitivities: readonly (number | null)[];
  /** `[actual][predicted]`: stimuli. */
  readonly confusion: readonly (readonly number[])[];
  readonly control: number;
  readonly byVariation: Readonly<Record<string, Level>>;
  readonly resampled: readonly number[];
}

export interface ClassificationContext {
  readonly store: Store;
  readonly resampling: Resampling;
  readonly random: RandomStreams;
}

/** How often a readout is fitted for one backbone: on every fold, and once more to shuffled labels. */
export function classificationFits({ folds }: Task): number {
  return 2 * folds;
}

/** Whether nothing need be fitted. */
export async function isClassified(
  layer: LayerFeatures,
  task: Task,
  stimuli: StimulusSet,
  context: ClassificationContext,
): Promise<boolean> {
  return classification(layer, task, stimuli, { ...context, onFold: () => undefined }).stored();
}

/** Throws InputError where there is only one class. */
export function classesOf(
  { table }: StimulusSet,
  label: string,
): { readonly labels: readonly string[]; readonly classes: readonly string[] } {
  const labels = labelsOf(table, label);
  const classes = [...new Set(labels)];
  if (classes.length < 2)
    throw new InputError(
      `every stimulus has the ${label} "${classes[0]}"; a task needs two classes or more.`,
    );
  return { labels, classes };
}

/** Throws InputError where there are too few stimuli of a class. */
export function foldsOf(
  stimuli: StimulusSet,
  { label, folds }: Pick<Task, 'label' | 'folds'>,
  random: RandomStreams,
): readonly Fold[] {
  const { labels } = classesOf(stimuli, label);
  return stratifiedKFold(labels, folds, streamsOf(label, random).stream('folds'));
}

function streamsOf(label: string, random: RandomStreams): RandomStreams {
  return random.scope(`performance/${label}`);
}

export function drawnStimuli({ length }: readonly string[]): Dimension {
  return { name: 'stimuli', size: length };
}

/** A one-versus-rest linear readout, every stimulus classified when it was held out. */
export function classification(
  layer: LayerFeatures,
  task: Task,
  stimuli: StimulusSet,
  { store, resampling, random, onFold }: ClassificationContext & { readonly onFold: () => void },
): Artifact<Classification> {
  const { label, readout } = task;
  const { labels, classes } = classesOf(stimuli, label);
  const streams = streamsOf(label, random);
  const splits = foldsOf(stimuli, task, random);
  return artifact<Classification>(store, {
    kind: 'classification',
    key: {
      features: layer.key,
      labels,
      readout: readout.key,
      folds: splits.map(({ test }) => test),
      resampling: resampling.key,
      random: streams.name,
    },
    codec: jsonCodec(),
    compute: async () => {
      const features = await layer.features();
      const actual = labels.map((name) => classes.indexOf(name));
      const { predicted, shuffled } = await classifyHeldOut({
        features,
        readout,
        splits,
        labels,
        classes,
        streams,
        onFold,
      });
      const [counts] = resampling.counts(drawnStimuli(labels));
      return {
        accuracy: balancedAccuracy(predicted, actual, classes.length),
        correct: predicted.filter((name, row) => name === actual[row]).length / labels.length,
        sensitivities: Array.from(sensitivities(predicted, actual, classes.length)),
        confusion: confusionCounts(predicted, actual, classes.length),
        control: balancedAccuracy(shuffled, actual, classes.length),
        byVariation: byVariation(stimuli, predicted, actual, classes.length, counts),
        resampled: Array.from(balancedAccuracyUnderWeights(predicted, actual, classes.length, counts)),
      };
    },
  });
}

/** What every stimulus was taken for when it was held out, and the same after the labels learnt were shuffled. */
async function classifyHeldOut(given: {
  readonly features: Features;
  readonly readout: Built<Readout>;
  readonly splits: readonly Fold[];
  readonly labels: readonly string[];
  readonly classes: readonly string[];
  readonly streams: RandomStreams;
  readonly onFold: () => void;
}): Promise<{ readonly predicted: readonly number[]; readonly shuffled: readonly number[] }> {
  const { features, readout, splits, labels, classes, streams, onFold } = given;
  const targets = oneVsRest(labels, classes);
  const predicted = new Array<number>(labels.length);
  const shuffled = new Array<number>(labels.length);
  for (const [index, { train, test }] of splits.entries()) {
    const own = selectRows(targets, train);
    const control = selectRows(own, streams.stream(`control-${index}`).permutation(train.length));
    for (const [learnt, into] of [
      [own, predicted],
      [control, shuffled],
    ] as const) {
      const fitted = await readout.part.fit(features, train, learnt);
      predictedClasses(fitted.predict(test)).forEach((name, position) => {
        into[test[position]] = name;
      });
      onFold();
    }
  }
  return { predicted, shuffled };
}

function byVariation(
  { table }: StimulusSet,
  predicted: readonly number[],
  actual: readonly number[],
  classes: number,
  counts: Matrix,
): Record<string, Level> {
  if (!table.columns.variation) return {};
  const variations = strings(table, 'variation');
  return Object.fromEntries(
    [...new Set(variations)].toSorted().map((variation) => {
      const rows = variations.flatMap((name, row) => (name === variation ? [row] : []));
      const of = (values: readonly number[]) => rows.map((row) => values[row]);
      const resampled = balancedAccuracyUnderWeights(predicted, actual, classes, counts, rows);
      return [
        `V${variation}`,
        {
          accuracy: balancedAccuracy(of(predicted), of(actual), classes),
          stimuli: rows.length,
          resampled: Array.from(resampled, (value) => (Number.isNaN(value) ? null : value)),
        },
      ];
    }),
  );
}
