import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Reporter } from '../../core/contracts/reporter.ts';

export default definePlugin({
  extends: Reporter,
  id: 'html-report',
  version: '1',
  summary: 'report.html: one page with figures, tables and findings, for people',
  options: z.strictObject({}),
  create: async () => {
    const { HtmlReport } = await import('./html-report.ts');
    return new HtmlReport();
  },
});
