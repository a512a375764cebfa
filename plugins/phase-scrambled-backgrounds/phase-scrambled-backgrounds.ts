import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import { framesOf } from '../../core/pictures/frames.ts';
import { scramblePhases } from '../../core/pictures/phase-scramble.ts';
import { createRandomStreams } from '../../core/random/streams.ts';

/** An id means the same phases in every scene, whatever the seed. */
const seed = 'phase-scrambled-backgrounds';

/** Describes and lights as its source does, for an id means the same picture there. */
export function createPhaseScrambledBackgrounds(source: BackgroundSource): BackgroundSource {
  const random = createRandomStreams(seed);
  return {
    ...source,
    picture: async (backgroundId, width, height) => {
      const picture = framesOf(await source.picture(backgroundId, width, height));
      return { width, height, data: scramblePhases(picture, random.stream(backgroundId)).data };
    },
  };
}
