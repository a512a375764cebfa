import { z } from 'zod';
import { partOption } from '../../core/backgrounds/part.ts';

const radius = z.number().min(0.004).max(1);

export const deadLeavesOptions = z.strictObject({
  part: partOption,
  radius: z
    .tuple([radius, radius])
    .refine(([smallest, largest]) => smallest < largest, 'the smallest radius first')
    .default([0.012, 0.5])
    .describe('Smallest and largest radius, as shares of the longer side of the picture.'),
  exponent: z
    .number()
    .min(1.5)
    .max(5)
    .default(3)
    .describe('Radii r have the density r^-exponent; with 3 all scales are alike.'),
  color: z.enum(['grey', 'rgb']).default('grey').describe('Grey leaves, or leaves of random tints.'),
  texture: z
    .number()
    .min(0)
    .max(1)
    .default(0)
    .describe('Contrast of the 1/f texture on every leaf: 0 leaves them plain.'),
});

export type DeadLeavesOptions = z.infer<typeof deadLeavesOptions>;
