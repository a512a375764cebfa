import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import type { Picture } from '../../core/contracts/pictures.ts';
import { createRandomStreams } from '../../core/random/streams.ts';

/** White noise, another for every id. */
export const noiseBackgrounds: BackgroundSource = {
  picture: async (id, width, height) => noisePicture(id, width, height),
};

export function noisePicture(id: string, width: number, height: number): Picture {
  const stream = createRandomStreams('noise').stream(id);
  return {
    width,
    height,
    data: Uint8Array.from({ length: width * height * 3 }, () => stream.integer(256)),
  };
}
