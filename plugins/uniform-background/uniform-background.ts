import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import type { UniformOptions } from './options.ts';

/** The same colour for every id. */
export function createUniformBackground({ level }: UniformOptions): BackgroundSource {
  const colour = typeof level === 'number' ? [level, level, level] : level;
  return {
    picture: async (_backgroundId, width, height) => ({
      width,
      height,
      data: Uint8Array.from({ length: width * height * 3 }, (_, index) => colour[index % 3]),
    }),
  };
}
