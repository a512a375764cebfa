import { z } from 'zod';

/** Which latents are learnt; options of every objective that has them among its tasks. */
export const latentOptions = {
  latents: z
    .array(z.string())
    .default(['ty', 'tz', 's'])
    .describe('Columns of numbers that are learnt as they are.'),
  angles: z
    .array(z.string())
    .default(['rxy', 'rxz', 'ryz'])
    .describe('Columns in degrees, of which sine and cosine are learnt.'),
};
