import { z } from 'zod';

const level = z.int().min(0).max(255);

export const uniformOptions = z.strictObject({
  level: z
    .union([level, z.tuple([level, level, level])])
    .default(128)
    .describe('A grey value, or red, green and blue; sRGB, 0 … 255.'),
});

export type UniformOptions = z.infer<typeof uniformOptions>;
