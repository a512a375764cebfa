import { z } from 'zod';
import { FigureSchema } from './figures.ts';
import { IntervalSchema } from './interval.ts';

const text = z.string();

const FindingTableSchema = z.strictObject({
  title: text,
  columns: z.array(text),
  rows: z.array(z.array(z.union([text, z.number(), z.null()]))).describe('One value per column; null: none.'),
});

export const FindingSchema = z.strictObject({
  hypothesis: text,
  prediction: text.describe('Stated before the data were seen.'),
  subject: text.describe('What it was tested on, for instance a region and protocol.'),
  summary: text
    .optional()
    .describe(
      'The verdict and its evidence in one sentence of plain words, numbers with interval and n included.',
    ),
  statistic: text,
  value: z.number(),
  interval: IntervalSchema,
  n: z.int(),
  sample: text.optional().describe('What n counts, in the plural: backbones, seeds, sites.'),
  control: z.number().describe('The statistic under its null, stated in explanation.'),
  verdict: z.enum(['supported', 'not supported', 'inconclusive']),
  simulated: z.boolean(),
  explanation: text,
  figures: z.array(FigureSchema).optional(),
  tables: z.array(FindingTableSchema).optional(),
});

export type FindingTable = z.infer<typeof FindingTableSchema>;
export type Finding = z.infer<typeof FindingSchema>;
