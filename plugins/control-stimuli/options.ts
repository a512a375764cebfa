import { z } from 'zod';
import { controlNames } from './controls.ts';

export const options = z.strictObject({
  of: z.string().describe('Id of the stimulus set to make controls of; it stands before this one.'),
  controls: z
    .array(z.enum(controlNames))
    .min(1)
    .refine((names) => new Set(names).size === names.length, 'each control once')
    .describe('What is made of every stimulus, in this order.'),
});

export type ControlOptions = z.infer<typeof options>;
