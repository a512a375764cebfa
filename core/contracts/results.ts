import { z } from 'zod';
import { ceilingCorrections } from '../statistics/corrections.ts';
import { FindingSchema } from './findings.ts';
import { IntervalSchema } from './interval.ts';

/** The published shape of `results.json`; `results.schema.json` beside the laboratory is made from it. */

const text = z.string();
const share = z.number();

const unitsRead = z
  .int()
  .optional()
  .describe('How many values stood for the units; absent where these were read themselves.');

const SampleSchema = z.strictObject({
  neuroids: z.int().describe('Neuroids scored.'),
  animals: z
    .int()
    .optional()
    .describe('Animals that these are of, drawn before their neuroids; where there are several.'),
  stimuli: z.int().describe('Stimuli the scores were measured on.'),
  folds: z.int().describe('Train-test splits.'),
  bootstrap: z.int().describe('Bootstrap resamples behind the interval.'),
});

export const ScoreSchema = z.strictObject({
  backbone: text,
  family: text.describe('Class of the backbone, for instance cnn.'),
  layer: text.nullable().describe('null: chosen inside every training split, see layersChosen.'),
  layersChosen: z.record(text, z.int()).optional().describe('How many splits chose which layer.'),
  units: z.int().nullable().describe('Units of the layer; null where the layer was chosen per split.'),
  unitsRead,
  population: text,
  region: text,
  simulated: z
    .boolean()
    .describe('true: the neuroids are simulated; the score tests the pipeline, not the brain.'),
  readout: text,
  protocol: text,
  raw: z.number().describe('Pearson r on held-out stimuli: median over neuroids, mean over splits.'),
  ceiling: z
    .number()
    .nullable()
    .describe(
      'Split-half reliability (Spearman-Brown) on the same stimuli, median and mean alike; null where stimuli were shown once.',
    ),
  correction: z
    .enum(ceilingCorrections)
    .describe(
      'How ceiled comes from raw r and ceiling c: r |r| / c; (r / c)²; r / √c; or, median of what is made neuroid by ' +
        'neuroid, r over the root of the reliabilities of data and prediction (two-sided), its signed square with thirds ' +
        'of the repetitions (kell-2018), fraction of explainable variance explained (feve).',
    ),
  ceiled: z.number().nullable().describe('Above 1 is possible and reported; null without a ceiling.'),
  interval: IntervalSchema.nullable().describe('Of ceiled.'),
  rawInterval: IntervalSchema,
  error: z.number().describe('Standard deviation of the split medians over the root of their number.'),
  n: SampleSchema,
  control: z.number().describe('raw when the training responses are shuffled over stimuli.'),
  uncorrected: z
    .array(text)
    .optional()
    .describe('Neuroids for which the correction is undefined; ceiled is the median of the others.'),
});

export const TrainSizeSchema = ScoreSchema.extend({
  trainStimuli: z.int().describe('Training stimuli per split, each set within the next larger one.'),
});

export const ComparisonSchema = z.strictObject({
  comparison: text.describe('Its id in the scene.'),
  description: text,
  backbone: text,
  family: text,
  layer: text,
  units: z.int(),
  unitsRead,
  population: text,
  region: text,
  simulated: z.boolean().describe('true: the neuroids are simulated.'),
  value: z.number().describe('Similarity of the layer and the region; nothing is fitted.'),
  interval: IntervalSchema.describe(
    'What the value deviates by between random halves of the conditions and neuroids, around the value.',
  ),
  ceiling: z
    .strictObject({
      instances: z.enum(['animals', 'halves of the repetitions']),
      value: z.number().describe('Mean similarity of the layer to every instance.'),
      lower: z.number().describe('Of every instance to the mean of the others.'),
      upper: z.number().describe('Of every instance to the mean of all.'),
    })
    .nullable()
    .describe('Noise ceiling (Nili et al. 2014); null where there are no two measurements to compare.'),
  n: z.strictObject({
    conditions: z.int(),
    neuroids: z.int(),
    draws: z.int().describe('Halves behind the interval, and shuffles behind control and p.'),
  }),
  control: z.number().describe('Mean value when the conditions of the layer are shuffled.'),
  p: z.number().describe('Share of shuffles that are at least as similar; the order found counts as one.'),
});

export const PerformanceSchema = z.strictObject({
  backbone: text,
  family: text,
  layer: text,
  task: text,
  readout: text,
  accuracy: share.describe('Balanced accuracy on held-out stimuli.'),
  correct: share.optional().describe('Share of all held-out stimuli that were recognised.'),
  sensitivities: z
    .record(text, z.number().nullable())
    .optional()
    .describe("d' of every class against the others, on held-out stimuli."),
  confusion: z
    .array(z.strictObject({ class: text, readAs: z.record(text, z.int()) }))
    .optional()
    .describe('Per class, how many of its held-out stimuli were read as which class.'),
  chance: share,
  interval: IntervalSchema,
  byVariation: z
    .record(text, z.strictObject({ accuracy: share, interval: IntervalSchema, stimuli: z.int() }))
    .describe('The same per variation level.'),
  n: z.strictObject({ stimuli: z.int(), classes: z.int(), bootstrap: z.int() }),
  control: share.describe('The same with training labels shuffled.'),
});

export const CeilingSchema = z.strictObject({
  population: text,
  region: text,
  simulated: z.boolean(),
  description: text,
  neuroids: z.int(),
  repetitions: z.strictObject({ fewest: z.int(), median: z.number(), most: z.int() }),
  reliability: z
    .strictObject({ median: z.number(), low: z.number(), high: z.number() })
    .nullable()
    .describe(
      'Split-half Spearman-Brown reliability per neuroid over all stimuli: median and range; null where stimuli were shown once.',
    ),
  unreliable: z
    .array(text)
    .describe('Neuroids whose reliability is not above 0; they count in the medians of r like the others.'),
  truthReliability: z
    .number()
    .nullable()
    .describe('Median squared correlation of mean response and noiseless truth; simulated populations only.'),
  excluded: z
    .array(z.strictObject({ neuroid: text, reason: text }))
    .describe('Neuroids left out of the scores, with the reason.'),
});

export const ResultsSchema = z.strictObject({
  $schema: text,
  scene: text,
  seed: text,
  seedDrawn: z.boolean().describe('true: the scene gave none, so one was drawn.'),
  neuroid: text.describe('Version of Neuroid.'),
  engines: z.record(
    text,
    z.strictObject({ plugin: text, identity: text, threads: z.int().optional(), degraded: text.optional() }),
  ),
  versions: z.record(text, text).describe('Node, operating system and libraries.'),
  options: z.record(text, z.unknown()).describe('The resolved scene.'),
  plugins: z
    .array(
      z.strictObject({
        kind: text.describe('Its extension point, for instance backbone.'),
        id: text,
        version: text,
        summary: text,
        citation: text.optional(),
      }),
    )
    .describe('Those that made the results, each once; reporters are not among them.'),
  stimuli: z.array(
    z.strictObject({
      id: text,
      plugin: text,
      count: z.int(),
      key: text,
      categories: z.array(text),
      objects: z.int(),
    }),
  ),
  backbones: z.array(
    z.strictObject({
      id: text,
      memberOf: text.optional().describe('Id of the entry of the scene that this backbone is a sample of.'),
      plugin: text,
      family: text,
      layers: z.array(
        z.strictObject({
          name: text,
          shape: z.array(z.int()),
          receptiveField: z
            .number()
            .optional()
            .describe('Side in pixels of the square of the input that a unit sees.'),
          read: z
            .strictObject({ units: z.int(), by: z.enum(['subsample', 'projection']) })
            .optional()
            .describe('What was read of its units; absent where that were all.'),
        }),
      ),
      training: z
        .array(z.strictObject({ epoch: z.number(), step: z.int(), metrics: z.record(text, z.number()) }))
        .describe('One entry per checkpoint; empty for backbones that were not trained.'),
    }),
  ),
  populations: z.array(CeilingSchema),
  scores: z.array(ScoreSchema),
  trainSizes: z
    .array(TrainSizeSchema)
    .describe('Scores of whole backbones after training on fewer stimuli, for protocols with trainSizes.'),
  comparisons: z.array(ComparisonSchema),
  performance: z.array(PerformanceSchema),
  findings: z.array(FindingSchema),
  workload: z
    .strictObject({
      picturesDrawn: z.int(),
      trainings: z.int(),
      picturesLearnt: z.int().describe('Pictures times epochs, over all trainings.'),
      picturesShown: z.int().describe('Pictures times backbones.'),
      fits: z.int().describe('Folds times layers times regions.'),
    })
    .optional()
    .describe('What the scene asks for, whether it was in the store or not.'),
  warnings: z.array(text),
});

export type Score = z.infer<typeof ScoreSchema>;
export type TrainSizeScore = z.infer<typeof TrainSizeSchema>;
export type ComparisonScore = z.infer<typeof ComparisonSchema>;
export type Performance = z.infer<typeof PerformanceSchema>;
export type PopulationSummary = z.infer<typeof CeilingSchema>;
export type UsedPlugin = Results['plugins'][number];
export type Results = z.infer<typeof ResultsSchema>;
