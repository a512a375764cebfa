import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Part } from '../../core/backgrounds/part.ts';
import { Shelf } from '../../core/backgrounds/shelf.ts';
import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import type { Frames } from '../../core/contracts/pictures.ts';
import type { Instance } from '../../core/contracts/plugin.ts';
import { InputError } from '../../core/errors/errors.ts';
import { withChannels } from '../../core/pictures/channels.ts';
import { decodePicture } from '../../core/pictures/decode.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import { cut, drawCrop, levelsOf } from './crop.ts';
import type { PictureOptions } from './options.ts';
import { picturesIn, readPicture } from './picture-files.ts';

/** An id means the same crop in every scene, whatever the seed. */
const seed = 'picture-backgrounds';
const keptBytes = 256e6;

/**
 * Throws InputError when there are no pictures or a file's head states none; a picture that is damaged further on is
 * named when it is first used.
 */
export async function createPictureBackgrounds(
  options: PictureOptions,
  instance: Instance,
): Promise<BackgroundSource> {
  const folder = instance.resolvePath(options.folder);
  const names = inPart(await picturesIn(folder), options.part, folder);
  const random = createRandomStreams(seed);
  const shelf = new Shelf<readonly Frames[]>(keptBytes, (levels) =>
    levels.reduce((sum, { data }) => sum + data.length, 0),
  );
  const levels = (name: string) =>
    shelf.get(name, async () => {
      const file = join(folder, name);
      return levelsOf(withChannels(decodePicture(await readPicture(file), file), 3));
    });
  const cropOf = (backgroundId: string) => drawCrop(random.stream(backgroundId), names.length, options);
  return {
    fingerprint: await digest(folder, names),
    picture: async (backgroundId, width, height) => {
      const crop = cropOf(backgroundId);
      return cut(await levels(names[crop.picture]), crop, width, height);
    },
    describe: (backgroundId) => {
      const { picture, size, across, down, mirror } = cropOf(backgroundId);
      return {
        picture: names[picture],
        crop_size: size,
        crop_across: across,
        crop_down: down,
        mirror: mirror ? 1 : 0,
      };
    },
  };
}

function inPart(names: readonly string[], part: Part, folder: string): readonly string[] {
  if (part === 'all') return names;
  const chosen = names.filter((_, position) => position % 2 === (part === 'first' ? 0 : 1));
  if (chosen.length > 0) return chosen;
  throw new InputError(
    `picture-backgrounds: the folder ${folder} holds one picture, which cannot be divided into halves; add another.`,
  );
}

async function digest(folder: string, names: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const name of names) {
    const bytes = await readPicture(join(folder, name));
    hash.update(`${name}:${bytes.length}:`).update(bytes);
  }
  return hash.digest('hex');
}
