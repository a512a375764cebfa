import { z } from 'zod';
import { IntervalSchema } from './interval.ts';

const text = z.string();

const MarkSchema = z.strictObject({
  label: text,
  group: text.describe('Its cloud, for instance the family of a backbone.'),
  x: z.number(),
  y: z.number(),
  xInterval: IntervalSchema.optional(),
  yInterval: IntervalSchema.optional(),
  named: z
    .boolean()
    .optional()
    .describe(
      'true: its label should stand in the figure; where no mark says so, the outermost ones are named.',
    ),
});

const figureKeys = {
  title: text,
  caption: text
    .optional()
    .describe(
      'What a reader must know beside title and axes: n, what the intervals cover, what was matched.',
    ),
};

const references = z
  .array(z.strictObject({ label: text, y: z.number() }))
  .optional()
  .describe('Horizontal lines, for instance chance and ceiling.');

const LineSchema = z.strictObject({
  label: text,
  group: text.optional().describe('Lines of one group look alike.'),
  points: z
    .array(z.strictObject({ x: z.number(), y: z.number(), interval: IntervalSchema.optional() }))
    .min(1),
});

const BarSchema = z.strictObject({
  label: text.describe('What tells it from the others of its category; bars of one label look alike.'),
  value: z.number(),
  interval: IntervalSchema.optional(),
  points: z
    .array(z.number())
    .optional()
    .describe('Single measurements behind the value, for instance seeds.'),
});

/** Axis labels carry the unit: `receptive field (degrees)`. */
export const FigureSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('scatter'),
    ...figureKeys,
    x: text,
    y: text,
    marks: z.array(MarkSchema),
    clouds: z
      .boolean()
      .optional()
      .describe('true: an ellipse of two standard deviations around every group.'),
    trends: z
      .enum(['overall', 'groups', 'both'])
      .optional()
      .describe('Least-squares lines through all marks or those of a group.'),
    references,
  }),
  z.strictObject({
    kind: z.literal('lines'),
    ...figureKeys,
    x: text,
    y: text,
    logX: z.boolean().optional(),
    places: z
      .array(z.strictObject({ x: z.number(), name: text }))
      .optional()
      .describe('What stands across, for instance regions or layers, where x only counts them.'),
    series: z.array(LineSchema).min(1),
    references,
  }),
  z.strictObject({
    kind: z.literal('bars'),
    ...figureKeys,
    y: text,
    categories: z.array(z.strictObject({ category: text, bars: z.array(BarSchema).min(1) })).min(1),
    references,
  }),
  z.strictObject({
    kind: z.literal('map'),
    ...figureKeys,
    value: text.describe('What a cell shows.'),
    rows: z.array(z.strictObject({ group: text, label: text })),
    columns: z.array(text),
    cells: z.array(z.array(z.number().nullable())),
  }),
]);

export type Figure = z.infer<typeof FigureSchema>;
