import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import type { UniformOptions } from './options.ts';

/** The same colour for every id. */
export function createUniformBackground({ level }: UniformOptions): BackgroundSource {
  const colour = typeof level === 'number' ? [level, level, level] : level;
  return {
    picture: async (_backgroundId, width, height) => {
      const row = new Uint8Array(3 * width);
      for (let at = 0; at < row.length; at++) row[at] = colour[at % 3];
      const data = new Uint8Array(3 * width * height);
      for (let y = 0; y < height; y++) data.set(row, y * row.length);
      return { width, height, data };
    },
  };
}
