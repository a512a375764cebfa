import { sliceFrames } from '../../core/backbones/batches.ts';
import type { Frames } from '../../core/contracts/pictures.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import { InputError } from '../../core/errors/errors.ts';
import { descriptorLength } from './descriptors.ts';
import { type Assign, kMeans, type Points } from './k-means.ts';

/** Descriptors that a vocabulary is fitted to, at most. */
const sampled = 10_000;

/**
 * Words that stand for the descriptors of pictures: as many descriptors from every picture, at random places that are
 * not flat, in clusters. Throws InputError where there are fewer different ones than words.
 */
export function fitVocabulary(
  pictures: Frames,
  words: number,
  { describe, assign }: { readonly describe: (picture: Frames) => Float32Array; readonly assign: Assign },
  random: RandomStreams,
): Points {
  const perPicture = Math.max(1, Math.floor(sampled / pictures.count));
  const stream = random.stream('descriptors');
  const chosen: Float32Array[] = [];
  for (let picture = 0; picture < pictures.count; picture++) {
    const descriptors = describe(sliceFrames(pictures, picture, picture + 1));
    const seen = stream
      .permutation(descriptors.length / descriptorLength)
      .map((place) => descriptors.slice(place * descriptorLength, (place + 1) * descriptorLength))
      .filter((descriptor) => descriptor.some((value) => value > 0));
    chosen.push(...seen.slice(0, perPicture));
  }
  const data = new Float32Array(chosen.length * descriptorLength);
  chosen.forEach((descriptor, index) => {
    data.set(descriptor, index * descriptorLength);
  });
  const points = { count: chosen.length, dimensions: descriptorLength, data };
  const centres = kMeans(points, words, assign, random.stream('centres'));
  if (centres) return centres;
  throw new InputError(
    `${pictures.count} pictures do not have ${words} different descriptors for the vocabulary of sift; ` +
      'fit it to more pictures, or ask for fewer words.',
  );
}
