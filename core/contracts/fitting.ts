import type { Frames, PictureFormat } from './pictures.ts';
import type { RandomStreams } from './random.ts';
import type { NamedTensor } from './training.ts';

/** What a backbone takes from pictures alone, without labels or an objective: a vocabulary, prototypes. */
export interface Fittable {
  /** What that is, for messages: `a vocabulary of visual words`. */
  readonly what: string;
  /** Throws InputError where the pictures are too few for it. */
  fit(pictures: Frames, format: PictureFormat, random: RandomStreams): Promise<readonly NamedTensor[]>;
  /** Takes over what was fitted; there are no activations before. */
  restore(fitted: readonly NamedTensor[]): void;
}
