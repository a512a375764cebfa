import { z } from 'zod';

export const IntervalSchema = z
  .strictObject({ low: z.number(), high: z.number(), level: z.number() })
  .describe('Bootstrap interval; paired over neuroids and stimuli.');

export type Interval = z.infer<typeof IntervalSchema>;
