import { z } from 'zod';
import { ceilingCorrections } from '../statistics/corrections.ts';
import { AugmentationSchema, OptimiserSchema, ScheduleSchema } from './training-schemas.ts';

/** A name that may stand in a folder name, a stream name and a column of results. */
const identifier = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, 'letters, digits, dots, hyphens and underscores');

/** `pixels` is short for `{ plugin: pixels }`. */
const fromShorthand = (value: unknown) => (typeof value === 'string' ? { plugin: value } : value);

/** A configured plugin; every further key is an option or a part of the plugin. */
const PartSchema = z.preprocess(fromShorthand, z.looseObject({ plugin: z.string() }));

const entryKeys = { id: identifier.optional(), plugin: z.string() };
const named = <Entry extends { id?: string | undefined; plugin: string }>(entry: Entry) => ({
  ...entry,
  id: entry.id ?? entry.plugin,
});

/** A configured plugin with an id of its own; without one it takes the plugin's. */
const EntrySchema = z.preprocess(fromShorthand, z.looseObject(entryKeys)).transform(named);

const TrainSchema = z.strictObject({
  objective: PartSchema,
  on: identifier.describe('Id of the stimulus set to learn from.'),
  epochs: z.int().min(1).max(10_000),
  batch: z.int().min(1).max(4096).default(64),
  learningRate: z.number().positive().max(10).default(0.001),
  optimiser: OptimiserSchema.default({ kind: 'adam' }),
  weightDecay: z
    .number()
    .min(0)
    .max(1)
    .default(0.01)
    .describe('Share of the kernels taken off per step, times the learning rate.'),
  schedule: ScheduleSchema.default({ kind: 'cosine', warmUp: 0.05 }),
  augmentation: AugmentationSchema.prefault({}).describe('How pictures are changed at random.'),
  validation: z.number().min(0).max(0.5).default(0.1).describe('Share of the stimuli kept for validation.'),
  patience: z
    .int()
    .min(1)
    .optional()
    .describe(
      'Training stops when the validation loss has not improved for so many checkpoints; the best is taken.',
    ),
  exclude: z.array(z.string()).min(1).optional().describe('Categories that are left out of training.'),
  excludeBy: z.string().default('category_name').describe('Column of the stimuli that exclude speaks of.'),
  pictures: z
    .int()
    .min(2)
    .optional()
    .describe('So many training stimuli, drawn at random; smaller sets lie within larger ones.'),
  checkpointEvery: z
    .int()
    .min(1)
    .optional()
    .describe('Steps between checkpoints; at the end of every epoch by default.'),
  checkpoint: z
    .int()
    .min(1)
    .optional()
    .describe('Epoch, or with checkpointEvery the step, whose weights are taken; the last by default.'),
  as: identifier
    .optional()
    .describe('Id of the backbone whose training this one shares, for its checkpoints.'),
});

const ActivationsSchema = z.strictObject({
  units: z.int().min(1).max(1_000_000).describe('Values read of every layer that has more units.'),
  by: z
    .enum(['subsample', 'projection'])
    .default('subsample')
    .describe('Some of the units, or sparse random sums of all.'),
});

const FitSchema = z.strictObject({
  on: identifier.describe('Id of the stimulus set whose pictures are looked at; never the presented one.'),
  pictures: z.int().min(1).max(5000).describe('How many of them, drawn at random.'),
});

const BackboneSchema = z
  .preprocess(
    fromShorthand,
    z.looseObject({
      ...entryKeys,
      sample: z
        .int()
        .min(1)
        .max(10_000)
        .optional()
        .describe('So many backbones of the entry, each with options and weights drawn for itself.'),
      scored: z.array(z.string()).min(1).optional().describe('Layers to score; all by default.'),
      train: TrainSchema.optional(),
      fit: FitSchema.optional(),
      activations: ActivationsSchema.optional().describe(
        'What is read of its layers; as the scene says by default.',
      ),
    }),
  )
  .transform(named);

const correlate = z
  .enum(['within-folds', 'across-folds'])
  .default('within-folds')
  .describe(
    "Correlations within every fold, or over the test stimuli of all folds joined, less each fold's mean.",
  );

const column = z.string().describe('Column of the stimuli.');

const protocolKeys = {
  id: identifier,
  trainSizes: z
    .array(z.int().min(2))
    .min(1)
    .optional()
    .describe('Also scores with so many training stimuli per split, every set within the next larger one.'),
};

const ProtocolSchema = z.discriminatedUnion('split', [
  z.strictObject({
    ...protocolKeys,
    split: z.literal('leave-out').describe('Each value of a column is left out once.'),
    label: column,
    folds: z
      .int()
      .min(2)
      .max(1000)
      .optional()
      .describe('Values are left out together so that there are so many folds; by default one at a time.'),
    correlate,
  }),
  z.strictObject({
    ...protocolKeys,
    split: z.literal('k-fold'),
    folds: z.int().min(2).max(1000).default(10),
    correlate,
  }),
  z.strictObject({
    ...protocolKeys,
    split: z.literal('stratified-k-fold').describe('Every fold has all values of a column in proportion.'),
    label: column,
    folds: z.int().min(2).max(1000).default(10),
    correlate,
  }),
  z.strictObject({
    ...protocolKeys,
    split: z
      .literal('grouped-k-fold')
      .describe(
        'Stimuli that share a value of a column, for instance object or background, are held out together.',
      ),
    label: column,
    folds: z.int().min(2).max(1000).default(10),
    correlate,
  }),
  z.strictObject({
    ...protocolKeys,
    split: z
      .literal('stratified-shuffle')
      .describe("scikit-learn's StratifiedShuffleSplit, as Brain-Score uses it."),
    label: column,
    folds: z.int().min(1).max(1000).default(10),
    trainShare: z.number().min(0.05).max(0.95).default(0.9),
    seed: z.int().min(0).max(4_294_967_295).default(1),
    correlate: z.literal('within-folds').default('within-folds'),
  }),
]);

const CeilingSchema = z.strictObject({
  halves: z.int().min(1).max(1000).default(10).describe('How often the repetitions are halved.'),
  correction: z
    .enum(ceilingCorrections)
    .default('explained-variance')
    .describe('How scores are stated against the ceiling.'),
});

const BootstrapSchema = z.strictObject({
  draws: z.int().min(10).max(100_000).default(200),
  level: z.number().min(0.5).max(0.999).default(0.95),
  interval: z
    .enum(['percentile', 'bca'])
    .default('percentile')
    .describe('bca: bias-corrected and accelerated.'),
});

const PerformanceSchema = z.strictObject({
  label: z.string().default('category_name').describe('Column with the class of a stimulus.'),
  readout: PartSchema,
  folds: z.int().min(2).max(100).default(5),
});

const LockedSchema = z.looseObject({
  stimuli: identifier.describe('The stimulus set that was rendered.'),
  only: z.record(z.string(), z.array(z.string())).default({}),
  count: z.int().min(1).optional(),
  maps: z.array(z.string()).default([]),
  also: z.array(z.string()).default([]),
});

/** The scene file. */
export const SceneSchema = z.strictObject({
  scene: identifier.describe('Its name; also the name of the folder of its results.'),
  summary: z.string().optional(),
  seed: z
    .union([z.string().min(1), z.int()])
    .transform(String)
    .optional(),
  folder: z
    .string()
    .optional()
    .describe(
      'Folder against which paths are resolved, seen from the folder of the file; that folder by default.',
    ),
  locked: LockedSchema.optional().describe(
    'Written by `neuroid render`: what was chosen, and by what it was made.',
  ),
  variables: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  plugins: z
    .array(z.string())
    .default([])
    .describe('Files beside the scene or npm packages with further plugins.'),
  renderer: PartSchema.default({ plugin: 'auto' }),
  tensors: PartSchema.default({ plugin: 'auto' }),
  'linear-algebra': PartSchema.default({ plugin: 'auto' }),
  stimuli: z.array(EntrySchema).min(1),
  presented: identifier
    .optional()
    .describe('Stimulus set shown to backbones and populations; the first by default.'),
  backbones: z.array(BackboneSchema).default([]),
  activations: ActivationsSchema.optional().describe('What is read of layers; all units by default.'),
  populations: z.array(EntrySchema).default([]),
  readout: PartSchema.default({ plugin: 'pls' }),
  protocols: z.array(ProtocolSchema).min(1).optional(),
  performance: PerformanceSchema.optional(),
  comparisons: z.array(EntrySchema).default([]).describe('Similarities of layers and regions without a fit.'),
  ceiling: CeilingSchema.prefault({}),
  bootstrap: BootstrapSchema.prefault({}),
  hypotheses: z.array(EntrySchema).default([]),
  quick: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('What `--quick` puts in the place of keys of the scene, entries of lists by their id.'),
  reporters: z.array(EntrySchema).default([
    { id: 'html-report', plugin: 'html-report' },
    { id: 'markdown-report', plugin: 'markdown-report' },
    { id: 'table-files', plugin: 'table-files' },
    { id: 'figure-files', plugin: 'figure-files' },
    { id: 'bibliography-file', plugin: 'bibliography-file' },
    { id: 'json-results', plugin: 'json-results' },
  ]),
});

export type SceneOptions = z.output<typeof SceneSchema>;
export type PartOptions = z.output<typeof PartSchema>;
export type EntryOptions = z.output<typeof EntrySchema>;
export type BackboneOptions = z.output<typeof BackboneSchema>;
export type ActivationOptions = z.output<typeof ActivationsSchema>;
export type TrainOptions = z.output<typeof TrainSchema>;
export type ProtocolOptions = z.output<typeof ProtocolSchema>;
export type PerformanceOptions = z.output<typeof PerformanceSchema>;
