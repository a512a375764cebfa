import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Reporter } from '../../core/contracts/reporter.ts';

export default definePlugin({
  extends: Reporter,
  id: 'json-results',
  version: '1',
  summary: 'results.json: every number of a run, for programs',
  options: z.strictObject({}),
  create: async () => {
    const { JsonResults } = await import('./json-results.ts');
    return new JsonResults();
  },
});
