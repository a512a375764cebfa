import { createHash } from 'node:crypto';
import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import type { Picture } from '../../core/contracts/pictures.ts';
import type { Instance } from '../../core/contracts/plugin.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import { crop } from './crop.ts';
import { decodePanorama } from './decode-panorama.ts';
import type { PanoramaOptions } from './options.ts';
import { type PanoramaFile, panoramasInFolder, panoramasOfPackage } from './panorama-files.ts';
import { createPyramid } from './pyramid.ts';
import { drawView } from './view.ts';

/** An id means the same crop in every scene, whatever the seed. */
const seed = 'panorama-backgrounds';

/** Throws InputError or EnvironmentError when there are no panoramas; a damaged file is named when it is first used. */
export async function createPanoramaBackgrounds(
  options: PanoramaOptions,
  instance: Instance,
): Promise<BackgroundSource> {
  const files = options.folder
    ? await panoramasInFolder(instance.resolvePath(options.folder))
    : await panoramasOfPackage();
  const random = createRandomStreams(seed);
  const pyramids = new Map<number, Promise<readonly Picture[]>>();
  const pyramid = (panorama: number) => {
    const made = pyramids.get(panorama) ?? readPyramid(files[panorama]);
    pyramids.set(panorama, made);
    return made;
  };
  return {
    fingerprint: await digest(files),
    picture: async (backgroundId, width, height) => {
      const view = drawView(random.stream(backgroundId), files.length, options);
      return crop(await pyramid(view.panorama), view, options.part, width, height);
    },
  };
}

async function readPyramid({ read, format, name }: PanoramaFile): Promise<readonly Picture[]> {
  return createPyramid(decodePanorama(await read(), format, name));
}

async function digest(files: readonly PanoramaFile[]): Promise<string> {
  const hash = createHash('sha256');
  for (const { name, read } of files) {
    const bytes = await read();
    hash.update(`${name}:${bytes.length}:`).update(bytes);
  }
  return hash.digest('hex');
}
