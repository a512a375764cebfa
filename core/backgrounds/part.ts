import { z } from 'zod';
import type { RandomStream, RandomStreams } from '../contracts/random.ts';

export type Half = 'first' | 'second';

/** The option by which sets of stimuli get backgrounds that have nothing in common: one takes `first`, one `second`. */
export const partOption = z
  .enum(['first', 'second', 'all'])
  .default('all')
  .describe('Half of all backgrounds that ids choose from; the halves have none in common.');

export type Part = z.infer<typeof partOption>;

/** The half that the background of an id is taken from. */
export function halfOf(backgroundId: string, part: Part, random: RandomStreams): Half {
  if (part !== 'all') return part;
  return random.scope('half').stream(backgroundId).uniform() < 0.5 ? 'first' : 'second';
}

/** The stream of an id in its half; streams of different halves have nothing in common. */
export function streamOfHalf(backgroundId: string, part: Part, random: RandomStreams): RandomStream {
  return random.scope(halfOf(backgroundId, part, random)).stream(backgroundId);
}
