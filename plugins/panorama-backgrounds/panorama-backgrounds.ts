import { createHash } from 'node:crypto';
import { seenFrom } from '../../core/backgrounds/light.ts';
import { Shelf } from '../../core/backgrounds/shelf.ts';
import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import type { Instance } from '../../core/contracts/plugin.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import { crop } from './crop.ts';
import type { PanoramaOptions } from './options.ts';
import { bytesOf, readPanorama } from './panorama.ts';
import {
  chosenPanoramas,
  type PanoramaFile,
  panoramasInFolder,
  panoramasOfPackage,
} from './panorama-files.ts';
import { requirePanorama } from './panorama-size.ts';
import { drawView } from './view.ts';

/** An id means the same crop in every scene, whatever the seed. */
const seed = 'panorama-backgrounds';
const keptBytes = 256e6;
const degrees = 180 / Math.PI;

/**
 * Throws InputError or EnvironmentError when there are no panoramas or a file's head promises none; a file that is
 * damaged further on is named when it is first used.
 */
export async function createPanoramaBackgrounds(
  options: PanoramaOptions,
  instance: Instance,
): Promise<BackgroundSource> {
  const files = chosenPanoramas(
    options.folder
      ? await panoramasInFolder(instance.resolvePath(options.folder))
      : await panoramasOfPackage(),
    options,
  );
  const random = createRandomStreams(seed);
  const shelf = new Shelf(keptBytes, bytesOf);
  const viewOf = (backgroundId: string) => drawView(random.stream(backgroundId), files.length, options);
  const panoramaAt = (number: number) => shelf.get(files[number].place, () => readPanorama(files[number]));
  return {
    fingerprint: await checkedDigest(files),
    picture: async (backgroundId, width, height) => {
      const view = viewOf(backgroundId);
      const { levels } = await panoramaAt(view.panorama);
      return crop(levels, view, options.part, width, height);
    },
    describe: (backgroundId) => {
      const { panorama, azimuth, pitch, halfAngle, mirror } = viewOf(backgroundId);
      return {
        panorama: files[panorama].name,
        azimuth: azimuth * degrees,
        pitch: pitch * degrees,
        field_of_view: 2 * halfAngle * degrees,
        mirror: mirror ? 1 : 0,
      };
    },
    illumination: async (backgroundId) => {
      const { panorama, azimuth, pitch, mirror } = viewOf(backgroundId);
      const { harmonics } = await panoramaAt(panorama);
      return { harmonics: seenFrom(harmonics, { azimuth: azimuth - Math.PI, pitch, mirror }) };
    },
  };
}

async function checkedDigest(files: readonly PanoramaFile[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) {
    const bytes = await file.read();
    requirePanorama(bytes, file);
    hash.update(`${file.name}.${file.format}:${bytes.length}:`).update(bytes);
  }
  return hash.digest('hex');
}
