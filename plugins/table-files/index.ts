import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Reporter } from '../../core/contracts/reporter.ts';

export const optionsSchema = z.strictObject({
  formats: z
    .array(z.enum(['csv', 'parquet']))
    .min(1)
    .default(['csv', 'parquet'])
    .describe('Both hold the same rows; Parquet keeps types and tells what is missing from what is empty.'),
});

export type Options = z.infer<typeof optionsSchema>;

export default definePlugin({
  extends: Reporter,
  id: 'table-files',
  version: '1',
  summary:
    'tables/*.csv and *.parquet: every list of results, figure and table of a finding, for statistics programs',
  options: optionsSchema,
  create: async (options) => {
    const { TableFiles } = await import('./table-files.ts');
    return new TableFiles(options);
  },
});
