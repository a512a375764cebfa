import { z } from 'zod';
import {
  sharesBeyondGain,
  sharesWithinGain,
  simulatedOptions,
} from '../../core/neurons/simulated-options.ts';

export const teacherOptions = z
  .strictObject({
    ...simulatedOptions(168),
    layer: z.string().min(1).optional().describe('Layer of the backbone; absent: its last.'),
    inputs: z
      .int()
      .min(1)
      .max(64)
      .default(8)
      .describe('Units that a neuroid weighs, or as many as answer to pictures at all.'),
  })
  .refine(sharesWithinGain, sharesBeyondGain);

export type TeacherOptions = z.infer<typeof teacherOptions>;
