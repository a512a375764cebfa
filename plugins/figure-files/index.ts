import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Reporter } from '../../core/contracts/reporter.ts';

export const optionsSchema = z.strictObject({
  width: z
    .int()
    .min(320)
    .max(4000)
    .default(760)
    .describe('Of a figure, in pixels; text keeps its size, so that a wider figure has more room.'),
});

export type Options = z.infer<typeof optionsSchema>;

export default definePlugin({
  extends: Reporter,
  id: 'figure-files',
  version: '1',
  summary: 'figures/*.svg: every figure of a finding as a file of its own, for talks and papers',
  options: optionsSchema,
  create: async (options) => {
    const { FigureFiles } = await import('./figure-files.ts');
    return new FigureFiles(options);
  },
});
