import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Reporter } from '../../core/contracts/reporter.ts';

export default definePlugin({
  extends: Reporter,
  id: 'bibliography-file',
  version: '1',
  summary: 'references.bib: what the plugins of a run cite, as BibTeX',
  options: z.strictObject({}),
  create: async () => {
    const { BibliographyFile } = await import('./bibliography-file.ts');
    return new BibliographyFile();
  },
});
