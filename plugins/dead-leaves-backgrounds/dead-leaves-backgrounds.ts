import { halfOf, streamOfHalf } from '../../core/backgrounds/part.ts';
import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import { createLeafDrawer } from './leaf.ts';
import type { DeadLeavesOptions } from './options.ts';
import { paintLeaves } from './paint-leaves.ts';
import { createTexture, type Texture } from './texture.ts';

/** An id means the same leaves in every scene, whatever the seed. */
const seed = 'dead-leaves-backgrounds';

export function createDeadLeavesBackgrounds(options: DeadLeavesOptions): BackgroundSource {
  const random = createRandomStreams(seed);
  const drawLeaf = createLeafDrawer(options);
  const textures = new Map<string, Texture>();
  const textureOf = (backgroundId: string) => {
    if (options.texture === 0) return undefined;
    const half = halfOf(backgroundId, options.part, random);
    const texture = textures.get(half) ?? createTexture(random.scope('textures').stream(half));
    textures.set(half, texture);
    return texture;
  };
  return {
    picture: async (backgroundId, width, height) => {
      const stream = streamOfHalf(backgroundId, options.part, random);
      return paintLeaves(() => drawLeaf(stream), textureOf(backgroundId), width, height);
    },
  };
}
