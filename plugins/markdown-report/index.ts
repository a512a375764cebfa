import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Reporter } from '../../core/contracts/reporter.ts';

export const optionsSchema = z.strictObject({
  figures: z
    .boolean()
    .default(true)
    .describe('Whether it shows the files that figure-files writes beside it.'),
});

export type Options = z.infer<typeof optionsSchema>;

export default definePlugin({
  extends: Reporter,
  id: 'markdown-report',
  version: '1',
  summary: 'report.md: verdicts, figures, main tables and methods as text, for repositories and notebooks',
  options: optionsSchema,
  create: async (options) => {
    const { MarkdownReport } = await import('./markdown-report.ts');
    return new MarkdownReport(options);
  },
});
